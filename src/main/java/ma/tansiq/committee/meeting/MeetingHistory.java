package ma.tansiq.committee.meeting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each meeting, in order; facts are added and never changed. */
@Repository
public class MeetingHistory {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    MeetingHistory(JdbcClient database, NamedParameterJdbcTemplate batch, Clock clock) {
        this.database = database;
        this.batch = batch;
        this.clock = clock;
    }

    /**
     * One fact of a meeting's timeline.
     *
     * @param fact name of what happened, such as {@code CONVENED}; its label has the key {@code meeting.fact.<fact>}
     * @param actor account of whoever did it; null when the process did
     * @param detail what makes this one particular, in the words that were entered
     */
    public record Fact(
            Instant at,
            String fact,
            @Nullable String actor,
            @Nullable String detail) {}

    /** Oldest first. */
    public List<Fact> of(String meeting) {
        return database.sql("select at, fact, actor, detail from meeting_history where meeting = :meeting order by id")
                .param("meeting", meeting)
                .query(Fact.class)
                .list();
    }

    /** The newest of those with that name. */
    Optional<Fact> latest(String meeting, String fact) {
        return database.sql("""
                        select at, fact, actor, detail from meeting_history
                        where meeting = :meeting and fact = :fact order by id desc limit 1""")
                .param("meeting", meeting)
                .param("fact", fact)
                .query(Fact.class)
                .optional();
    }

    /** One fact for each of those people, of the same instant. */
    public void addAll(String meeting, String fact, List<String> actors) {
        Timestamp now = Timestamp.from(clock.instant());
        batch.batchUpdate(
                "insert into meeting_history (meeting, at, fact, actor) values (:meeting, :at, :fact, :actor)",
                actors.stream()
                        .map(each -> Map.of("meeting", meeting, "at", now, "fact", fact, "actor", each))
                        .toArray(Map[]::new));
    }

    public void add(String meeting, String fact, @Nullable String actor, @Nullable String detail) {
        database.sql("""
                        insert into meeting_history (meeting, at, fact, actor, detail)
                        values (:meeting, :at, :fact, :actor, :detail)""")
                .param("meeting", meeting)
                .param("at", Timestamp.from(clock.instant()))
                .param("fact", fact)
                .param("actor", actor)
                .param("detail", detail)
                .update();
    }
}
