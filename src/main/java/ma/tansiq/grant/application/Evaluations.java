package ma.tansiq.grant.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What evaluators were asked and answered, for all files. */
@Component
public class Evaluations {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Evaluations(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In the order in which they were asked. */
    public List<Evaluation> of(UUID application) {
        return jdbc.sql("select * from grant_evaluation where application = :application order by id")
                .param("application", application)
                .query((row, at) -> evaluation(row))
                .list();
    }

    void ask(UUID application, String evaluator, String by, Instant at) {
        jdbc.sql("""
                insert into grant_evaluation (application, evaluator, status, asked_by, asked_at)
                values (:application, :evaluator, 'AWAITED', :by, :at)""")
                .param("application", application)
                .param("evaluator", evaluator)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void answer(UUID application, Evaluation answered, Instant at) {
        jdbc.sql("""
                update grant_evaluation
                   set status = :status, scores = :scores, remark = :remark, answered_at = :at
                 where application = :application and evaluator = :evaluator and status = 'AWAITED'""")
                .param("application", application)
                .param("evaluator", answered.evaluator())
                .param("status", answered.status().name())
                .param("scores", write(answered.scores()))
                .param("remark", answered.remark())
                .param("at", Timestamp.from(at))
                .update();
    }

    private String write(List<Evaluation.Score> scores) {
        try {
            return json.writeValueAsString(scores);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Evaluation evaluation(ResultSet row) throws SQLException {
        return new Evaluation(
                row.getString("evaluator"),
                Evaluation.Status.valueOf(row.getString("status")),
                read(row.getString("scores")),
                row.getString("remark"));
    }

    private List<Evaluation.Score> read(@Nullable String scores) {
        try {
            return scores == null ? List.of() : json.readValue(scores, new TypeReference<List<Evaluation.Score>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
