package ma.tansiq.deadline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ma.tansiq.deadline.Ledger.What;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lines of the ledger that wait for a person's daily digest, and what became of each (rule D4): sent with it, or left
 * out because the task was over by then. Each is settled once, whatever runs twice.
 */
@Component
public class DigestEntries {

    private final JdbcClient database;
    private final Tasks tasks;
    private final Holders holders;
    private final Subjects subjects;
    private final Clock clock;

    DigestEntries(JdbcClient database, Tasks tasks, Holders holders, Subjects subjects, Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.holders = holders;
        this.subjects = subjects;
        this.clock = clock;
    }

    /**
     * A task that a digest names, with the latest that its reader is to be told of it.
     *
     * @param title of what the task is about, as it may be named today
     * @param dueAt as it is today
     */
    public record Entry(OpenTask task, SubjectTitle title, What what, int step, Instant dueAt) {}

    private record Waiting(long notice, String taskId, What what, int step) {}

    /** Lets that step wait for the digests of these people, who are on record as told of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void collect(String taskId, What what, int step, Collection<String> recipients) {
        if (recipients.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into digest_entry (notice, recipient)
                        select id, recipient from deadline_notice
                         where task_id = :task and what = :what and step = :step and recipient = any(:recipients)
                        on conflict (notice) do nothing""")
                .param("task", taskId)
                .param("what", what.name())
                .param("step", step)
                .param("recipients", recipients.toArray(String[]::new))
                .update();
    }

    /** Everybody for whom something waits. */
    public List<String> recipients() {
        return database.sql("select distinct recipient from digest_entry where outcome is null order by recipient")
                .query(String.class)
                .list();
    }

    /**
     * Settles all that waits for that person: what is over is left out, the rest is given, soonest due first, and is on
     * record as sent. Whoever calls writes it in the same transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Entry> take(String recipient) {
        List<Waiting> waiting =
                database.sql("""
                        select notice, task_id, what, step from digest_entry join deadline_notice on id = notice
                         where digest_entry.recipient = ? and outcome is null order by notice for update of digest_entry""").param(recipient).query(Waiting.class).list();
        List<Entry> entries = new ArrayList<>();
        for (Waiting each : waiting) {
            Optional<Entry> open = entry(each, recipient);
            settle(each, open.isPresent() ? "SENT" : "DONE");
            open.ifPresent(found -> {
                entries.removeIf(
                        earlier -> earlier.task().id().equals(found.task().id()));
                entries.add(found);
            });
        }
        entries.sort(Comparator.comparing(Entry::dueAt));
        return entries;
    }

    private Optional<Entry> entry(Waiting waiting, String recipient) {
        return tasks.find(waiting.taskId())
                .filter(task ->
                        waiting.what() == What.ESCALATION || holders.of(task).contains(recipient))
                .flatMap(task -> task.dueAt()
                        .map(dueAt -> new Entry(
                                task, subjects.of(task.businessKey()).title(), waiting.what(), waiting.step(), dueAt)));
    }

    private void settle(Waiting entry, String outcome) {
        database.sql("update digest_entry set outcome = :outcome, settled_at = :now where notice = :notice")
                .param("outcome", outcome)
                .param("now", Timestamp.from(clock.instant()))
                .param("notice", entry.notice())
                .update();
    }
}
