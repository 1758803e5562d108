package ma.tansiq.grant.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents of all applications, by the lines of the checklists. */
@Component
public class AttachedDocuments {

    private final JdbcClient jdbc;

    AttachedDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every round of every line, by line and round. */
    public List<AttachedDocument> all(UUID application) {
        return jdbc.sql("""
                select a.*, d.name, d.sha256 from grant_application_document a
                  join stored_document d on d.id = a.document
                 where a.application = :application order by a.code, a.round""")
                .param("application", application)
                .query((row, at) -> document(row))
                .list();
    }

    /** The last round of each line. */
    public List<AttachedDocument> current(UUID application) {
        return jdbc.sql("""
                select distinct on (a.code) a.*, d.name, d.sha256 from grant_application_document a
                  join stored_document d on d.id = a.document
                 where a.application = :application order by a.code, a.round desc""")
                .param("application", application)
                .query((row, at) -> document(row))
                .list();
    }

    /** Puts it in the place of what was there in that round. */
    void put(UUID application, String code, int round, UUID document, String by, Instant at) {
        jdbc.sql("""
                insert into grant_application_document (application, code, round, document, attached_by, attached_at)
                values (:application, :code, :round, :document, :by, :at)
                on conflict (application, code, round) do update
                   set document = :document, attached_by = :by, attached_at = :at""")
                .param("application", application)
                .param("code", code)
                .param("round", round)
                .param("document", document)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void remove(UUID application, String code, int round) {
        jdbc.sql("""
                delete from grant_application_document
                where application = :application and code = :code and round = :round""")
                .param("application", application)
                .param("code", code)
                .param("round", round)
                .update();
    }

    void judge(UUID application, AttachedDocument document, AttachedDocument.Verdict verdict, @Nullable String reason) {
        jdbc.sql("""
                update grant_application_document set verdict = :verdict, reason = :reason
                where application = :application and code = :code and round = :round""")
                .param("application", application)
                .param("code", document.code())
                .param("round", document.round())
                .param("verdict", verdict.name())
                .param("reason", reason)
                .update();
    }

    private static AttachedDocument document(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return new AttachedDocument(
                row.getString("code"),
                row.getInt("round"),
                row.getObject("document", UUID.class),
                row.getString("name"),
                row.getString("sha256"),
                row.getTimestamp("attached_at").toInstant(),
                verdict == null ? null : AttachedDocument.Verdict.valueOf(verdict),
                row.getString("reason"));
    }
}
