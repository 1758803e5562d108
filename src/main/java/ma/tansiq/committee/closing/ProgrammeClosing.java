package ma.tansiq.committee.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.action.Action;
import ma.tansiq.committee.action.ActionManagement;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.ClosedBodies;
import ma.tansiq.committee.body.Mandates;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.matter.MovedMatters;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.Texts;
import ma.tansiq.identity.AdminChanges;
import ma.tansiq.strategy.Programme;
import ma.tansiq.strategy.ProgrammeAct;
import ma.tansiq.strategy.ProgrammeActs;
import ma.tansiq.strategy.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A programme ends by an act with number, date and reason (rule A1b): it merges into another, whose committee takes over,
 * or closes, and the body above takes over. What is open is passed on, or ends, one by one; nothing stays behind, for what
 * a last session defers, or decides, passes on too.
 */
@Component
@Transactional
public class ProgrammeClosing {

    private static final int LONGEST_ACT = 200;
    private static final int LONGEST_REASON = 2_000;

    private final Programmes programmes;
    private final ProgrammeActs acts;
    private final Bodies bodies;
    private final ClosedBodies closedBodies;
    private final Memberships memberships;
    private final MeetingManagement meetings;
    private final Meetings held;
    private final Matters matters;
    private final MovedMatters moved;
    private final Actions actions;
    private final ActionManagement actionManagement;
    private final AdminChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    ProgrammeClosing(
            Programmes programmes,
            ProgrammeActs acts,
            Bodies bodies,
            ClosedBodies closedBodies,
            Memberships memberships,
            MeetingManagement meetings,
            Meetings held,
            Matters matters,
            MovedMatters moved,
            Actions actions,
            ActionManagement actionManagement,
            AdminChanges changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.programmes = programmes;
        this.acts = acts;
        this.bodies = bodies;
        this.closedBodies = closedBodies;
        this.memberships = memberships;
        this.meetings = meetings;
        this.held = held;
        this.matters = matters;
        this.moved = moved;
        this.actions = actions;
        this.actionManagement = actionManagement;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The act as typed.
     *
     * @param successor number of the programme that it merges into; null when it closes
     */
    public record Act(@Nullable Integer successor, String number, LocalDate on, String reason) {}

    /**
     * What becomes of what is open; whatever is not named goes on in the body that takes over.
     *
     * @param meetingsFinish whether meetings that are planned are still held; else they are cancelled
     * @param matters references of matters that end
     * @param actions references of actions that are called off
     */
    public record Choice(boolean meetingsFinish, Set<String> matters, Set<String> actions) {}

    @Transactional(readOnly = true)
    public OpenBusiness openIn(int programme) {
        List<Body> committees = bodies.ofProgramme(programme);
        return new OpenBusiness(
                all(committees, meetings::openOf), all(committees, moved::waitingIn), all(committees, this::started));
    }

    private static <T> List<T> all(List<Body> committees, Function<String, List<T>> read) {
        return committees.stream()
                .flatMap(each -> read.apply(each.code()).stream())
                .toList();
    }

    private List<Action> started(String body) {
        return actions.openOf(body).stream()
                .filter(each -> actions.isStarted(each.reference()))
                .toList();
    }

    /** @param by account of the administrator who records the act */
    public void end(int number, Act typed, Choice choice, String by) {
        Integer successor = typed.successor();
        acts.lock(successor == null ? List.of(number) : List.of(number, successor));
        Programme programme = standing(number);
        ProgrammeAct act = checked(programme, typed);
        List<Body> committees = bodies.ofProgramme(number);
        if (committees.isEmpty()) {
            throw CommitteeRefusal.because("programmeWithoutCommittee", number);
        }
        refuseStale(number, choice);
        committees.forEach(each -> close(locked(each), taking(each, act), act, choice, by));
        acts.add(act, by);
        changes.add(
                by,
                "P" + number,
                successor == null ? "PROGRAMME_CLOSED" : "PROGRAMME_MERGED",
                programme.nameFr(),
                (successor == null ? "" : "P" + successor + " · ") + FormTexts.date(act.effectiveOn()),
                act.act());
    }

    private Programme standing(int number) {
        Programme programme = programmes
                .find(number)
                .orElseThrow(() -> CommitteeRefusal.because("programmeUnknown", String.valueOf(number)));
        acts.of(number).ifPresent(ended -> {
            throw CommitteeRefusal.because(
                    "programmeEnded", String.valueOf(number), ended.act(), FormTexts.date(ended.effectiveOn()));
        });
        return programme;
    }

    private ProgrammeAct checked(Programme programme, Act typed) {
        Integer successor = typed.successor();
        if (successor != null) {
            if (successor == programme.number()) {
                throw CommitteeRefusal.because("programmeIntoItself", String.valueOf(successor));
            }
            standing(successor);
        }
        String number = Texts.clean(typed.number());
        if (number.isEmpty() || number.length() > LONGEST_ACT) {
            throw CommitteeRefusal.because("programmeAct", LONGEST_ACT);
        }
        if (typed.on().isAfter(today()) || typed.on().getYear() < 2000) {
            throw CommitteeRefusal.because("programmeActDate", FormTexts.date(typed.on()));
        }
        String reason = typed.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw CommitteeRefusal.because("programmeReason", LONGEST_REASON);
        }
        return new ProgrammeAct(programme.number(), successor, number, typed.on(), reason);
    }

