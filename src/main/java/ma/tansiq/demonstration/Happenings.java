package ma.tansiq.demonstration;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import ma.tansiq.demonstration.Advance.TaskChange;
import ma.tansiq.demonstration.Advance.Told;
import ma.tansiq.demonstration.Advance.Written;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people notice of a stretch of time, read from the ledger of deadlines, the engine's history and the outbox. */
@Component
@Profile("demonstration")
class Happenings {

    private final JdbcClient database;

    Happenings(JdbcClient database) {
        this.database = database;
    }

    List<Told> told(Instant from, Instant to) {
        return database.sql("""
                        select n.noticed_at as at, n.what, n.step, n.rung, n.task_kind as kind, n.task_name as name,
                               n.business_key as about, coalesce(m.recipient_name, n.recipient) as recipient,
                               m.id::text as mail
                          from deadline_notice n
                          left join mail m on m.cause = n.task_id || '/' || lower(n.what) || '/' || n.step
                                          and m.recipient = n.recipient and m.template = lower(n.what)
                         where n.noticed_at >= :from and n.noticed_at <= :to and n.what in ('REMINDER', 'ESCALATION')
                         order by n.id""")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(Told.class)
                .list();
    }

    /** Those that somebody completed at the same time are no work of the clock. */
    List<TaskChange> tasks(Instant from, Instant to) {
        return database.sql("""
                        with task as (
                            select t.*, p.business_key_ as about, coalesce(
                                       (select nullif(concat_ws(' ', u.first_, u.last_), '') from act_id_user u
                                         where u.id_ = t.assignee_),
                                       t.assignee_,
                                       (select string_agg(l.group_id_, ', ' order by l.group_id_) from act_ru_identitylink l
                                         where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null))
                                       as holder
                              from act_hi_taskinst t
                              join act_hi_procinst p on p.proc_inst_id_ = t.proc_inst_id_
                             where t.start_time_ >= :from or t.end_time_ >= :from)
                        select start_time_ as at, task_def_key_ as kind, name_ as name, about, holder, false as closed
                          from task where start_time_ between :from and :to
                         union all
                        select end_time_, task_def_key_, name_, about, holder, true
                          from task where end_time_ between :from and :to and delete_reason_ is distinct from 'completed'
                         order by at, closed, about, kind""")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new TaskChange(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("about"),
                        row.getString("holder"),
                        row.getBoolean("closed")))
                .list();
    }

    List<Written> mails(Instant from, Instant to) {
        return database.sql("""
                        select id::text as id, created_at as at, template, recipient_name as recipient, subject, state
                          from mail where created_at >= :from and created_at <= :to order by position""")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(Written.class)
                .list();
    }
}
