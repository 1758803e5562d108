package ma.tansiq.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads open tasks with everything a page shows of them in one statement. */
@Component
class OpenTasks {

    private static final String SELECT = """
            select t.id_, t.task_def_key_, t.name_, t.assignee_, t.owner_, t.create_time_, t.due_date_,
                   coalesce(i.business_key_, '') as business_key, d.key_ as process_id,
                   array(select l.group_id_ from act_ru_identitylink l
                         where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
                         order by l.group_id_) as groups
            from act_ru_task t
            join act_ru_execution i on i.id_ = t.proc_inst_id_
            join act_re_procdef d on d.id_ = t.proc_def_id_
            """;
    private static final String ORDER = " order by t.due_date_ nulls last, t.create_time_, t.id_";

    private static final TimerTaskListenerJobHandler STEPS = new TimerTaskListenerJobHandler();

    private final JdbcClient database;

    OpenTasks(JdbcClient database) {
        this.database = database;
    }

    Optional<OpenTask> find(String taskId) {
        return database.sql(SELECT + "where t.id_ = :id")
                .param("id", taskId)
                .query(OpenTasks::row)
                .optional();
    }

    List<OpenTask> find(Collection<String> taskIds) {
        return database.sql(SELECT + "where t.id_ = any(:ids)" + ORDER)
                .param("ids", taskIds.toArray(String[]::new))
                .query(OpenTasks::row)
                .list();
    }

    List<OpenTask> ofBusinessKey(String businessKey) {
        return database.sql(SELECT + "where i.business_key_ = :key" + ORDER)
                .param("key", businessKey)
                .query(OpenTasks::row)
                .list();
    }

    /** Ids of open tasks about that reference by what the part of the diagram that they are in repeats over. */
    Map<String, String> byElement(String businessKey, String elementVariable) {
        Map<String, String> tasks = new HashMap<>();
        database.sql("""
                        with recursive scope as (
                            select t.id_ as task, t.execution_id_ as execution
                            from act_ru_task t
                            join act_ru_execution i on i.id_ = t.proc_inst_id_
                            where i.business_key_ = :key
                            union all
                            select s.task, e.parent_id_
                            from scope s
                            join act_ru_execution e on e.id_ = s.execution
                            where e.parent_id_ is not null)
                        select s.task, v.text_
                        from scope s
                        join act_ru_variable v on v.execution_id_ = s.execution and v.name_ = :name""")
                .param("key", businessKey)
                .param("name", elementVariable)
                .query(row -> {
                    tasks.put(row.getString("text_"), row.getString("task"));
                });
        return tasks;
    }

    /** When each step of each open task about that reference happens, by task and step. */
    Map<String, Map<String, Instant>> timersOf(String businessKey) {
        Map<String, Map<String, Instant>> timers = new HashMap<>();
        database.sql("""
                        select t.id_, t.task_def_key_, j.handler_cfg_, j.duedate_
                        from act_ru_job j
                        join act_ru_task t on t.execution_id_ = j.execution_id_
                        join act_ru_execution i on i.id_ = t.proc_inst_id_
                        where i.business_key_ = :key and j.type_ = 'timer' and j.handler_type_ = :handler""")
                .param("key", businessKey)
                .param("handler", TimerTaskListenerJobHandler.TYPE)
                .query(row -> {
                    TimerJobConfiguration step = STEPS.newConfiguration(row.getString("handler_cfg_"));
                    if (row.getString("task_def_key_").equals(step.getTimerElementKey())) {
                        timers.computeIfAbsent(row.getString("id_"), task -> new TreeMap<>())
                                .put(
                                        step.getTimerElementSecondaryKey(),
                                        row.getTimestamp("duedate_").toInstant());
                    }
                });
        return timers;
    }

    List<OpenTask> ofAccount(String account, Collection<String> groups) {
        return database.sql(SELECT + """
                        where t.assignee_ = :account
                           or (t.assignee_ is null and exists (
                               select 1 from act_ru_identitylink l
                               where l.task_id_ = t.id_ and l.type_ = 'candidate'
                                 and (l.user_id_ = :account or l.group_id_ = any(:groups))))
                        """ + ORDER)
                .param("account", account)
                .param("groups", groups.toArray(String[]::new))
                .query(OpenTasks::row)
                .list();
    }

    List<OpenTask> heldBy(String account) {
        return database.sql(SELECT + "where t.assignee_ = :account" + ORDER)
                .param("account", account)
                .query(OpenTasks::row)
                .list();
    }

    List<OpenTask> all() {
        return database.sql(SELECT + ORDER).query(OpenTasks::row).list();
    }

    private static OpenTask row(ResultSet row, int number) throws SQLException {
        return new OpenTask(
                row.getString("id_"),
                row.getString("task_def_key_"),
                row.getString("name_"),
                row.getString("business_key"),
                row.getString("process_id"),
                Optional.ofNullable(row.getString("assignee_")),
                Optional.ofNullable(row.getString("owner_")),
                List.of((String[]) row.getArray("groups").getArray()),
                row.getTimestamp("create_time_").toInstant(),
                instant(row.getTimestamp("due_date_")));
    }

    private static Optional<Instant> instant(@org.jspecify.annotations.Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