    /** Whoever chose saw what is open still. */
    private void refuseStale(int programme, Choice choice) {
        OpenBusiness open = openIn(programme);
        Set<String> gone = new LinkedHashSet<>(choice.matters());
        gone.addAll(choice.actions());
        open.matters().forEach(each -> gone.remove(each.reference()));
        open.actions().forEach(each -> gone.remove(each.reference()));
        if (!gone.isEmpty()) {
            throw CommitteeRefusal.because("programmeListStale", String.join(", ", gone));
        }
    }

    private Body taking(Body body, ProgrammeAct act) {
        Integer successor = act.successor();
        return successor == null
                ? bodies.parentOf(body.code()).orElseThrow(() -> CommitteeRefusal.because("nothingAbove", body.code()))
                : bodies.ofProgramme(successor).stream()
                        .filter(each -> !each.isClosed())
                        .findFirst()
                        .orElseThrow(
                                () -> CommitteeRefusal.because("programmeWithoutCommittee", String.valueOf(successor)));
    }

    private Body locked(Body body) {
        Body held = bodies.lock(body.code()).orElseThrow();
        List<String> below =
                bodies.childrenOf(held.code()).stream().map(Body::code).toList();
        if (!below.isEmpty()) {
            throw CommitteeRefusal.because("programmeBodiesBelow", held.code(), String.join(", ", below));
        }
        List<String> asked =
                matters.consultedIn(held.code()).stream().map(Matter::reference).toList();
        if (!asked.isEmpty()) {
            throw CommitteeRefusal.because("programmeConsults", held.code(), String.join(", ", asked));
        }
        return held;
    }

    private void close(Body body, Body into, ProgrammeAct act, Choice choice, String by) {
        List<String> sat = peopleOf(body);
        LocalDate seatsUntil = settleMeetings(body, act, choice, by);
        MovedMatters.Settled settled =
                moved.settle(body.code(), into.code(), choice.matters(), act.act(), act.reason(), by);
        List<Action> open = started(body.code());
        choice.actions().stream()
                .filter(each ->
                        open.stream().anyMatch(action -> action.reference().equals(each)))
                .forEach(each -> actionManagement.cancelByAct(each, act.reason(), by));
        int ended = (int) open.stream()
                .filter(each -> choice.actions().contains(each.reference()))
                .count();
        actions.passOn(body.code(), into.code());
        closedBodies.close(body, into, act.effectiveOn(), seatsUntil);
        changes.add(
                by,
                body.code(),
                "BODY_CLOSED",
                null,
                into.code() + " · " + FormTexts.date(act.effectiveOn()),
                act.act());
        Set<String> told = new LinkedHashSet<>(sat);
        told.addAll(peopleOf(into));
        told.addAll(settled.proposers());
        open.forEach(each -> told.add(each.owner()));
        events.publishEvent(new ProgrammeEnded(
                body,
                into,
                act,
                new ProgrammeEnded.Counted(settled.moved(), settled.closed(), open.size() - ended, ended),
                List.copyOf(told)));
    }

    /**
     * Cancels what is not held any more; what is under way goes on.
     *
     * @return last day on which the body's people hold their seats
     */
    private LocalDate settleMeetings(Body body, ProgrammeAct act, Choice choice, String by) {
        LocalDate before = act.effectiveOn().minusDays(1);
        LocalDate last = held.lastHeld(body.code(), clock.instant())
                .map(each -> LocalDate.ofInstant(each.startsAt(), LegalTime.ZONE))
                .filter(each -> each.isAfter(before))
                .orElse(before);
        List<String> undated = new ArrayList<>();
        for (Meeting each : meetings.openOf(body.code())) {
            boolean goesOn = each.isUnderWay(clock.instant()) || choice.meetingsFinish();
            if (!goesOn) {
                meetings.cancelByAct(each.reference(), act.act() + " : " + act.reason(), by);
            } else if (!each.isPlanned()) {
                undated.add(each.reference());
            } else {
                LocalDate day = LocalDate.ofInstant(each.startsAt(), LegalTime.ZONE);
                last = day.isAfter(last) ? day : last;
            }
        }
        if (!undated.isEmpty()) {
            throw CommitteeRefusal.because("programmeMeetingUndated", String.join(", ", undated));
        }
        return last;
    }

    private List<String> peopleOf(Body body) {
        Set<String> people = new HashSet<>();
        return memberships.activeOn(body.code(), today()).stream()
                .map(Membership::account)
                .filter(each -> each != null && people.add(each))
                .collect(Collectors.toList());
    }

    /** What last sessions of closed bodies deferred or decided passes on: every full hour, and when the clock is moved. */
    @EventListener
    void on(Mandates.Refreshed refreshed) {
        for (Body each : bodies.closed()) {
            String next = Objects.requireNonNull(each.successor());
            acts.of(Objects.requireNonNull(each.programme()))
                    .ifPresent(act -> moved.settle(each.code(), next, Set.of(), act.act(), act.reason(), "tansiq"));
            actions.passOn(each.code(), next);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
