package ma.tansiq.deadline;

import java.time.Instant;
import java.util.Optional;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.engine.OpenDeadline;
import ma.tansiq.engine.OpenDeadlines;
import ma.tansiq.engine.OpenTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the due dates and timers of open tasks after what they count from, or the calendar, changed (rule D2). */
@Component
class Rescheduling {

    private final OpenDeadlines open;
    private final Subjects subjects;
    private final DueDates dueDates;
    private final Steps steps;
    private final Ledger ledger;
    private final CurrentDeadlines current;

    Rescheduling(
            OpenDeadlines open,
            Subjects subjects,
            DueDates dueDates,
            Steps steps,
            Ledger ledger,
            CurrentDeadlines current) {
        this.open = open;
        this.subjects = subjects;
        this.dueDates = dueDates;
        this.steps = steps;
        this.ledger = ledger;
        this.current = current;
    }

    @EventListener({Holiday.HolidayMoved.class, Holiday.HolidayAdded.class, Holiday.HolidayWithdrawn.class})
    void calendarChanged() {
        open.businessKeys().forEach(this::of);
    }

    /** Timers of the diagram that ask for the due date of an open task get the one computed here. */
    void of(String businessKey) {
        current.forget(businessKey);
        DeadlineSubject subject = subjects.of(businessKey);
        open.of(businessKey).forEach(task -> task.task().dueAt().ifPresent(dueAt -> move(task, subject, dueAt)));
        open.recalculateTimers(businessKey);
    }

    private void move(OpenDeadline timed, DeadlineSubject subject, Instant dueAt) {
        OpenTask task = timed.task();
        boolean notified = !ledger.ofTask(task.id()).isEmpty();
        Instant due = dueDates.again(task.kind(), subject, task.createdAt(), dueAt, notified);
        Deadline deadline = new Deadline(task.kind(), subject.level(), task.createdAt(), due);
        current.put(task.businessKey(), deadline);
        if (!due.equals(dueAt)) {
            open.moveDueDate(task.id(), due);
        }
        timed.timers().forEach((step, at) -> {
            Instant moved = at(step, deadline);
            if (!moved.equals(at)) {
                open.moveTimer(task.id(), step, moved);
            }
        });
    }

    private Instant at(String step, Deadline deadline) {
        int number = step.charAt(step.length() - 1) - '0';
        Optional<Instant> at =
                step.startsWith("Reminder_") ? steps.reminder(deadline, number) : steps.escalation(deadline, number);
        return at.orElse(deadline.dueAt());
    }
}
