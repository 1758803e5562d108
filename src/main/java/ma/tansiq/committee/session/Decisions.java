package ma.tansiq.committee.session;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions of each meeting. */
@Repository
public class Decisions {

    private final JdbcClient database;

    Decisions(JdbcClient database) {
        this.database = database;
    }

    /** In the order of the agenda. */
    public List<Decision> of(String meeting) {
        return database.sql("""
                        select reference, version, position, text from decision
                        where meeting = :meeting order by position""").param("meeting", meeting).query(Decision.class).list();
    }

    /** Replaces the decisions of a record that nobody has signed yet. */
    void replace(String meeting, List<Decision> decisions) {
        database.sql("delete from decision where meeting = :meeting")
                .param("meeting", meeting)
                .update();
        decisions.forEach(each -> add(meeting, each));
    }

    /** A reservation altered a signed decision: the earlier text is kept under its version. */
    public void alter(Decision decision, String text, Instant at) {
        database.sql("""
                        insert into decision_earlier_text (decision, version, text, altered_at)
                        values (:reference, :version, :text, :at)""")
                .param("reference", decision.reference())
                .param("version", decision.version())
                .param("text", decision.text())
                .param("at", Timestamp.from(at))
                .update();
        database.sql("update decision set text = :text, version = version + 1 where reference = :reference")
                .param("text", text)
                .param("reference", decision.reference())
                .update();
    }

    private void add(String meeting, Decision each) {
        database.sql("""
                        insert into decision (reference, version, meeting, position, text)
                        values (:reference, :version, :meeting, :position, :text)""")
                .param("reference", each.reference())
                .param("version", each.version())
                .param("meeting", meeting)
                .param("position", each.position())
                .param("text", each.text())
                .update();
    }
}
