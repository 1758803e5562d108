package ma.tansiq.committee.consultation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked in each consultation, and what they said. */
@Repository
public class ConsultationAnswers {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;

    ConsultationAnswers(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    /** In the order of rank, consultation by consultation. */
    public List<ConsultationAnswer> of(Collection<String> consultations) {
        return consultations.isEmpty()
                ? List.of()
                : database.sql("""
                                select consultation, account, answer as choice, comment, answered_at
                                  from consultation_answer
                                 where consultation in (:consultations) order by consultation, ordinal""")
                        .param("consultations", consultations)
                        .query(ConsultationAnswer.class)
                        .list();
    }

    List<ConsultationAnswer> of(String consultation) {
        return of(List.of(consultation));
    }

    void ask(String consultation, List<String> members) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String each : members) {
            rows.add(Map.of("consultation", consultation, "ordinal", rows.size() + 1, "account", each));
        }
        batch.batchUpdate("""
                insert into consultation_answer (consultation, ordinal, account)
                values (:consultation, :ordinal, :account)""", rows.toArray(Map[]::new));
    }

    /** Whether that person was asked, and had said nothing yet. */
    boolean answer(
            String consultation,
            String account,
            ConsultationAnswer.Choice choice,
            @Nullable String comment,
            Instant at) {
        return database.sql("""
                                update consultation_answer set answer = :answer, comment = :comment, answered_at = :at
                                where consultation = :consultation and account = :account and answer is null""")
                        .param("answer", choice.name())
                        .param("comment", comment)
                        .param("at", Timestamp.from(at))
                        .param("consultation", consultation)
                        .param("account", account)
                        .update()
                == 1;
    }
}
