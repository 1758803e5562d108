package ma.tansiq.committee.cadence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What bodies owed and owe. The database holds that each is there once and is settled once. */
@Repository
public class Obligations {

    private static final String SELECT = """
            select body, since, cadence, due_on, shifted_to, outcome, meeting, reason, justified_by, justified_at
              from obligation
            """;

    private final JdbcClient database;
    private final Clock clock;

    Obligations(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All of the body, the latest first. */
    public List<Obligation> of(String body) {
        return database.sql(SELECT + "where body = :body order by since desc")
                .param("body", body)
                .query(Obligation.class)
                .list();
    }

    /** The latest that were settled, of those bodies. */
    public List<Obligation> settled(List<String> bodies, int most) {
        return database.sql(SELECT
                        + "where outcome <> 'OPEN' and body = any(:bodies) order by settled_at desc, body limit :most")
                .param("bodies", bodies.toArray(String[]::new))
                .param("most", most)
                .query(Obligation.class)
                .list();
    }

    List<Obligation> open() {
        return database.sql(SELECT + "where outcome = 'OPEN'")
                .query(Obligation.class)
                .list();
    }

    Optional<Obligation> open(String body) {
        return database.sql(SELECT + "where body = :body and outcome = 'OPEN'")
                .param("body", body)
                .query(Obligation.class)
                .optional();
    }

    /** Those missed whose chair was not asked yet, the first missed first. */
    List<Obligation> unasked(String body) {
        return database.sql(SELECT + "where body = :body and outcome = 'MISSED' and meeting is null order by since")
                .param("body", body)
                .query(Obligation.class)
                .list();
    }

    /** Those missed whose reason is asked of the chair of that meeting, the first missed first. */
    List<Obligation> unjustified(String meeting) {
        return database.sql(
                        SELECT + "where meeting = :meeting and outcome = 'MISSED' and reason is null order by since")
                .param("meeting", meeting)
                .query(Obligation.class)
                .list();
    }

    Obligation begin(String body, LocalDate since, CadenceRules.Date date) {
        database.sql("""
                        insert into obligation (body, since, cadence, due_on, shifted_to, outcome)
                        values (:body, :since, :cadence, :due, :shifted, 'OPEN')""")
                .param("body", body)
                .param("since", since)
                .param("cadence", date.cadence())
                .param("due", date.dueOn())
                .param("shifted", date.shiftedTo())
                .update();
        return open(body).orElseThrow();
    }

    Obligation move(Obligation open, CadenceRules.Date date) {
        database.sql("""
                        update obligation set cadence = :cadence, due_on = :due, shifted_to = :shifted
                         where body = :body and since = :since""")
                .param("cadence", date.cadence())
                .param("due", date.dueOn())
                .param("shifted", date.shiftedTo())
                .param("body", open.body())
                .param("since", open.since())
                .update();
        return open(open.body()).orElseThrow();
    }

    void settle(Obligation open, Obligation.Outcome outcome, @Nullable String meeting) {
        database.sql("""
                        update obligation set outcome = :outcome, meeting = :meeting, settled_at = :at
                         where body = :body and since = :since""")
                .param("outcome", outcome.name())
                .param("meeting", meeting)
                .param("at", Timestamp.from(clock.instant()))
                .param("body", open.body())
                .param("since", open.since())
                .update();
    }

    /** The body owes nothing any more; what was settled stays on record. */
    void forget(String body) {
        database.sql("delete from obligation where body = :body and outcome = 'OPEN'")
                .param("body", body)
                .update();
    }

    void ask(String body, String meeting) {
        database.sql("""
                        update obligation set meeting = :meeting
                         where body = :body and outcome = 'MISSED' and meeting is null""").param("meeting", meeting).param("body", body).update();
    }

    void justify(String meeting, String reason, String by) {
        database.sql("""
                        update obligation set reason = :reason, justified_by = :by, justified_at = :at
                         where meeting = :meeting and outcome = 'MISSED' and reason is null""")
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .param("meeting", meeting)
                .update();
    }
}
