package ma.tansiq.deadline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.deadline.Ledger.What;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Tasks;
import org.jspecify.annotations.Nullable;
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
        Map<String, OpenTask> open = tasks
                .find(waiting.stream().map(Waiting::taskId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(OpenTask::id, Function.identity()));
        List<Waiting> told = waiting.stream()
                .filter(each -> isTold(each, open.get(each.taskId()), recipient))
                .toList();
        settle(waiting, told);
        Map<String, SubjectTitle> titles = new HashMap<>();
        Map<String, Entry> latest = new LinkedHashMap<>();
        for (Waiting each : told) {
            OpenTask task = Objects.requireNonNull(open.get(each.taskId()));
            SubjectTitle title = titles.computeIfAbsent(
                    task.businessKey(), key -> subjects.of(key).title());
            latest.put(
                    each.taskId(),
                    new Entry(
                            task, title, each.what(), each.step(), task.dueAt().orElseThrow()));
        }
        return latest.values().stream()
                .sorted(Comparator.comparing(Entry::dueAt))
                .toList();
    }

    private boolean isTold(Waiting waiting, @Nullable OpenTask task, String recipient) {
        return task != null
                && task.dueAt().isPresent()
                && (waiting.what() == What.ESCALATION || holders.of(task).contains(recipient));
    }

    private void settle(List<Waiting> waiting, List<Waiting> told) {
        database.sql("""
                        update digest_entry
                           set outcome = case when notice = any(:told) then 'SENT' else 'DONE' end, settled_at = :now
                         where notice = any(:waiting)""")
                .param("told", notices(told))
                .param("waiting", notices(waiting))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static Long[] notices(List<Waiting> waiting) {
        return waiting.stream().map(Waiting::notice).toArray(Long[]::new);
    }
}
