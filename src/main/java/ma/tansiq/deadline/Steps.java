package ma.tansiq.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ma.tansiq.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * When the steps of a deadline come: reminders at the opening of business that many working days before the due date,
 * escalations at the close of business that many working days after it. Empty for a step that the tables leave out or
 * that was already past when the task was created.
 */
@Component
class Steps {

    private static final int REMINDERS = 2;

    private final DeadlineRules rules;
    private final WorkingDays workingDays;

    Steps(DeadlineRules rules, WorkingDays workingDays) {
        this.rules = rules;
        this.workingDays = workingDays;
    }

    /** The reminders that come, first to last: of two of which one was past, the other is the first. */
    List<Instant> reminders(Deadline deadline) {
        return IntStream.rangeClosed(1, REMINDERS)
                .mapToObj(step -> rules.reminder(deadline.taskKind(), step))
                .flatMap(Optional::stream)
                .map(days -> workingDays.opening(daysBefore(deadline.dueAt(), days)))
                .filter(at -> at.isAfter(deadline.createdAt()) && at.isBefore(deadline.dueAt()))
                .distinct()
                .toList();
    }

    Optional<Instant> reminder(Deadline deadline, int step) {
        return reminders(deadline).stream().skip(step - 1L).findFirst();
    }

    Optional<Instant> escalation(Deadline deadline, int step) {
        return rules.escalation(deadline.taskKind(), deadline.level(), step)
                .map(found -> workingDays.deadlineAfter(deadline.dueAt(), found.workingDaysOverdue()))
                .filter(at -> at.isAfter(deadline.createdAt()));
    }

    private LocalDate daysBefore(Instant dueAt, int days) {
        LocalDate day = workingDays.dayOf(dueAt);
        return days == 0 ? day : workingDays.plus(day, -days);
    }
}
