package ma.tansiq.committee.body;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.tansiq.engine.OncePerTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Absences of members and who stands in. Those of a day are read once per transaction. */
@Repository
public class Absences {

    private static final String SELECT =
            "select id, body, account, substitute, valid_from as \"from\", valid_to as \"to\", set_by, version from absence ";

    private final OncePerTransaction<LocalDate, List<Absence>> known = new OncePerTransaction<>();
    private final JdbcClient database;
    private final Clock clock;

    Absences(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those that are in force on that day, the first to begin first. */
    public List<Absence> activeOn(LocalDate day) {
        return known.get(day, this::read);
    }

    /** Those in force on that day or later, in those bodies. */
    public List<Absence> from(LocalDate day, Collection<String> bodies) {
        return database.sql(SELECT
                        + "where valid_to >= :day and closed_at is null and body = any(array[:bodies]::varchar[])"
                        + " order by valid_from, body, account")
                .param("day", day)
                .param("bodies", bodies.isEmpty() ? List.of("") : bodies)
                .query(Absence.class)
                .list();
    }

    /** Whoever stands in for that account in that body on that day. */
    public Optional<String> substituteOf(String body, String account, LocalDate day) {
        return activeOn(day).stream()
                .filter(each -> each.body().equals(body) && each.account().equals(account))
                .map(Absence::substitute)
                .findFirst();
    }

    Optional<Absence> find(UUID id) {
        return database.sql(SELECT + "where id = ? and closed_at is null")
                .param(id)
                .query(Absence.class)
                .optional();
    }

    /** Of the account or for which it stands in, in that body and not over. */
    List<Absence> around(String body, String account) {
        return database.sql(SELECT + "where body = ? and (account = ? or substitute = ?) and closed_at is null")
                .params(body, account, account)
                .query(Absence.class)
                .list();
    }

    /** Over by that day, while tasks may still be with whoever stood in. */
    List<Absence> overBefore(LocalDate day) {
        return database.sql(SELECT + "where valid_to < ? and closed_at is null")
                .param(day)
                .query(Absence.class)
                .list();
    }

    void add(Absence absence) {
        database.sql("""
                        insert into absence (id, body, account, substitute, valid_from, valid_to, set_by, set_at, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        absence.id(),
                        absence.body(),
                        absence.account(),
                        absence.substitute(),
                        absence.from(),
                        absence.to(),
                        absence.setBy(),
                        now(),
                        absence.version())
                .update();
        known.forgetIf(day -> true);
    }

    /** Ends it with that day; one that had not begun is closed as it is. */
    void end(Absence absence, LocalDate lastDay, String by) {
        database.sql("""
                        update absence set valid_to = greatest(valid_from, ?), ended_by = ?, ended_at = ?,
                               closed_at = case when valid_from > ? then cast(? as timestamptz) end, version = version + 1
                         where id = ?""")
                .params(lastDay, by, now(), lastDay, now(), absence.id())
                .update();
        known.forgetIf(day -> true);
    }

    void close(Absence absence) {
        database.sql("update absence set closed_at = ? where id = ?")
                .params(now(), absence.id())
                .update();
    }

    private List<Absence> read(LocalDate day) {
        return database.sql(SELECT
                        + "where closed_at is null and ? between valid_from and valid_to order by valid_from, id")
                .param(day)
                .query(Absence.class)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
