package ma.tansiq.committee.matter;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All extracts, open and acknowledged. */
@Repository
class Extracts {

    private static final String SELECT = """
            select meeting, matter, body, round, sent_at, due_at, acknowledged_at, acknowledged_by, way, motive from extract
            """;

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;

    Extracts(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    List<Extract> ofMeeting(String meeting) {
        return database.sql(SELECT + "where meeting = :meeting order by round, matter, body")
                .param("meeting", meeting)
                .query(Extract.class)
                .list();
    }

    List<Extract> ofMatter(String matter) {
        return database.sql(SELECT + "where matter = :matter order by sent_at, body")
                .param("matter", matter)
                .query(Extract.class)
                .list();
    }

    Optional<Extract> find(ExtractKey key) {
        return database.sql(
                        SELECT + "where meeting = :meeting and matter = :matter and body = :body and round = :round")
                .param("meeting", key.meeting())
                .param("matter", key.matter())
                .param("body", key.body())
                .param("round", key.round())
                .query(Extract.class)
                .optional();
    }

    /** Matters that were adopted in writing, and that the meeting ratified (rule B7). */
    List<String> ratifiedBy(String meeting) {
        return database.sql("select matter from consultation where session = :meeting and status = 'RATIFIED'")
                .param("meeting", meeting)
                .query(String.class)
                .list();
    }

    void add(List<Extract> extracts) {
        batch.batchUpdate("""
                insert into extract (meeting, matter, body, round, sent_at, due_at)
                values (:meeting, :matter, :body, :round, :sentAt, :dueAt)""", extracts.stream().map(Extracts::row).toArray(Map[]::new));
    }

    /** Whether it was still open. */
    boolean acknowledge(ExtractKey key, Extract.Way way, @Nullable String by, @Nullable String motive, Instant at) {
        return database.sql("""
                                update extract set acknowledged_at = :at, acknowledged_by = :by, way = :way, motive = :motive
                                where meeting = :meeting and matter = :matter and body = :body
                                  and round = :round and acknowledged_at is null""")
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("way", way.name())
                        .param("motive", motive)
                        .param("meeting", key.meeting())
                        .param("matter", key.matter())
                        .param("body", key.body())
                        .param("round", key.round())
                        .update()
                == 1;
    }

    private static Map<String, Object> row(Extract each) {
        return Map.of(
                "meeting", each.meeting(),
                "matter", each.matter(),
                "body", each.body(),
                "round", each.round(),
                "sentAt", Timestamp.from(each.sentAt()),
                "dueAt", Timestamp.from(each.dueAt()));
    }
}
