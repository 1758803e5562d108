package ma.tansiq.committee.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.BodyRefusal;
import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opening, planning, convoking, moving and cancelling meetings. Every use case is one transaction: when it is refused,
 * data, process and mail stay as they were.
 */
@Component
@Transactional
public class MeetingManagement {

    private static final int LONGEST_MOTIVE = 1_000;

    private final Meetings meetings;
    private final ConveningDecisions decisions;
    private final Bodies bodies;
    private final Memberships memberships;
    private final MeetingPlanning planning;
    private final MeetingClashes clashes;
    private final Convocation convocation;
    private final ProxyOffers proxies;
    private final AttendanceSheets sheets;
    private final Sittings sittings;
    private final MeetingNotices notices;
    private final MeetingFacts facts;
    private final MeetingHistory history;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    MeetingManagement(
            Meetings meetings,
            ConveningDecisions decisions,
            Bodies bodies,
            Memberships memberships,
            MeetingPlanning planning,
            MeetingClashes clashes,
            Convocation convocation,
            ProxyOffers proxies,
            AttendanceSheets sheets,
            Sittings sittings,
            MeetingNotices notices,
            MeetingFacts facts,
            MeetingHistory history,
            Permissions permissions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.decisions = decisions;
        this.bodies = bodies;
        this.memberships = memberships;
        this.planning = planning;
        this.clashes = clashes;
        this.convocation = convocation;
        this.proxies = proxies;
        this.sheets = sheets;
        this.sittings = sittings;
        this.notices = notices;
        this.facts = facts;
        this.history = history;
        this.permissions = permissions;
        this.events = events;
        this.clock = clock;
    }

    /** A meeting has its reference; the process begins. */
    public record Opened(String meeting, String body, MeetingProcess process) {}

    /** The session of a convoked meeting has a new date. */
    public record Moved(String meeting) {}

    /**
     * The meeting will not take place, or does not go on.
     *
     * @param held whether an earlier sitting of it is on record
     */
    public record CalledOff(String meeting, boolean held) {}

    /**
     * Allots the next reference of the body and year, and starts the meeting's process. While another meeting of the body
     * is to be held, whoever opens one has seen it and says why.
     *
     * @param by account of the body's secretary, or of a coordinator
     * @return the permanent reference
     */
    public MeetingRef open(String bodyCode, Opening opening, String by) {
        Body body = bodies.find(bodyCode).orElseThrow(() -> CommitteeRefusal.because("unknownBody", bodyCode));
        requireNoDecision(body);
        permissions.requireSecretary(bodyCode, by);
        requireNotClosed(body);
        meetings.lockBody(bodyCode);
        List<Meeting> others = meetings.openOf(bodyCode);
        checkOthers(bodyCode, others, opening);
        Meeting meeting = allot(body, by);
        history.add(meeting.reference(), others.isEmpty() ? "OPENED" : "OPENED_BESIDE", by, opening.motive());
        return begin(meeting, body);
    }

    /** The body's meetings that are still to be held. */
    @Transactional(readOnly = true)
    public List<Meeting> openOf(String bodyCode) {
        return meetings.openOf(bodyCode);
    }

    private static void checkOthers(String body, List<Meeting> others, Opening opening) {
        List<String> unseen = others.stream()
                .map(Meeting::reference)
                .filter(each -> !opening.seen().contains(each))
                .toList();
        if (!unseen.isEmpty()) {
            throw CommitteeRefusal.because("anotherOpen", body, String.join(", ", unseen));
        }
        String motive = opening.motive();
        if (!others.isEmpty() && (motive == null || motive.length() > LONGEST_MOTIVE)) {
            throw CommitteeRefusal.because(motive == null ? "missing.openingMotive" : "reasonTooLong", LONGEST_MOTIVE);
        }
    }

    /**
     * The same in nobody's name, because the body's cadence asks for a meeting.
     *
     * @param date the day by which it is due, as people read it
     */
    public MeetingRef openByCadence(String bodyCode, String date) {
        Body body = bodies.find(bodyCode).orElseThrow(() -> CommitteeRefusal.because("unknownBody", bodyCode));
        requireNoDecision(body);
        requireNotClosed(body);
        Meeting meeting = allot(body, null);
        history.add(meeting.reference(), "OPENED_BY_CADENCE", null, date);
        return begin(meeting, body);
    }

