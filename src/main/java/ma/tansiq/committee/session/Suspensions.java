package ma.tansiq.committee.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingClashes;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingPlan;
import ma.tansiq.committee.meeting.MeetingPlanning;
import ma.tansiq.committee.meeting.MeetingStatus;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.SessionRecord;
import ma.tansiq.committee.meeting.Sitting;
import ma.tansiq.committee.meeting.Sittings;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A session that stops and goes on later, under the same reference (rule C3b): whether it may, and what is kept of it. */
@Component
class Suspensions {

    /** What stands in for an instant that cannot be read, and is refused as such (see {@code Fields.gathering}). */
    private static final Instant UNREADABLE = Instant.EPOCH;

    private final MeetingPlanning planning;
    private final MeetingClashes clashes;
    private final Sittings sittings;
    private final MeetingHistory history;

    Suspensions(MeetingPlanning planning, MeetingClashes clashes, Sittings sittings, MeetingHistory history) {
        this.planning = planning;
        this.clashes = clashes;
        this.sittings = sittings;
        this.history = history;
    }

    /**
     * When the session goes on.
     *
     * @param clashes that its secretary knows of (rule A2b)
     */
    record Resumption(MeetingPlan plan, List<String> clashes) {}

    /**
     * Adds what speaks against the suspension.
     *
     * @param agenda what this record deals with
     * @return null when the session came to its end, or while the date is open
     */
    @Nullable
    Resumption check(
            Meeting meeting,
            Body body,
            List<AgendaItem> agenda,
            SessionRecord record,
            @Nullable Quorum quorum,
            Problems problems) {
        SessionRecord.Suspension suspension = record.suspension();
        if (suspension == null) {
            return null;
        }
        if (meeting.status() == MeetingStatus.HELD) {
            problems.add(CommitteeRefusal.because("suspendedTooLate", meeting.reference()));
        }
        if (meeting.sitting() == 1 && quorum != null && !quorum.reached()) {
            problems.add(CommitteeRefusal.because("suspendedWithoutQuorum"));
        }
        if (settled(record) >= agenda.size()) {
            problems.add(CommitteeRefusal.because("suspendedForNothing"));
        }
        Instant resumesAt = suspension.resumesAt();
        if (resumesAt == null || resumesAt.equals(UNREADABLE)) {
            return null;
        }
        MeetingPlan plan = plan(meeting, suspension, resumesAt);
        planning.check(plan, body, true, problems);
        return new Resumption(plan, clashes.check(meeting, plan, problems));
    }

    private static long settled(SessionRecord record) {
        return record.items().stream()
                .filter(each -> each.outcome() != null)
                .map(SessionRecord.ItemRecord::position)
                .distinct()
                .count();
    }

    private static MeetingPlan plan(Meeting meeting, SessionRecord.Suspension suspension, Instant at) {
        Duration length = suspension.minutes() == null
                ? Duration.between(meeting.startsAt(), meeting.endsAt())
                : Duration.ofMinutes(suspension.minutes());
        return new MeetingPlan(
                at, at.plus(length), meeting.place(), meeting.link().orElse(null), null, suspension.clashesKnown());
    }

    /** Keeps the sitting of a session that has several, and stops the session if it goes on later. */
    void keep(
            Meeting meeting,
            SessionRecord record,
            List<Attendance> sheet,
            Quorum quorum,
            @Nullable Resumption resumption,
            String by) {
        SessionRecord.Suspension suspension = record.suspension();
        if (suspension == null && meeting.sitting() == 1) {
            return;
        }
        sittings.keep(
                meeting.reference(),
                new Sitting(
                        meeting.sitting(),
                        meeting.startsAt(),
                        meeting.endsAt(),
                        meeting.place(),
                        meeting.presidedBy().orElseThrow(),
                        quorum,
                        suspension == null ? null : suspension.reason(),
                        sheet));
        if (suspension != null) {
            meeting.suspend(resumption == null ? null : resumption.plan(), suspension.reason());
            history.add(meeting.reference(), "SUSPENDED", by, suspension.reason());
        }
        if (resumption != null && !resumption.clashes().isEmpty()) {
            history.add(meeting.reference(), "CLASH_ACCEPTED", by, String.join(" ; ", resumption.clashes()));
        }
    }
}
