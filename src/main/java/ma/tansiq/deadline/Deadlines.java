package ma.tansiq.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.function.BiConsumer;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Tasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Due dates, reminders and escalations of every user task (rules D1 to D3). The diagrams call it: dates while a task is
 * being created, {@code remind} and {@code escalate} when one of its timers fires, inside that job's transaction.
 * Instants follow the public sector's calendar in Morocco's legal time; numbers come from the decision tables of
 * {@code processes/deadline/}.
 */
@Component
@Transactional
public class Deadlines {

    private final Subjects subjects;
    private final DueDates dueDates;
    private final Steps steps;
    private final CurrentDeadlines current;
    private final Rescheduling rescheduling;
    private final DeadlineRules rules;
    private final Notices notices;
    private final Tasks tasks;
    private final Clock clock;

    Deadlines(
            Subjects subjects,
            DueDates dueDates,
            Steps steps,
            CurrentDeadlines current,
            Rescheduling rescheduling,
            DeadlineRules rules,
            Notices notices,
            Tasks tasks,
            Clock clock) {
        this.subjects = subjects;
        this.dueDates = dueDates;
        this.steps = steps;
        this.current = current;
        this.rescheduling = rescheduling;
        this.rules = rules;
        this.notices = notices;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** When a task of that kind is due if it is created now. */
    public Date dueDate(String businessKey, String taskKind) {
        return Date.from(deadline(businessKey, taskKind).dueAt());
    }

    /** When that reminder comes, 1 or 2; the due date itself when there is none, and then nothing happens. */
    public Date reminder(String businessKey, String taskKind, int step) {
        Deadline deadline = deadline(businessKey, taskKind);
        return Date.from(steps.reminder(deadline, step).orElse(deadline.dueAt()));
    }

    /** When that escalation comes, 1 to 3, of an action 1 to 5; the due date itself when there is none, and then nothing happens. */
    public Date escalation(String businessKey, String taskKind, int step) {
        Deadline deadline = deadline(businessKey, taskKind);
        return Date.from(steps.escalation(deadline, step).orElse(deadline.dueAt()));
    }

    /**
     * Reminds those who hold the task; nothing when no reminder is left, one went out since this one was due, or the task
     * is done. Which reminder it is for a person follows from those that the person got, not from the timer.
     *
     * @param step which timer of the diagram fired
     */
    public void remind(String taskId, int step) {
        timed(taskId, (task, deadline) -> notices.remind(task, deadline, step, steps.reminders(deadline)));
    }

    /** Tells the next rung of the ladder, once; nothing when the step does not apply or the task is done. */
    public void escalate(String taskId, int step) {
        timed(taskId, (task, deadline) -> {
            if (steps.escalation(deadline, step).isPresent()) {
                rules.escalation(deadline.taskKind(), deadline.level(), step)
                        .ifPresent(found -> notices.escalate(task, deadline, step, found.rung()));
            }
        });
    }

    /**
     * Computes again the due dates and timers of every open task about that reference, after its meeting moved or a
     * holiday changed. A deadline that was already notified may lengthen, never shorten.
     */
    public void recompute(String businessKey) {
        rescheduling.of(businessKey);
    }

    private Deadline deadline(String businessKey, String taskKind) {
        return current.get(businessKey, taskKind, () -> newDeadline(businessKey, taskKind));
    }

    private Deadline newDeadline(String businessKey, String taskKind) {
        DeadlineSubject subject = subjects.of(businessKey);
        Instant now = clock.instant();
        return new Deadline(taskKind, subject.level(), now, dueDates.of(taskKind, subject, now));
    }

    private void timed(String taskId, BiConsumer<OpenTask, Deadline> action) {
        tasks.find(taskId)
                .ifPresent(task -> task.dueAt().ifPresent(dueAt -> action.accept(task, deadline(task, dueAt))));
    }

    private Deadline deadline(OpenTask task, Instant dueAt) {
        String level = subjects.of(task.businessKey()).level();
        return new Deadline(task.kind(), level, task.createdAt(), dueAt);
    }
}
