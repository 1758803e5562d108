package ma.tansiq.committee.action;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What owners reported of their actions. */
@Repository
public class ActionReports {

    private final JdbcClient database;

    ActionReports(JdbcClient database) {
        this.database = database;
    }

    /** @param evidence what shows the progress: a document's address, a registry number, a description */
    public record Report(
            Instant reportedAt,
            String reportedBy,
            int progress,
            String comment,
            @Nullable String evidence,
            @Nullable String fallReason) {}

    /**
     * What an owner submits.
     *
     * @param percent 0 to 100; 100 declares completion, which needs proof
     * @param proof what shows the progress, in words; files are added with {@link ActionManagement#addEvidence}
     * @param fall why the action is less far than was reported before
     */
    record Answer(int percent, String comment, @Nullable String proof, Fall fall) {}

    /** Whether the form asks why progress falls, as those of earlier diagrams do not, and what was answered. */
    record Fall(boolean asked, @Nullable String reason) {}

    Optional<Report> latest(String action) {
        return database.sql("""
                        select reported_at, reported_by, progress, comment, evidence, fall_reason
                        from action_progress where action = :action order by ordinal desc limit 1""").param("action", action).query(Report.class).optional();
    }

    /** Oldest first. */
    public List<Report> of(String action) {
        return database.sql("""
                        select reported_at, reported_by, progress, comment, evidence, fall_reason
                        from action_progress where action = :action order by ordinal""").param("action", action).query(Report.class).list();
    }

    void add(String action, Report report) {
        database.sql("""
                        insert into action_progress (action, ordinal, reported_at, reported_by, progress, comment, evidence,
                                                     fall_reason)
                        select :action, count(*) + 1, :at, :by, :progress, :comment, :evidence, :fallReason
                        from action_progress where action = :action""")
                .param("action", action)
                .param("at", Timestamp.from(report.reportedAt()))
                .param("by", report.reportedBy())
                .param("progress", report.progress())
                .param("comment", report.comment())
                .param("evidence", report.evidence())
                .param("fallReason", report.fallReason())
                .update();
    }
}
