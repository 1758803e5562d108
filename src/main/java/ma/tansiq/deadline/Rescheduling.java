package ma.tansiq.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.engine.OpenDeadline;
import ma.tansiq.engine.OpenDeadlines;
import ma.tansiq.engine.OpenTask;
import org.jspecify.annotations.Nullable;
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
        open.businessKeys().forEach(each -> of(each, true));
    }

    /** After what it counts from moved: whoever is concerned is told the new date, so that only reminders bind. */
    void of(String businessKey) {
        of(businessKey, false);
    }

    /** Timers of the diagram that ask for the due date of an open task get the one computed here. */
    private void of(String businessKey, boolean announcementBinds) {
        current.forget(businessKey);
        DeadlineSubject subject = subjects.of(businessKey);
        open.of(businessKey)
                .forEach(task -> task.task().dueAt().ifPresent(dueAt -> move(task, subject, dueAt, announcementBinds)));
        open.recalculateTimers(businessKey);
    }

    private void move(OpenDeadline timed, DeadlineSubject subject, Instant dueAt, boolean announcementBinds) {
        OpenTask task = timed.task();
        Instant told = told(task, dueAt, announcementBinds);
        Instant due = dueDates.again(task.kind(), subject, task.createdAt(), dueAt, told);
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

    private @Nullable Instant told(OpenTask task, Instant dueAt, boolean announcementBinds) {
        return ledger.ofTask(task.id()).stream()
                .filter(each -> announcementBinds || each.what() != Ledger.What.ANNOUNCEMENT)
                .map(each -> each.what() == Ledger.What.ANNOUNCEMENT ? each.dueAt() : dueAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Instant at(String step, Deadline deadline) {
        int number = step.charAt(step.length() - 1) - '0';
        Optional<Instant> at =
                step.startsWith("Reminder_") ? steps.reminder(deadline, number) : steps.escalation(deadline, number);
        return at.orElse(deadline.dueAt());
    }
}
