package ma.tansiq.committee.briefing;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.MeetingHistory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Preparing a briefing for each item of an agenda; the pack has those that are there, and is sent anew with the last one. */
@Component
@Transactional
public class BriefingManagement {

    private final Briefings briefings;
    private final Agendas agendas;
    private final AgendaManagement packs;
    private final MeetingHistory history;
    private final Clock clock;

    BriefingManagement(
            Briefings briefings, Agendas agendas, AgendaManagement packs, MeetingHistory history, Clock clock) {
        this.briefings = briefings;
        this.agendas = agendas;
        this.packs = packs;
        this.history = history;
        this.clock = clock;
    }

    /** The matters on that agenda that have no briefing yet. */
    @Transactional(readOnly = true)
    public List<String> missing(String meeting) {
        Set<String> prepared =
                briefings.of(meeting).stream().map(Briefing::matter).collect(Collectors.toSet());
        return agendas.of(meeting).stream()
                .map(AgendaItem::matter)
                .filter(each -> !prepared.contains(each))
                .toList();
    }

    /** Keeps the briefing. When it completes those of the agenda and the pack has left without it, the pack leaves again. */
    public void prepare(String meeting, String matter, String text, String by) {
        if (agendas.of(meeting).stream().noneMatch(each -> each.matter().equals(matter))) {
            throw CommitteeRefusal.because("noSuchItem", matter, meeting);
        }
        briefings.put(new Briefing(meeting, matter, text, by, clock.instant()));
        history.add(meeting, "BRIEFING_PREPARED", by, matter);
        if (missing(meeting).isEmpty()) {
            packs.distributeAnew(meeting);
        }
    }
}
