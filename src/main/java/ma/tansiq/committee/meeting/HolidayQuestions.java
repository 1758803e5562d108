package ma.tansiq.committee.meeting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked and answered about sessions that fall on a day off (rule D2), one row for each meeting and day. */
@Repository
class HolidayQuestions {

    private final JdbcClient database;
    private final Clock clock;

    HolidayQuestions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Puts the question on record. Whoever asks about the same meeting and day meanwhile waits for this transaction.
     *
     * @return whether it is to be put: false once the session was maintained on that day
     */
    boolean ask(String meeting, LocalDate day) {
        return database.sql("""
                        insert into holiday_question (meeting, day, asked_at) values (:meeting, :day, :now)
                        on conflict (meeting, day) do update set asked_at = excluded.asked_at
                        where holiday_question.maintained_at is null""")
                        .param("meeting", meeting)
                        .param("day", day)
                        .param("now", now())
                        .update()
                > 0;
    }

    void maintain(String meeting, LocalDate day, String motive, String by) {
        database.sql("""
                        update holiday_question set maintained_at = :now, maintained_by = :by, motive = :motive
                        where meeting = :meeting and day = :day""")
                .param("meeting", meeting)
                .param("day", day)
                .param("motive", motive)
                .param("by", by)
                .param("now", now())
                .update();
    }

    Optional<SessionsOnHolidays.Maintained> maintained(String meeting, LocalDate day) {
        return database.sql("""
                        select motive, maintained_by as by from holiday_question
                        where meeting = :meeting and day = :day and maintained_at is not null""")
                .param("meeting", meeting)
                .param("day", day)
                .query(SessionsOnHolidays.Maintained.class)
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
