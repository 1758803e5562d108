package ma.tansiq.committee.feed;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions that a calendar shows: those to come, and those of the last year. */
@Component
class Sessions {

    private static final Duration BACK = Duration.ofDays(366);

    private final JdbcClient database;
    private final Clock clock;

    Sessions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A session, without anything that its items say (rule B8). */
    record Session(
            String reference,
            String body,
            Instant startsAt,
            Instant endsAt,
            String place,
            @Nullable String link,
            int sequence,
            boolean cancelled) {}

    /** By their opening; none for no bodies. */
    List<Session> of(Collection<String> bodies) {
        return database.sql("""
                        select reference, body, starts_at, ends_at, place, link, sequence, status = 'CANCELLED' as cancelled
                          from meeting
                         where body = any(:bodies) and starts_at >= :from and convened_by is not null
                         order by starts_at, reference""")
                .param("bodies", bodies.toArray(String[]::new))
                .param("from", Timestamp.from(clock.instant().minus(BACK)))
                .query(Session.class)
                .list();
    }
}
