package ma.tansiq.committee.cadence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.closing.ProgrammeEnded;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.engine.FormTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cadence as an obligation (rules A2, A2b). One body after the other: each use case takes the body's row first, so that
 * whichever node comes second finds what the first has done. Only held meetings count; a meeting that is planned is
 * enough for none to be opened beside it.
 */
@Component
@Transactional
public class CadenceManagement {

    private final Obligations obligations;
    private final CadenceRules rules;
    private final Bodies bodies;
    private final Meetings meetings;
    private final MeetingManagement management;
    private final MeetingHistory history;
    private final Permissions permissions;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    CadenceManagement(
            Obligations obligations,
            CadenceRules rules,
            Bodies bodies,
            Meetings meetings,
            MeetingManagement management,
            MeetingHistory history,
            Permissions permissions,
            Clock clock) {
        this.obligations = obligations;
        this.rules = rules;
        this.bodies = bodies;
        this.meetings = meetings;
        this.management = management;
        this.history = history;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** What became of an obligation, and the day that the next one counts from. */
    private record Verdict(
            Obligation.Outcome outcome, @Nullable String meeting, LocalDate next) {}

    /** Codes of the bodies that owe meetings; those that meet by decision only owe none. */
    @Transactional(readOnly = true)
    public List<String> watched() {
        return bodies.all().stream()
                .filter(CadenceManagement::isWatched)
                .map(Body::code)
                .toList();
    }

    /** Codes of those of them about which there is something to do today. */
    @Transactional(readOnly = true)
    public List<String> concerned() {
        return bodies.all().stream()
                .filter(CadenceManagement::isWatched)
                .filter(this::isConcerned)
                .map(Body::code)
                .toList();
    }

    private static boolean isWatched(Body body) {
        return body.cadencePeriod().isPresent();
    }

    private boolean isConcerned(Body body) {
        Optional<Obligation> open = obligations.open(body.code());
        return open.isEmpty()
                || moved(body, open.get()).isPresent()
                || verdict(body, open.get()).isPresent()
                || !obligations.unasked(body.code()).isEmpty()
                || wantsMeeting(body);
    }

    /**
     * Puts on record what was held and what was missed until yesterday, and what is owed next. An obligation waits while
     * a session within its period is to be recorded.
     */
    void settle(String code) {
        Body body = lock(code);
        Obligation open =
                obligations.open(code).map(each -> current(body, each)).orElseGet(() -> begin(body));
        for (Optional<Verdict> found = verdict(body, open); found.isPresent(); found = verdict(body, open)) {
            obligations.settle(open, found.get().outcome(), found.get().meeting());
            open = owe(body, found.get().next());
        }
    }

    private Optional<Verdict> verdict(Body body, Obligation open) {
        Instant from = startOf(open.since().plusDays(1));
        Instant until = startOf(open.date().plusDays(1));
        Optional<Meeting> held = meetings.firstHeld(body.code(), from, until);
        if (held.isPresent()) {
            return held.map(each -> new Verdict(Obligation.Outcome.HELD, each.reference(), dayOf(each)));
        }
        if (!today().isAfter(open.date()) || meetings.awaitsRecord(body.code(), from, until)) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(Obligation.Outcome.MISSED, null, open.date()));
    }

    private Obligation current(Body body, Obligation open) {
        return moved(body, open).map(date -> obligations.move(open, date)).orElse(open);
    }

    /** The new date after cadence or calendar changed; empty when it stays. */
    private Optional<CadenceRules.Date> moved(Body body, Obligation open) {
        CadenceRules.Date date = rules.again(body, open, today());
        CadenceRules.Date known = new CadenceRules.Date(open.cadence(), open.dueOn(), open.shiftedTo());
        return date.equals(known) || isPastNow(date) ? Optional.empty() : Optional.of(date);
    }

    /** A date that the calendar would bring back into the past stays as it was. */
    private boolean isPastNow(CadenceRules.Date date) {
        return today().isAfter(date.shiftedTo() == null ? date.dueOn() : date.shiftedTo());
    }

    private Obligation begin(Body body) {
        LocalDate lastHeld = meetings.lastHeld(body.code(), startOf(today().plusDays(1)))
                .map(this::dayOf)
                .orElse(null);
        return owe(body, rules.begin(body, lastHeld, today()));
    }

    private Obligation owe(Body body, LocalDate since) {
        return obligations.begin(body.code(), since, rules.date(body, since));
    }

    /** Whether a meeting is to be opened: the time to plan it has come, or one was missed, and none is open. */
    boolean meetingIsDue(String code) {
        return wantsMeeting(lock(code));
    }

    private boolean wantsMeeting(Body body) {
        boolean wanted = !obligations.unasked(body.code()).isEmpty()
                || obligations
                        .open(body.code())
                        .filter(each -> rules.isDue(body, each, today()))
                        .isPresent();
        return wanted && meetings.nextOpen(body.code()).isEmpty();
    }

    /** Opens a meeting in nobody's name; its secretary finds it to be planned. */
    void openMeeting(String code) {
        String date =
                obligations.open(code).map(each -> FormTexts.date(each.date())).orElseThrow();
        management.openByCadence(code, date);
    }

    /** Whether an obligation was missed and nobody was asked why. */
    boolean reasonIsMissing(String code) {
        lock(code);
        return !obligations.unasked(code).isEmpty();
    }

    /**
     * The reason is asked in the next meeting of the body, which is late.
     *
     * @param canAsk whether the process of that meeting can; if not, the one after it does
     * @return its reference; empty when its chair has been asked already and has not answered, when another node was
     *     faster, when the meeting was called off meanwhile and the next watch opens another, or when it cannot ask
     */
    Optional<String> ask(String code, Predicate<String> canAsk) {
        lock(code);
        List<Obligation> missed = obligations.unasked(code);
        Optional<String> meeting =
                missed.isEmpty() ? Optional.empty() : meetings.nextOpen(code).map(Meeting::reference);
        return meeting.filter(canAsk).filter(reference -> ask(code, reference, missed));
    }

    private boolean ask(String code, String meeting, List<Obligation> missed) {
        boolean first = obligations.unjustified(meeting).isEmpty();
        String dates = missed.stream().map(each -> FormTexts.date(each.date())).collect(Collectors.joining(", "));
        obligations.ask(code, meeting);
        history.add(meeting, "CADENCE_MISSED", null, dates);
        return first;
    }

    /** The chair says why no meeting was held; the reason stays on record with each obligation that it is about. */
    void justify(String meeting, String reason, String by) {
        String body = meetings.required(meeting).body();
        permissions.requireChair(body, by);
        if (obligations.unjustified(meeting).isEmpty()) {
            throw CommitteeRefusal.because("nothingMissed", meeting);
        }
        obligations.justify(meeting, reason, by);
        history.add(meeting, "MISS_JUSTIFIED", by, reason);
    }

    /** A body that an act closed owes no meeting any more (rule A1b). */
    @EventListener
    void on(ProgrammeEnded ended) {
        obligations.forget(ended.body().code());
    }

    private Body lock(String code) {
        return bodies.lock(code).orElseThrow(() -> CommitteeRefusal.because("unknownBody", code));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate dayOf(Meeting meeting) {
        return LocalDate.ofInstant(meeting.startsAt(), clock.getZone());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