    /**
     * Opens a session of a body that meets by decision only (rule A2); the decision is kept with it.
     *
     * @param reference under which the head of government's decision is registered
     * @param decidedOn its date, {@code 2027-01-12}
     * @param by account of a coordinator
     */
    public MeetingRef openByDecision(String bodyCode, String reference, String decidedOn, String by) {
        Body body = bodies.find(bodyCode).orElseThrow(() -> CommitteeRefusal.because("unknownBody", bodyCode));
        if (!body.meetsByDecision()) {
            throw CommitteeRefusal.because("meetsWithoutDecision", bodyCode);
        }
        if (!permissions.coordinates(by)) {
            throw CommitteeRefusal.because("opensByDecision", bodyCode);
        }
        ConveningDecision decision = ConveningDecision.read(reference, decidedOn, LocalDate.now(clock));
        Meeting meeting = allot(body, by);
        decisions.meetingOf(bodyCode, decision).ifPresent(other -> {
            throw CommitteeRefusal.because("decisionUsed", decision.toString(), other);
        });
        decisions.add(meeting.reference(), decision);
        history.add(meeting.reference(), "OPENED_BY_DECISION", by, decision.toString());
        return begin(meeting, body);
    }

    private static void requireNotClosed(Body body) {
        if (body.isClosed()) {
            throw BodyRefusal.closed(body);
        }
    }

    private static void requireNoDecision(Body body) {
        if (body.meetsByDecision()) {
            throw CommitteeRefusal.because("opensByDecision", body.code());
        }
    }

    private Meeting allot(Body body, @Nullable String by) {
        meetings.lockBody(body.code());
        int year = LocalDate.now(clock).getYear();
        int number = meetings.nextNumber(body.code(), year);
        return meetings.save(Meeting.opened(body.code(), year, number, by, clock.instant()));
    }

    private MeetingRef begin(Meeting meeting, Body body) {
        events.publishEvent(new Opened(meeting.reference(), body.code(), body.process()));
        return meeting.ref();
    }

    /** @param problems what was wrong with the answers already when they were read; refused with the rest */
    void plan(String reference, MeetingPlan plan, Problems problems, String by) {
        Meeting meeting = meetings.required(reference);
        Body body = bodyOf(meeting);
        planning.check(plan, body, meeting.isSuspended(), problems);
        List<String> known = clashes.check(meeting, plan, problems);
        problems.refuse();
        meeting.plan(plan, by);
        meeting.keepIntakeOpen(planning.leastIntake(plan, body));
        meetings.save(meeting);
        history.add(reference, "PLANNED", by, plan.urgencyMotive());
        keep(reference, known, by);
    }

    /** Tells everybody of the session's date: the first time as a convocation, later as a change of date. */
    void announce(String reference) {
        Meeting meeting = meetings.required(reference);
        List<String> standIns = notices.standIns(reference);
        sheets.replace(reference, convocation.sheet(meeting));
        Optional<Instant> previousStart = meeting.announce();
        meetings.save(meeting);
        MeetingNotice notice = notices.of(meeting, standIns);
        boolean resumes = meeting.isSuspended();
        history.add(
                reference,
                previousStart.isPresent() ? "RESCHEDULED" : resumes ? "RESUMPTION_ANNOUNCED" : "CONVENED",
                null,
                previousStart.map(was -> meeting.changeReason()).orElse(null));
        events.publishEvent(previousStart
                .<Object>map(was -> new MeetingEvents.Rescheduled(notice, was, meeting.changeReason()))
                .orElseGet(() -> resumes
                        ? new MeetingEvents.Resumes(notice, meeting.changeReason())
                        : new MeetingEvents.Convened(
                                notice, meeting.urgencyMotive().orElse(null))));
    }

    /**
     * Refuses a change that was made up before the latest invitation left; until the end of the transaction nobody else
     * sends another.
     *
     * @param seen number of the last invitation that its author saw; -1 for none
     */
    public void requireSeen(String reference, int seen) {
        meetings.toChange(reference).requireSeen(seen);
    }

    /**
     * Moves a convoked session, until it is recorded. Everybody is told and asked again; due dates follow.
     *
     * @param by account of the body's secretary or chair, or of a coordinator
     */
    public void reschedule(String reference, MeetingPlan plan, String reason, String by) {
        rescheduleInstead(reference, plan, reason, new Problems(), by);
        events.publishEvent(new SessionsOnHolidays.Settled(reference));
    }

    /**
     * The same as answer to the question about the session's day off.
     *
     * @param problems what was wrong with the answers already when they were read; refused with the rest
     */
    void rescheduleInstead(String reference, MeetingPlan plan, String reason, Problems problems, String by) {
        Meeting meeting = meetings.toChange(reference);
        permissions.requireSecretaryOrChair(meeting.body(), by);
        if (meeting.isAlready(plan)) {
            throw CommitteeRefusal.because("nothingMoves", reference);
        }
        planning.check(plan, bodyOf(meeting), meeting.isSuspended(), problems);
        List<String> known = clashes.check(meeting, plan, problems);
        problems.check(() -> required(reason, "reason"));
        problems.refuse();
        Instant before = meeting.startsAt();
        meeting.reschedule(plan, required(reason, "reason"));
        meetings.save(meeting);
        history.add(
                reference,
                "SESSION_MOVED",
                by,
                FormTexts.dateTime(before) + " \u2192 " + FormTexts.dateTime(plan.startsAt()));
        keep(reference, known, by);
        events.publishEvent(new Moved(reference));
    }

