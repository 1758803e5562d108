package ma.tansiq.grant.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.tansiq.grant.envelope.Dirhams;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports on all grants, every round of them. */
@Component
public class GrantReports {

    private final JdbcClient jdbc;

    GrantReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All rounds of all reports on a grant, oldest first. */
    public List<GrantReport> of(String agreement) {
        return jdbc.sql("select * from grant_report where agreement = :agreement order by number, round")
                .param("agreement", agreement)
                .query((row, at) -> report(row))
                .list();
    }

    /** The latest round of a report. */
    public Optional<GrantReport> latest(String agreement, int number) {
        return jdbc.sql("""
                        select * from grant_report where agreement = :agreement and number = :number
                        order by round desc limit 1""")
                .param("agreement", agreement)
                .param("number", number)
                .query((row, at) -> report(row))
                .optional();
    }

    void add(String agreement, GrantReport report) {
        jdbc.sql("""
                insert into grant_report
                    (agreement, number, round, narrative, financial, spent, submitted_by, submitted_at)
                values (:agreement, :number, :round, :narrative, :financial, :spent, :by, :at)""")
                .param("agreement", agreement)
                .param("number", report.number())
                .param("round", report.round())
                .param("narrative", report.narrative())
                .param("financial", report.financial())
                .param("spent", report.spent().amount())
                .param("by", report.submittedBy())
                .param("at", Timestamp.from(report.submittedAt()))
                .update();
    }

    void review(String agreement, int number, GrantReport.Verdict verdict, String motive, String by, Instant at) {
        jdbc.sql("""
                update grant_report set verdict = :verdict, motive = :motive, reviewed_by = :by, reviewed_at = :at
                where agreement = :agreement and number = :number and verdict is null""")
                .param("agreement", agreement)
                .param("number", number)
                .param("verdict", verdict.name())
                .param("motive", motive)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static GrantReport report(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return new GrantReport(
                row.getInt("number"),
                row.getInt("round"),
                row.getObject("narrative", UUID.class),
                row.getObject("financial", UUID.class),
                new Dirhams(row.getBigDecimal("spent")),
                row.getString("submitted_by"),
                row.getTimestamp("submitted_at").toInstant(),
                verdict == null ? null : GrantReport.Verdict.valueOf(verdict),
                row.getString("motive"),
                row.getString("reviewed_by"),
                instant(row.getTimestamp("reviewed_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
