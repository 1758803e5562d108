package ma.tansiq.committee.session;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.tansiq.engine.OncePerTransaction;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions of each meeting. */
@Repository
public class Decisions {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;
    private final OncePerTransaction<String, List<Decision>> read = new OncePerTransaction<>();

    Decisions(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    /** In the order of the agenda. */
    public List<Decision> of(String meeting) {
        return read.get(meeting, this::read);
    }

    private List<Decision> read(String meeting) {
        return database.sql("""
                        select reference, version, position, text from decision
                        where meeting = :meeting order by position""").param("meeting", meeting).query(Decision.class).list();
    }

    /** Those whose text is no longer the one that was last signed, in the order of the agenda. */
    public List<AlteredDecision> altered(String meeting) {
        return database.sql("""
                        select * from (
                            select distinct on (d.reference) d.reference, d.version, d.position, e.text as signed_text, d.text
                              from decision d
                              join decision_earlier_text e on e.decision = d.reference
                             where d.meeting = :meeting
                               and e.altered_at >= (select max(s.sealed_at) from signed_document s
                                                     where s.meeting = :meeting and s.kind = 'DECISION_RECORD')
                             order by d.reference, e.version) altered
                        order by position""")
                .param("meeting", meeting)
                .query(AlteredDecision.class)
                .list();
    }

    /** Replaces the decisions of a record that nobody has signed yet. */
    void replace(String meeting, List<Decision> decisions) {
        read.forget(meeting);
        database.sql("delete from decision where meeting = :meeting")
                .param("meeting", meeting)
                .update();
        add(meeting, decisions);
    }

    /** A reservation altered a signed decision: the earlier text is kept under its version. */
    public void alter(Decision decision, String text, Instant at) {
        read.forgetIf(meeting -> decision.reference().startsWith(meeting));
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

    void add(String meeting, List<Decision> decisions) {
        read.forget(meeting);
        if (decisions.isEmpty()) {
            return;
        }
        batch.batchUpdate(
                """
                insert into decision (reference, version, meeting, position, text)
                values (:reference, :version, :meeting, :position, :text)""", decisions.stream().map(each -> row(meeting, each)).toArray(Map[]::new));
    }

    private static Map<String, Object> row(String meeting, Decision each) {
        return Map.of(
                "reference", each.reference(),
                "version", each.version(),
                "meeting", meeting,
                "position", each.position(),
                "text", each.text());
    }
}
