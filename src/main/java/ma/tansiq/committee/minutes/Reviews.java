package ma.tansiq.committee.minutes;

import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Approvals of, and reservations on, draft minutes. */
@Repository
public class Reviews {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;

    Reviews(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    /** Those of that edition of the draft, in the order they came in. */
    public List<Review> of(String meeting, int edition) {
        return database.sql("""
                        select account, reviewed_at, by_silence, position, reservation, accepted, reply from minutes_review
                        where meeting = :meeting and edition = :edition order by reviewed_at, account""")
                .param("meeting", meeting)
                .param("edition", edition)
                .query(Review.class)
                .list();
    }

    void add(String meeting, int edition, List<Review> given) {
        batch.batchUpdate(
                """
                insert into minutes_review
                    (meeting, edition, account, approved, by_silence, reviewed_at, position, reservation)
                values (:meeting, :edition, :account, :approved, :bySilence, :at, :position, :reservation)""", given.stream().map(each -> row(meeting, edition, each)).toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(String meeting, int edition, Review review) {
        return new MapSqlParameterSource("meeting", meeting)
                .addValue("edition", edition)
                .addValue("account", review.account())
                .addValue("approved", !review.isReservation())
                .addValue("bySilence", review.bySilence())
                .addValue("at", Timestamp.from(review.reviewedAt()))
                .addValue("position", review.position())
                .addValue("reservation", review.reservation());
    }

    /** @param position agenda item that the reservation concerns, also when the secretary found it */
    void answer(
            String meeting, int edition, String account, boolean accepted, String reply, @Nullable Integer position) {
        database.sql("""
                        update minutes_review set accepted = :accepted, reply = :reply, position = :position
                        where meeting = :meeting and edition = :edition and account = :account""")
                .param("accepted", accepted)
                .param("reply", reply)
                .param("position", position)
                .param("meeting", meeting)
                .param("edition", edition)
                .param("account", account)
                .update();
    }
}
