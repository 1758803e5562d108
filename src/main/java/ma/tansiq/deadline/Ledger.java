package ma.tansiq.deadline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import ma.tansiq.engine.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of every announcement, reminder and escalation of a task, kept for good: the database refuses changes to it. */
@Component
public class Ledger {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    Ledger(JdbcClient database, NamedParameterJdbcTemplate batch, Clock clock) {
        this.database = database;
        this.batch = batch;
        this.clock = clock;
    }

    /** What was sent. */
    public enum What {
        ANNOUNCEMENT,
        REMINDER,
        ESCALATION
    }

    /** How a line went that was not mailed at once (rule D4). */
    public enum Digest {
        WAITING,
        SENT,
        /** Left out: the task was over by then. */
        DONE
    }

    /**
     * One person told once about one step of one task, whose opening is one.
     *
     * @param step 1 for an announcement, 1 or 2 for a reminder, 1 to 5 for an escalation
     * @param rung in which capacity the recipient was told; a coordinator may stand in for a minister's office
     * @param dueAt when the task was due at that moment
     * @param noticedAt when the step came
     * @param digest null when the mail about it went at once
     * @param digestAt when that digest was written, also when it left the line out
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
            Instant noticedAt,
            @Nullable Digest digest,
            @Nullable Instant digestAt) {}

    /** Everything about that subject, oldest first. */
    public List<Entry> of(String businessKey) {
        return entries("business_key", businessKey);
    }

    List<Entry> ofTask(String taskId) {
        return entries("task_id", taskId);
    }

    List<Entry> escalationsOf(String taskId) {
        return ofTask(taskId, What.ESCALATION);
    }

    List<Entry> remindersOf(String taskId) {
        return ofTask(taskId, What.REMINDER);
    }

    private List<Entry> ofTask(String taskId, What what) {
        return ofTask(taskId).stream().filter(entry -> entry.what() == what).toList();
    }

    /** A line to be written: that person is told of that task in that capacity. */
    record Line(OpenTask task, Instant dueAt, What what, int step, Rung rung, String recipient) {

        static Line announcement(OpenTask task, Instant dueAt, String recipient) {
            return new Line(task, dueAt, What.ANNOUNCEMENT, 1, Rung.ASSIGNEE, recipient);
        }
    }

    /** Records that step and gives those who had not been told of it yet. */
    List<String> record(OpenTask task, Instant dueAt, What what, int step, Ladder.Reached reached) {
        return record(reached.accounts().stream()
                        .map(recipient -> new Line(task, dueAt, what, step, reached.rung(), recipient))
                        .toList())
                .stream()
                .map(Line::recipient)
                .toList();
    }

    /** Records them together and gives those that were not on record yet. */
    List<Line> record(List<Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        int[] written = batch.batchUpdate("""
                insert into deadline_notice (task_id, task_kind, task_name, business_key, what, step, rung, recipient,
                    due_at, noticed_at)
                values (:task, :kind, :name, :key, :what, :step, :rung, :recipient, :dueAt, :now)
                on conflict (task_id, what, step, recipient) do nothing""", lines.stream().map(this::row).toArray(SqlParameterSource[]::new));
        return IntStream.range(0, written.length)
                .filter(i -> written[i] == 1)
                .mapToObj(lines::get)
                .toList();
    }

    private SqlParameterSource row(Line line) {
        return new MapSqlParameterSource("task", line.task().id())
                .addValue("kind", line.task().kind())
                .addValue("name", line.task().name())
                .addValue("key", line.task().businessKey())
                .addValue("what", line.what().name())
                .addValue("step", line.step())
                .addValue("rung", line.rung().name())
                .addValue("recipient", line.recipient())
                .addValue("dueAt", Timestamp.from(line.dueAt()))
                .addValue("now", Timestamp.from(clock.instant()));
    }

    private List<Entry> entries(String column, String value) {
        return database.sql("""
                        select task_id, task_kind, task_name, what, step, rung, told.recipient, due_at, noticed_at,
                               case when notice is not null then coalesce(outcome, 'WAITING') end digest,
                               settled_at digest_at
                          from deadline_notice told left join digest_entry on notice = told.id
                         where\s""" + column + " = ? order by told.id")
                .param(value)
                .query(Entry.class)
                .list();
    }
}
