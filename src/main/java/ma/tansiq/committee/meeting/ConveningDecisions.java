package ma.tansiq.committee.meeting;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions that sessions rest on; none is ever changed. */
@Repository
public class ConveningDecisions {

    private final JdbcClient database;

    ConveningDecisions(JdbcClient database) {
        this.database = database;
    }

    public Optional<ConveningDecision> of(String meeting) {
        return database.sql("select reference, decided_on from convening_decision where meeting = :meeting")
                .param("meeting", meeting)
                .query(ConveningDecision.class)
                .optional();
    }

    /** The meeting of that body that rests on the decision already, unless it was called off. */
    Optional<String> meetingOf(String body, ConveningDecision decision) {
        return database.sql("""
                        select m.reference from convening_decision d join meeting m on m.reference = d.meeting
                         where m.body = :body and m.status <> 'CANCELLED'
                           and lower(d.reference) = lower(:reference) and d.decided_on = :on
                         order by m.reference limit 1""")
                .param("body", body)
                .param("reference", decision.reference())
                .param("on", decision.decidedOn())
                .query(String.class)
                .optional();
    }

    void add(String meeting, ConveningDecision decision) {
        database.sql(
                        "insert into convening_decision (meeting, reference, decided_on) values (:meeting, :reference, :on)")
                .param("meeting", meeting)
                .param("reference", decision.reference())
                .param("on", decision.decidedOn())
                .update();
    }
}
