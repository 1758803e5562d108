package ma.tansiq.committee.action;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that show how far each action is. What was added stays. */
@Repository
public class ActionEvidence {

    private final JdbcClient database;

    ActionEvidence(JdbcClient database) {
        this.database = database;
    }

    /** @param document to download at {@code /documents/{document}} */
    public record Evidence(UUID document, String addedBy, Instant addedAt) {}

    /** Oldest first. */
    public List<Evidence> of(String action) {
        return database.sql("""
                        select document, added_by, added_at from action_evidence
                        where action = :action order by number""").param("action", action).query(Evidence.class).list();
    }

    void add(String action, Evidence evidence) {
        database.sql("""
                        insert into action_evidence (document, action, added_by, added_at)
                        values (:document, :action, :by, :at)""")
                .param("document", evidence.document())
                .param("action", action)
                .param("by", evidence.addedBy())
                .param("at", Timestamp.from(evidence.addedAt()))
                .update();
    }
}
