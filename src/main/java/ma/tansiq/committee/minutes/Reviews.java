package ma.tansiq.committee.minutes;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Approvals of, and reservations on, draft minutes. */
@Repository
public class Reviews {

    private final JdbcClient database;

    Reviews(JdbcClient database) {
        this.database = database;
    }

    /** Those of that edition of the draft, in the order they came in. */
    public List<Review> of(String meeting, int edition) {
        return database.sql("""
                        select account, reviewed_at, position, reservation, accepted, reply from minutes_review
                        where meeting = :meeting and edition = :edition order by reviewed_at, account""")
                .param("meeting", meeting)
                .param("edition", edition)
                .query(Review.class)
                .list();
    }

    void add(String meeting, int edition, Review review) {
        database.sql("""
                        insert into minutes_review (meeting, edition, account, approved, reviewed_at, position, reservation)
                        values (:meeting, :edition, :account, :approved, :at, :position, :reservation)""")
                .param("meeting", meeting)
                .param("edition", edition)
                .param("account", review.account())
                .param("approved", !review.isReservation())
                .param("at", Timestamp.from(review.reviewedAt()))
                .param("position", review.position())
                .param("reservation", review.reservation())
                .update();
    }

    void answer(String meeting, int edition, String account, boolean accepted, String reply) {
        database.sql("""
                        update minutes_review set accepted = :accepted, reply = :reply
                        where meeting = :meeting and edition = :edition and account = :account""")
                .param("accepted", accepted)
                .param("reply", reply)
                .param("meeting", meeting)
                .param("edition", edition)
                .param("account", account)
                .update();
    }
}
