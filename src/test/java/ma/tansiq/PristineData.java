package ma.tansiq;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What the database of a test's application held when the application had started, kept in a schema of its own, and
 * put back before each class of tests: what one class leaves behind is never in another's way, whichever of them share a
 * virtual machine.
 */
@Component
public class PristineData {

    private static final String KEPT = "pristine";

    private final DataSource database;
    private final ApplicationEventPublisher events;
    private List<String> tables = List.of();

    PristineData(DataSource database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /** What the last class of tests did is about to go: who wants to read it does so now. */
    public record GoesBack() {}

    /** The first time keeps what is there; each later time puts it back. */
    public synchronized void putBack() {
        events.publishEvent(new GoesBack());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean automatic = connection.getAutoCommit();
            connection.setAutoCommit(false);
            if (tables.isEmpty()) {
                tables = keep(statement);
            } else {
                putBack(statement);
            }
            connection.commit();
            connection.setAutoCommit(automatic);
        } catch (SQLException failed) {
            throw new IllegalStateException("The tests' database could not be put back to its beginning", failed);
        }
    }

    private static List<String> keep(Statement statement) throws SQLException {
        List<String> found = strings(
                statement,
                "select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema') order by 1");
        statement.execute("create schema " + KEPT);
        for (String table : found) {
            statement.execute("create table %s as table %s".formatted(kept(table), table));
        }
        statement.execute("create table " + KEPT + ".all_sequences as"
                + " select format('%I.%I', schemaname, sequencename) as name, last_value, start_value"
                + " from pg_sequences");
        return found;
    }

    /** Triggers rest meanwhile, those of foreign keys and of records that cannot be changed included. */
    private void putBack(Statement statement) throws SQLException {
        statement.execute("set local session_replication_role = replica");
        for (String table : tables) {
            statement.execute("delete from " + table);
            statement.execute("insert into %s overriding system value select * from %s".formatted(table, kept(table)));
        }
        statement.execute(
                "select setval(name::regclass, coalesce(last_value, start_value), last_value is not null) from " + KEPT
                        + ".all_sequences");
    }

    private static String kept(String table) {
        return KEPT + ".\"" + table.replace("\"", "") + "\"";
    }

    private static List<String> strings(Statement statement, String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
