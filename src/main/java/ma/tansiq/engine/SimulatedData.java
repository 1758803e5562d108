package ma.tansiq.engine;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether a replay played what this database holds, so that whoever reads it is told that none of it happened. A database
 * is one or the other from its first day on: what was read at start stays true.
 */
@Component
public class SimulatedData {

    private final JdbcClient database;
    private volatile Optional<Period> period;

    SimulatedData(JdbcClient database) {
        this.database = database;
        this.period = read();
    }

    /** The days that were played, both included; what comes later is done by people in what was left to them. */
    public record Period(LocalDate from, LocalDate to) {

        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

        public String fromText() {
            return DAY.format(from);
        }

        public String toText() {
            return DAY.format(to);
        }
    }

    public Optional<Period> period() {
        return period;
    }

    /** Says so of this database, before anything is played in it. */
    public void mark(LocalDate from, LocalDate to) {
        database.sql("insert into simulated_period (first_day, last_day) values (:from, :to)")
                .param("from", from)
                .param("to", to)
                .update();
        period = read();
    }

    private Optional<Period> read() {
        return database.sql("select first_day, last_day from simulated_period")
                .query((row, number) -> new Period(
                        row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)))
                .optional();
    }
}
