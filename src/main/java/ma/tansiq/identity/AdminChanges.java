package ma.tansiq.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What administrators changed, the latest first. Written in the transaction of the change, so that neither is without
 * the other; the database refuses to alter or remove an entry.
 */
@Repository
public class AdminChanges {

    private static final String CHANGES =
            "select id, at, account, subject, what, before, after, act from admin_change ";

    private final JdbcClient database;
    private final Clock clock;

    AdminChanges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps that this account changed something, now; parameters are as in {@link AdminChange}. */
    public void add(
            String account,
            String subject,
            String what,
            @Nullable String before,
            @Nullable String after,
            @Nullable String act) {
        database.sql("insert into admin_change (at, account, subject, what, before, after, act)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(Timestamp.from(clock.instant()), account, subject, what, before, after, act)
                .update();
    }

    /** As many as that from that place on, of everything. */
    public List<AdminChange> latest(int offset, int most) {
        return database.sql(CHANGES + "order by id desc limit :most offset :offset")
                .param("most", most)
                .param("offset", offset)
                .query(AdminChange.class)
                .list();
    }

    /** As many as that at most, about those subjects. */
    public List<AdminChange> about(Collection<String> subjects, int most) {
        return database.sql(CHANGES + "where subject = any(:subjects) order by id desc limit :most")
                .param("subjects", subjects.toArray(String[]::new))
                .param("most", most)
                .query(AdminChange.class)
                .list();
    }
}
