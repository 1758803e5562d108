package ma.tansiq.committee.session;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.matter.MatterEvents;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingNotice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When decisions are signed, those that touch other programmes reach the committees of these as one digest a session: their
 * secretaries, chairs and members (rule B4b). When a reservation alters such a decision, they are told once more. Of a
 * confidential matter it says that there is one, and not what it is about (rule B8).
 */
@Component
class TouchingDecisions {

    private static final Set<MemberRole> TOLD =
            Set.of(MemberRole.CHAIR, MemberRole.VICE_CHAIR, MemberRole.SECRETARY, MemberRole.FULL_MEMBER);

    private final Agendas agendas;
    private final Decisions decisions;
    private final Memberships memberships;
    private final ToldProgrammes told;
    private final MeetingHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TouchingDecisions(
            Agendas agendas,
            Decisions decisions,
            Memberships memberships,
            ToldProgrammes told,
            MeetingHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.agendas = agendas;
        this.decisions = decisions;
        this.memberships = memberships;
        this.told = told;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(MeetingEvents.DecisionsSigned signed) {
        MeetingNotice notice = signed.notice();
        tell(notice, 1, "PROGRAMMES_TOLD", touched(notice.reference()));
    }

    @EventListener
    void on(MeetingEvents.DecisionsSignedAgain signed) {
        MeetingNotice notice = signed.notice();
        Map<String, Set<String>> outdated = told.outdated(notice.reference());
        if (outdated.isEmpty()) {
            return;
        }
        List<Touched> altered = touched(notice.reference()).stream()
                .map(each -> each.among(outdated.getOrDefault(each.decision().reference(), Set.of())))
                .filter(each -> !each.bodies().isEmpty())
                .toList();
        tell(notice, signed.version(), "PROGRAMMES_TOLD_AGAIN", altered);
    }

    /** A decision with the codes of the committees that are to know of it. */
    private record Touched(Decision decision, AgendaItem item, List<String> bodies) {

        private Touched among(Set<String> some) {
            return new Touched(
                    decision, item, bodies.stream().filter(some::contains).toList());
        }

        private MatterEvents.TouchingDecision told() {
            boolean confidential = item.isConfidential();
            return new MatterEvents.TouchingDecision(
                    decision.reference(),
                    item.matter(),
                    confidential ? null : item.title(),
                    confidential ? null : decision.text(),
                    bodies);
        }
    }

    private List<Touched> touched(String meeting) {
        Map<Integer, AgendaItem> touching = agendas.of(meeting).stream()
                .filter(each -> !each.touchedBodies().isEmpty())
                .collect(Collectors.toMap(AgendaItem::position, Function.identity()));
        return touching.isEmpty()
                ? List.of()
                : decisions.of(meeting).stream()
                        .filter(each -> touching.containsKey(each.position()))
                        .map(each -> touched(each, Objects.requireNonNull(touching.get(each.position()))))
                        .toList();
    }

    private static Touched touched(Decision decision, AgendaItem item) {
        return new Touched(decision, item, item.touchedBodies());
    }

    /** @param version of the record of decisions */
    private void tell(MeetingNotice notice, int version, String fact, List<Touched> touched) {
        List<MatterEvents.TouchingDecision> taken =
                touched.stream().map(Touched::told).toList();
        Map<String, Set<String>> seats = seats(taken);
        if (seats.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        touched.forEach(each -> told.add(each.decision(), each.bodies(), now));
        history.add(notice.reference(), fact, null, String.join(", ", bodies(taken)));
        events.publishEvent(new MatterEvents.ProgrammesTouched(
                notice.reference(), notice.bodyName(), notice.startsAt(), version, taken, seats));
    }

    /** Which of the committees touched each person sits in, today. */
    private Map<String, Set<String>> seats(List<MatterEvents.TouchingDecision> taken) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Set<String>> seats = new LinkedHashMap<>();
        for (String body : bodies(taken)) {
            memberships.activeOn(body, today).stream()
                    .filter(each -> TOLD.contains(each.role()))
                    .map(Membership::account)
                    .flatMap(Stream::ofNullable)
                    .forEach(account -> seats.computeIfAbsent(account, each -> new LinkedHashSet<>())
                            .add(body));
        }
        return seats;
    }

    private static List<String> bodies(List<MatterEvents.TouchingDecision> taken) {
        return taken.stream().flatMap(each -> each.bodies().stream()).distinct().toList();
    }
}
