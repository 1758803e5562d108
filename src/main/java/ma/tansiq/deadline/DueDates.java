package ma.tansiq.deadline;

import java.time.Clock;
import java.time.Instant;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.deadline.DeadlineRules.Allowance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Due dates in working days (rule D1). A task is never born overdue: when its anchor leaves no time, it is due at the
 * next close of business, or at the opening of the session if that comes first. Only what a decision dated keeps its date,
 * however often its owner reports in between: the ladder goes on from there.
 */
@Component
class DueDates {

    private final DeadlineRules rules;
    private final WorkingDays workingDays;
    private final Clock clock;

    DueDates(DeadlineRules rules, WorkingDays workingDays, Clock clock) {
        this.rules = rules;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    Instant of(String taskKind, DeadlineSubject subject, Instant createdAt) {
        Allowance allowance = rules.allowance(taskKind, subject.level());
        @Nullable Instant anchor = subject.anchors().get(allowance.anchor());
        if (anchor == null || allowance.anchor() == Anchor.TASK_CREATED) {
            return workingDays.deadlineAfter(createdAt, allowance.workingDays());
        }
        Instant due = counted(allowance, anchor);
        return allowance.anchor() == Anchor.ACTION_DUE ? due : later(due, earliest(allowance, anchor, createdAt));
    }

    /**
     * The due date of an open task after something changed. It never moves into the past, and a deadline that was
     * notified may lengthen, never shorten.
     *
     * @param told the latest due date that somebody was told; null when nobody was
     */
    Instant again(String taskKind, DeadlineSubject subject, Instant createdAt, Instant dueAt, @Nullable Instant told) {
        Instant computed = of(taskKind, subject, createdAt);
        if (!computed.isBefore(dueAt)) {
            return computed;
        }
        Instant soon = workingDays.deadlineAfter(clock.instant(), 0);
        Instant kept = later(computed, soon.isBefore(dueAt) ? soon : dueAt);
        return told == null ? kept : later(kept, told);
    }

    private Instant counted(Allowance allowance, Instant anchor) {
        return allowance.anchor() == Anchor.SESSION_START
                ? workingDays.deadlineBefore(anchor, allowance.workingDays())
                : workingDays.deadlineAfter(anchor, allowance.workingDays());
    }

    private Instant earliest(Allowance allowance, Instant anchor, Instant createdAt) {
        Instant close = workingDays.deadlineAfter(createdAt, 0);
        boolean sessionFirst =
                allowance.anchor() == Anchor.SESSION_START && anchor.isAfter(createdAt) && anchor.isBefore(close);
        return sessionFirst ? anchor : close;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
