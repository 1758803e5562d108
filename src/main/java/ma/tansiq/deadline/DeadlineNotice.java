package ma.tansiq.deadline;

import java.time.Instant;
import java.util.List;

/**
 * What people are told about a task that opened, is due or late.
 *
 * @param taskId the engine's task, opened by {@code /tasks/{taskId}}
 * @param taskKind id of the task in the diagram, {@code Task_ComposeAgenda}
 * @param taskName its French name
 * @param subject business key: reference of what the task is about
 * @param title what people call that; empty when it has no name
 * @param step 1 for an opening, 1 or 2 for a reminder, 1 to 5 for an escalation
 * @param dueAt when the task is (or was) due
 * @param assignees accounts that hold the task, or may take it when nobody has
 * @param recipients accounts to tell
 */
public record DeadlineNotice(
        String taskId,
        String taskKind,
        String taskName,
        String subject,
        SubjectTitle title,
        int step,
        Instant dueAt,
        List<String> assignees,
        List<String> recipients) {

    /** Published in the transaction that opens the task; each task at most once. */
    public record TaskOpened(DeadlineNotice notice) {}

    /** Published in the job's transaction before the task is due; each step of a task at most once. */
    public record ReminderDue(DeadlineNotice notice) {}

    /** Published in the job's transaction when the task stays overdue; each step of a task at most once. */
    public record Escalated(DeadlineNotice notice) {}
}
