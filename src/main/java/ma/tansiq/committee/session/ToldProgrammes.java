package ma.tansiq.committee.session;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which committees were told of which version of a decision that touches their programme (rule B4b). */
@Repository
class ToldProgrammes {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;

    ToldProgrammes(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    private record Outdated(String decision, String body) {}

    /** The decisions whose text is not the one that committees were told of, each with the codes of these. */
    Map<String, Set<String>> outdated(String meeting) {
        return database.sql("""
                        select t.decision, t.body
                          from decision_told t join decision d on d.reference = t.decision
                         where d.meeting = :meeting
                         group by t.decision, t.body, d.version
                        having max(t.version) < d.version""").param("meeting", meeting).query(Outdated.class).list().stream()
                .collect(Collectors.groupingBy(
                        Outdated::decision, Collectors.mapping(Outdated::body, Collectors.toSet())));
    }

    void add(Decision decision, List<String> bodies, Instant at) {
        batch.batchUpdate(
                "insert into decision_told (decision, version, body, at) values (:decision, :version, :body, :at)",
                bodies.stream()
                        .map(each -> Map.of(
                                "decision", decision.reference(),
                                "version", decision.version(),
                                "body", each,
                                "at", Timestamp.from(at)))
                        .toArray(Map[]::new));
    }
}
