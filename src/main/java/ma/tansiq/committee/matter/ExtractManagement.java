package ma.tansiq.committee.matter;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.meeting.RequiredText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was decided of a matter goes back to every body that it came through, and the loop closes (rule B3). */
@Component
@Transactional
public class ExtractManagement {

    private final Matters matters;
    private final Referrals referrals;
    private final Extracts extracts;
    private final Meetings meetings;
    private final Agendas agendas;
    private final Bodies bodies;
    private final MeetingRulesTable rules;
    private final WorkingDays workingDays;
    private final MeetingHistory history;
    private final MatterNotices notices;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    ExtractManagement(
            Matters matters,
            Referrals referrals,
            Extracts extracts,
            Meetings meetings,
            Agendas agendas,
            Bodies bodies,
            MeetingRulesTable rules,
            WorkingDays workingDays,
            MeetingHistory history,
            MatterNotices notices,
            Permissions permissions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.matters = matters;
        this.referrals = referrals;
        this.extracts = extracts;
        this.meetings = meetings;
        this.agendas = agendas;
        this.bodies = bodies;
        this.rules = rules;
        this.workingDays = workingDays;
        this.history = history;
        this.notices = notices;
        this.permissions = permissions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns what the session decided to every body that each of its closed matters came from, and tells their
     * secretaries. Doing it again after a failure returns nothing twice.
     */
    public void returnExtracts(String reference) {
        if (!extracts.ofMeeting(reference).isEmpty()) {
            return;
        }
        List<Extract> returned = made(meetings.required(reference));
        if (returned.isEmpty()) {
            return;
        }
        extracts.add(returned);
        tellOfReturn(returned);
        history.add(reference, "EXTRACTS_RETURNED", null, String.valueOf(returned.size()));
    }

    /**
     * Returns again what a correction of the minutes altered, to everybody who had acknowledged it as it was before (rules
     * B3, C5). What is still to be acknowledged says what is decided now, and what was not returned yet will.
     *
     * @param altered matters whose decision was altered
     * @return whether anything was
     */
    public boolean returnCorrected(String reference, Collection<String> altered) {
        List<Extract> returned = extracts.ofMeeting(reference);
        Map<String, Extract> latest = returned.stream()
                .filter(each -> altered.contains(each.matter()))
                .collect(Collectors.toMap(
                        each -> each.matter() + "/" + each.body(), each -> each, (first, second) -> second));
        int round = 1 + returned.stream().mapToInt(Extract::round).max().orElse(0);
        List<Extract> again = latest.values().stream()
                .filter(each -> !each.isOpen())
                .map(each -> sent(reference, each.matter(), each.body(), round, clock.instant()))
                .toList();
        if (again.isEmpty()) {
            return false;
        }
        extracts.add(again);
        tellOfReturn(again);
        history.add(reference, "EXTRACTS_CORRECTED", null, String.valueOf(again.size()));
        return true;
    }

    /** The extracts of the meeting's latest return that wait to be acknowledged. */
    @Transactional(readOnly = true)
    public List<ExtractKey> openExtracts(String meeting) {
        List<Extract> returned = extracts.ofMeeting(meeting);
        int latest = returned.stream().mapToInt(Extract::round).max().orElse(0);
        return returned.stream()
                .filter(each -> each.isOpen() && each.round() == latest)
                .map(ExtractKey::of)
                .toList();
    }

    /** The secretary has read what was decided above. */
    public void acknowledge(ExtractKey key, String by) {
        extracts.acknowledge(key, Extract.Way.SECRETARY, by, null, clock.instant());
        history.add(key.meeting(), "EXTRACT_ACKNOWLEDGED", by, key.matter() + " · " + key.body());
    }

    /**
     * Acknowledges in the secretary's place, so that the session's loop can close.
     *
     * @param motive why; kept on record with the coordinator's name (rule B3)
     * @param by account of a coordinator
     */
    public void acknowledgeInstead(String meeting, String matter, String body, String motive, String by) {
        permissions.requireCoordinator(by);
        String why = RequiredText.of(motive, "motive", MatterManagement.LONGEST_MOTIVE);
        meetings.toChange(meeting);
        ExtractKey key = extracts.ofMeeting(meeting).stream()
                .filter(each -> each.isOpen() && each.matter().equals(matter))
                .filter(each -> each.body().equals(body))
                .map(ExtractKey::of)
                .findFirst()
                .orElseThrow(() -> CommitteeRefusal.because("extractNotOpen", matter, body));
        extracts.acknowledge(key, Extract.Way.COORDINATOR, by, why, clock.instant());
        history.add(key.meeting(), "EXTRACT_OVERRIDDEN", by, key.matter() + " · " + key.body());
        events.publishEvent(new AcknowledgedInstead(key));
    }

    /** A coordinator acknowledged: nobody is asked any more. */
    public record AcknowledgedInstead(ExtractKey extract) {}

    /** Nobody acknowledged in time: the extract counts as acknowledged, and is flagged so (rule B3). */
    public void acknowledgeByDeadline(ExtractKey key) {
        extracts.acknowledge(key, Extract.Way.DEADLINE, null, null, clock.instant());
        history.add(key.meeting(), "EXTRACT_EXPIRED", null, key.matter() + " · " + key.body());
    }

    private List<Extract> made(Meeting meeting) {
        Set<String> closed = agendas.of(meeting.reference()).stream()
                .filter(each -> each.passage() > 1 && each.outcome() != null)
                .filter(each -> !Objects.requireNonNull(each.outcome()).isNotTheLast())
                .map(AgendaItem::matter)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        closed.addAll(extracts.ratifiedBy(meeting.reference()));
        if (closed.isEmpty()) {
            return List.of();
        }
        Map<String, List<Referral>> ways = referrals.of(closed).stream().collect(groupingBy(Referral::matter));
        Instant now = clock.instant();
        return matters.findAllById(closed).stream()
                .flatMap(matter -> Referral.through(matter, ways.getOrDefault(matter.reference(), List.of())).stream()
                        .filter(each -> !each.equals(meeting.body()))
                        .map(each -> sent(meeting.reference(), matter.reference(), each, 1, now)))
                .toList();
    }

    private Extract sent(String meeting, String matter, String body, int round, Instant at) {
        return new Extract(meeting, matter, body, round, at, due(body, at), null, null, null, null);
    }

    private Instant due(String body, Instant from) {
        String level = bodies.find(body).orElseThrow().rules();
        return workingDays.deadlineAfter(from, rules.of(level).acknowledgement());
    }

    private void tellOfReturn(List<Extract> returned) {
        Map<String, Matter> known =
                matters
                        .findAllById(returned.stream()
                                .map(Extract::matter)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Matter::reference, each -> each));
        returned.forEach(extract -> events.publishEvent(new MatterEvents.ExtractReturned(
                notices.of(Objects.requireNonNull(known.get(extract.matter())), extract.body()),
                extract.meeting(),
                extract.round(),
                extract.dueAt())));
    }
}
