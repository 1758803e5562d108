package ma.tansiq.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what came out of a replay: the one place of this module that reads tables, and only reads. */
@Component
@Profile("replay")
class ReplayFigures {

    private static final String HELD = "('HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED')";
    private static final int PER_CENT = 100;

    private final JdbcClient database;

    ReplayFigures(JdbcClient database) {
        this.database = database;
    }

    /** The figures of a period that ended at that instant, in the order of the report. */
    Map<String, BigDecimal> count(Instant end) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        byLevel(figures, "meetings.held", "meeting t", "t.status in " + HELD);
        byLevel(figures, "meetings.opened", "meeting t", "true");
        one(figures, "meetings.reconvened", "select count(*) from meeting where session > 1");
        one(figures, "meetings.moved", "select count(*) from meeting_history where fact = 'SESSION_MOVED'");
        one(figures, "meetings.cancelled", "select count(*) from meeting where status = 'CANCELLED'");
        one(figures, "obligations.missed", "select count(*) from obligation where outcome = 'MISSED'");
        one(figures, "interims", "select count(*) from membership where interim");
        one(figures, "holidays.moved", "select count(*) from holiday_ruling where what = 'MOVED'");
        one(figures, "matters.opened", "select count(*) from matter");
        byLevel(
                figures,
                "matters.referred",
                "referral r join meeting t on t.reference = r.sent_by",
                "r.way = 'REFERRED_UP'");
        one(figures, "items.dealt", "select count(*) from agenda_item where outcome is not null");
        one(figures, "extracts.returned", "select count(*) from extract");
        one(figures, "extracts.by-deadline", "select count(*) from extract where way = 'DEADLINE'");
        one(figures, "reports.asked", "select count(*) from progress_report");
        one(figures, "reports.late", """
                select count(*) from progress_report
                 where closed_at is not null and (validated_at is null or validated_at > closed_at)""");
        actions(figures, end);
        tasks(figures, end);
        one(figures, "reminders", "select count(*) from deadline_notice where what = 'REMINDER'");
        one(figures, "escalations", "select count(*) from deadline_notice where what = 'ESCALATION'");
        one(figures, "mails", "select count(*) from mail");
        cycles(figures);
        return figures;
    }

    private void byLevel(Map<String, BigDecimal> figures, String key, String tables, String condition) {
        database.sql("""
                        select l.code, (select count(*) from %s join body b on b.code = t.body
                                         where b.level = l.code and %s) as number
                          from body_level l order by l.position desc""".formatted(tables, condition)).query(row -> {
            figures.put("%s[%s]".formatted(key, row.getString("code")), row.getBigDecimal("number"));
        });
    }

    private void one(Map<String, BigDecimal> figures, String key, String sql) {
        figures.put(key, database.sql(sql).query(BigDecimal.class).single());
    }

    private void actions(Map<String, BigDecimal> figures, Instant end) {
        one(figures, "actions.decided", "select count(*) from action");
        one(figures, "actions.done", "select count(*) from action where status = 'DONE'");
        figures.put(
                "actions.late",
                database.sql("""
                                select count(*) from action
                                 where coalesce(closed_at, :end) at time zone 'UTC' >= due_on + 1""")
                        .param("end", Timestamp.from(end))
                        .query(BigDecimal.class)
                        .single());
    }

    /** Of tasks that people did; how many closed by themselves is beside them. */
    private void tasks(Map<String, BigDecimal> figures, Instant end) {
        database.sql("""
                        select count(*) filter (where delete_reason_ = 'completed') as done,
                               count(*) filter (where delete_reason_ = 'completed' and end_time_ > due_date_) as late,
                               count(*) filter (where delete_reason_ is not null and delete_reason_ <> 'completed') as untouched,
                               count(*) filter (where end_time_ is null and due_date_ < :end) as overdue,
                               count(distinct assignee_) filter (where delete_reason_ = 'completed') as people
                          from act_hi_taskinst""").param("end", Timestamp.from(end)).query(row -> {
            BigDecimal done = row.getBigDecimal("done");
            figures.put("tasks.done", done);
            figures.put("tasks.late", row.getBigDecimal("late"));
            figures.put("tasks.late.percent", share(row.getBigDecimal("late"), done));
            figures.put("tasks.overdue", row.getBigDecimal("overdue"));
            figures.put("tasks.untouched", row.getBigDecimal("untouched"));
            figures.put("tasks.per-person", ratio(done, row.getBigDecimal("people")));
        });
        one(figures, "tasks.busiest", """
                select coalesce(max(number), 0) from (select count(*) as number from act_hi_taskinst
                                                       where delete_reason_ = 'completed' group by assignee_) each""");
    }

    /** Calendar days, medians: few that take very long do not hide what most take. */
    private void cycles(Map<String, BigDecimal> figures) {
        days(figures, "cycle.opening-to-session", """
                select percentile_cont(0.5) within group (order by extract(epoch from starts_at - opened_at))
                  from meeting where status in %s""".formatted(HELD));
        days(figures, "cycle.session-to-decisions", signed("DECISION_RECORD"));
        days(figures, "cycle.session-to-minutes", signed("MINUTES"));
        days(figures, "cycle.review", """
                select percentile_cont(0.5) within group (order by extract(epoch from ended - began))
                  from (select min(start_time_) as began, max(end_time_) as ended from act_hi_taskinst
                         where task_def_key_ = 'Task_ReviewMinutes' group by proc_inst_id_
                        having count(*) = count(end_time_)) review""");
        days(figures, "cycle.matter", """
                select percentile_cont(0.5) within group (order by extract(epoch from m.recorded_at - s.created_at))
                  from matter s
                  join agenda_item i on i.matter = s.reference and i.passage = s.passage
                  join meeting m on m.reference = i.meeting
                 where s.status = 'CLOSED' and m.recorded_at is not null""");
    }

    private static String signed(String kind) {
        return """
                select percentile_cont(0.5) within group (order by extract(epoch from d.sealed_at - m.ends_at))
                  from signed_document d join meeting m on m.reference = d.meeting
                 where d.kind = '%s' and d.version = 1""".formatted(kind);
    }

    private void days(Map<String, BigDecimal> figures, String key, String sql) {
        double seconds = database.sql("select coalesce((" + sql + "), 0)")
                .query(Double.class)
                .single();
        figures.put(key, BigDecimal.valueOf(seconds / 86_400).setScale(1, RoundingMode.HALF_UP));
    }

    /** What the database has committed since it was made. */
    long transactions() {
        return database.sql("select xact_commit from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    /** Mail that has not left yet. */
    long queued() {
        return database.sql("select count(*) from mail where state = 'QUEUED'")
                .query(Long.class)
                .single();
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return ratio(part.multiply(BigDecimal.valueOf(PER_CENT)), whole);
    }

    private static BigDecimal ratio(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? BigDecimal.ZERO.setScale(1) : dividend.divide(divisor, 1, RoundingMode.HALF_UP);
    }
}
