package ma.tansiq.committee.matter;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.RequiredText;
import ma.tansiq.engine.FormTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** After two deferrals the chair decides whether a matter stays (rule B5): when approving the agenda that it returns to. */
@Component
@Transactional
public class RepeatedDeferrals {

    private static final int MOTIVE = 2_000;

    private final JdbcClient database;
    private final Agendas agendas;
    private final Matters matters;
    private final MatterNotices notices;
    private final MeetingHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RepeatedDeferrals(
            JdbcClient database,
            Agendas agendas,
            Matters matters,
            MatterNotices notices,
            MeetingHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.agendas = agendas;
        this.matters = matters;
        this.notices = notices;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the chair decided of the matters that were deferred twice.
     *
     * @param stay whether all of them stay; null when nothing was answered
     * @param dropped references of those that do not
     */
    public record Answer(
            @Nullable Boolean stay,
            Set<String> dropped,
            @Nullable String motive) {}

    private record Repeated(String matter, long times) {}

    /** Items of the agenda that this body has deferred at least twice, with how often. */
    @Transactional(readOnly = true)
    public Map<AgendaItem, Long> of(String meeting) {
        Map<String, Long> times = new LinkedHashMap<>();
        database.sql("""
                        select i.matter, count(*) as times
                          from agenda_item i
                          join meeting m on m.reference = i.meeting
                          join referral r on r.matter = i.matter and r.way = 'DEFERRED' and r.body = m.body
                         where i.meeting = :meeting group by i.matter having count(*) >= 2""")
                .param("meeting", meeting)
                .query(Repeated.class)
                .list()
                .forEach(each -> times.put(each.matter(), each.times()));
        Map<AgendaItem, Long> repeated = new LinkedHashMap<>();
        if (!times.isEmpty()) {
            agendas.of(meeting).stream()
                    .filter(each -> times.containsKey(each.matter()))
                    .forEach(each -> repeated.put(each, times.get(each.matter())));
        }
        return repeated;
    }

    /** The same as options of a form. */
    @Transactional(readOnly = true)
    public Object options(String meeting) {
        Map<String, String> options = new LinkedHashMap<>();
        of(meeting)
                .forEach((item, times) ->
                        options.put(item.matter(), "%s (reportée %d fois)".formatted(item.label(), times)));
        return FormTexts.options(options);
    }

    /** Takes those off the agenda that do not stay, and closes them; nothing when none was deferred twice. */
    public void decide(String meeting, Answer answer, String by) {
        Map<AgendaItem, Long> repeated = of(meeting);
        if (repeated.isEmpty()) {
            return;
        }
        if (answer.stay() == null) {
            throw CommitteeRefusal.because(
                    "repeatedUndecided",
                    String.join(
                            ", ",
                            repeated.keySet().stream().map(AgendaItem::label).toList()));
        }
        if (!answer.stay()) {
            drop(meeting, repeated.keySet(), answer, by);
        }
    }

    private void drop(String meeting, Set<AgendaItem> repeated, Answer answer, String by) {
        String why = RequiredText.of(answer.motive(), "dropMotive", MOTIVE);
        if (answer.dropped().isEmpty()) {
            throw CommitteeRefusal.because("nothingDropped");
        }
        for (String each : answer.dropped()) {
            if (repeated.stream().noneMatch(item -> item.matter().equals(each))) {
                throw CommitteeRefusal.because("notRepeated", each);
            }
        }
        List<AgendaItem> left = agendas.of(meeting).stream()
                .filter(each -> !answer.dropped().contains(each.matter()))
                .toList();
        if (left.isEmpty()) {
            throw CommitteeRefusal.because("agendaEmptied");
        }
        List<AgendaItem> placed = new ArrayList<>();
        left.forEach(each -> placed.add(each.at(placed.size() + 1)));
        agendas.replace(meeting, placed);
        for (Matter each : matters.findAllById(answer.dropped())) {
            close(each, meeting, why, by);
        }
    }

    private void close(Matter matter, String meeting, String why, String by) {
        matter.closed();
        matters.save(matter);
        database.sql("""
                        insert into matter_dropped (matter, meeting, motive, dropped_by, dropped_at)
                        values (:matter, :meeting, :motive, :by, :at)""")
                .param("matter", matter.reference())
                .param("meeting", meeting)
                .param("motive", why)
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        history.add(meeting, "ITEM_DROPPED", by, matter.reference());
        events.publishEvent(new MatterEvents.Dropped(notices.withProposer(matter), meeting, why));
    }
}