    /** Whoever went on although people or the room were taken did so knowingly. */
    private void keep(String reference, List<String> clashes, String by) {
        if (!clashes.isEmpty()) {
            history.add(reference, "CLASH_ACCEPTED", by, String.join(" ; ", clashes));
        }
    }

    /**
     * Calls the meeting off, until its session is recorded, or the rest of one that is suspended; whoever was convoked is
     * told.
     */
    public void cancel(String reference, String reason, String by) {
        Meeting meeting = meetings.toChange(reference);
        permissions.requireSecretaryOrChair(meeting.body(), by);
        cancel(meeting, reason, by);
    }

    /** The same because an act ended the body, whoever recorded the act (rule A1b). */
    public void cancelByAct(String reference, String reason, String by) {
        cancel(meetings.toChange(reference), reason, by);
    }

    private void cancel(Meeting meeting, String reason, String by) {
        String reference = meeting.reference();
        boolean held = meeting.isSuspended();
        if (held && meeting.isUnderWay(clock.instant())) {
            throw CommitteeRefusal.because("resumed", reference);
        }
        if (held) {
            meeting.endSuspended(sittings.last(reference).orElseThrow(), required(reason, "reason"));
        } else {
            meeting.cancel(required(reason, "reason"));
        }
        meetings.save(meeting);
        history.add(reference, held ? "NOT_RESUMED" : "CANCELLED", by, reason);
        events.publishEvent(new CalledOff(reference, held));
    }

    void announceCancellation(String reference) {
        Meeting meeting = meetings.required(reference);
        if (meeting.status() != MeetingStatus.CANCELLED) {
            events.publishEvent(new MeetingEvents.NotResumed(notices.of(meeting), meeting.changeReason()));
        } else if (meeting.sequence() > 0) {
            events.publishEvent(new MeetingEvents.Cancelled(notices.of(meeting), meeting.changeReason()));
        }
    }

    /** Without quorum: a second session with the same agenda, to be planned anew. */
    public void reconvene(String reference) {
        Meeting meeting = meetings.required(reference);
        meeting.reconvene();
        meetings.save(meeting);
        history.add(reference, "RECONVENED", null, null);
    }

    /**
     * Records an answer to the convocation.
     *
     * @param problems what was wrong with the answers already when they were read; refused with the rest
     */
    void answer(String reference, String account, AttendanceReply reply, Problems problems) {
        Meeting meeting = meetings.required(reference);
        Attendance invited =
                sheets.of(reference, account).orElseThrow(() -> CommitteeRefusal.because("notConvoked", reference));
        String standIn = reply.standIn();
        switch (reply.answer()) {
            case DELEGATED -> problems.check(() -> checkAlternate(meeting, invited, standIn));
            case PROXY -> problems.check(() -> proxies.check(bodyOf(meeting), invited, standIn, sheets.of(reference)));
            default -> {}
        }
        problems.refuse();
        sheets.answer(reference, invited.answered(reply.answer(), standIn, reply.remark(), clock.instant()));
        history.add(reference, "ANSWERED_" + reply.answer(), account, standIn == null ? reply.remark() : standIn);
        if (reply.answer() == AttendanceAnswer.PROXY) {
            events.publishEvent(
                    new MeetingEvents.ProxyGiven(notices.of(meeting), account, Objects.requireNonNull(standIn)));
        } else if (standIn != null) {
            events.publishEvent(new MeetingEvents.AttendanceDelegated(notices.of(meeting), account, standIn));
        }
    }

    private void checkAlternate(Meeting meeting, Attendance invited, @Nullable String alternate) {
        if (alternate == null || alternate.isBlank()) {
            throw CommitteeRefusal.because("alternateMissing");
        }
        if (!memberships
                .alternatesOf(invited.account(), facts.seats(meeting.reference()))
                .contains(alternate)) {
            throw CommitteeRefusal.because("alternateNotEligible", facts.nameOf(alternate), invited.name());
        }
        sheets.of(meeting.reference()).stream()
                .filter(each -> !each.account().equals(invited.account()))
                .filter(each -> each.answer() == AttendanceAnswer.DELEGATED && alternate.equals(each.alternate()))
                .findFirst()
                .ifPresent(other -> {
                    throw CommitteeRefusal.because("alternateTaken", facts.nameOf(alternate), other.name());
                });
    }

    private Body bodyOf(Meeting meeting) {
        return bodies.find(meeting.body()).orElseThrow(() -> CommitteeRefusal.because("unknownBody", meeting.body()));
    }

    private static String required(String text, String what) {
        if (text.isBlank()) {
            throw CommitteeRefusal.because("missing." + what);
        }
        return text.strip();
    }
}
