package ma.tansiq.deadline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import ma.tansiq.engine.OpenTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of every reminder and escalation, kept for good: the database refuses changes to it. */
@Component
public class Ledger {

    private final JdbcClient database;
    private final Clock clock;

    Ledger(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What was sent. */
    public enum What {
        REMINDER,
        ESCALATION
    }

    /**
     * One person told once about one step of one task.
     *
     * @param step 1 or 2 for a reminder, 1 to 3 for an escalation
     * @param rung in which capacity the recipient was told; a coordinator may stand in for a minister's office
     * @param dueAt when the task was due at that moment
     * @param noticedAt when the step came
     */
    public record Entry(
            String taskId,
            String taskKind,
            String taskName,
            What what,
            int step,
            Rung rung,
            String recipient,
            Instant dueAt,
            Instant noticedAt) {}

    /** Everything about that subject, oldest first. */
    public List<Entry> of(String businessKey) {
        return entries("business_key", businessKey);
    }

    List<Entry> ofTask(String taskId) {
        return entries("task_id", taskId);
    }

    List<Entry> escalationsOf(String taskId) {
        return ofTask(taskId).stream()
                .filter(entry -> entry.what() == What.ESCALATION)
                .toList();
    }

    /** Records that step and gives those who had not been told of it yet. */
    List<String> record(OpenTask task, Instant dueAt, What what, int step, Ladder.Reached reached) {
        return reached.accounts().stream()
                .filter(recipient -> inserted(task, dueAt, what, step, reached.rung(), recipient))
                .toList();
    }

    private boolean inserted(OpenTask task, Instant dueAt, What what, int step, Rung rung, String recipient) {
        return database.sql("insert into deadline_notice (task_id, task_kind, task_name, business_key, what, step,"
                                + " rung, recipient, due_at, noticed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (task_id, what, step, recipient) do nothing")
                        .params(
                                task.id(),
                                task.kind(),
                                task.name(),
                                task.businessKey(),
                                what.name(),
                                step,
                                rung.name(),
                                recipient,
                                Timestamp.from(dueAt),
                                Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private List<Entry> entries(String column, String value) {
        return database.sql("select task_id, task_kind, task_name, what, step, rung, recipient, due_at, noticed_at"
                        + " from deadline_notice where " + column + " = ? order by id")
                .param(value)
                .query(Entry.class)
                .list();
    }
}
