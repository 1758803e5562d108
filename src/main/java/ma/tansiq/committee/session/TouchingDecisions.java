package ma.tansiq.committee.session;

import java.time.Clock;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When decisions are signed, those that touch other programmes reach the committees of these as one digest a session: their
 * secretaries, chairs and members (rule B4b). Of a confidential matter it says that there is one, and not what it is about
 * (rule B8).
 */
@Component
class TouchingDecisions {

    private static final Set<MemberRole> TOLD =
            Set.of(MemberRole.CHAIR, MemberRole.VICE_CHAIR, MemberRole.SECRETARY, MemberRole.FULL_MEMBER);

    private final Agendas agendas;
    private final Decisions decisions;
    private final Memberships memberships;
    private final MeetingHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TouchingDecisions(
            Agendas agendas,
            Decisions decisions,
            Memberships memberships,
            MeetingHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.agendas = agendas;
        this.decisions = decisions;
        this.memberships = memberships;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(MeetingEvents.DecisionsSigned signed) {
        String meeting = signed.notice().reference();
        Map<Integer, AgendaItem> touching = agendas.of(meeting).stream()
                .filter(each -> !each.touchedBodies().isEmpty())
                .collect(Collectors.toMap(AgendaItem::position, Function.identity()));
        if (touching.isEmpty()) {
            return;
        }
        List<MatterEvents.TouchingDecision> taken = decisions.of(meeting).stream()
                .filter(each -> touching.containsKey(each.position()))
                .map(each -> touching(each, Objects.requireNonNull(touching.get(each.position()))))
                .toList();
        Map<String, Set<String>> seats = seats(taken);
        if (!seats.isEmpty()) {
            history.add(meeting, "PROGRAMMES_TOLD", null, String.join(", ", bodies(taken)));
            events.publishEvent(new MatterEvents.ProgrammesTouched(
                    meeting, signed.notice().bodyName(), signed.notice().startsAt(), taken, seats));
        }
    }

    private static MatterEvents.TouchingDecision touching(Decision decision, AgendaItem item) {
        boolean confidential = item.isConfidential();
        return new MatterEvents.TouchingDecision(
                decision.reference(),
                item.matter(),
                confidential ? null : item.title(),
                confidential ? null : decision.text(),
                item.touchedBodies());
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
