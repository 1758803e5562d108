package ma.tansiq.strategy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The acts by which programmes ended, append-only; each ends once. */
@Repository
public class ProgrammeActs {

    private static final String SELECT = "select programme, successor, act, effective_on, reason from programme_act ";

    private final JdbcClient database;
    private final Clock clock;

    ProgrammeActs(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<ProgrammeAct> all() {
        return database.sql(SELECT + "order by programme")
                .query(ProgrammeAct.class)
                .list();
    }

    public Optional<ProgrammeAct> of(int programme) {
        return database.sql(SELECT + "where programme = ?")
                .param(programme)
                .query(ProgrammeAct.class)
                .optional();
    }

    /** Takes those programmes for this transaction, so that acts about them come one after the other. */
    public void lock(List<Integer> programmes) {
        database.sql("select number from programme where number in (:numbers) order by number for update")
                .param("numbers", programmes)
                .query(Integer.class)
                .list();
    }

    public void add(ProgrammeAct act, String by) {
        database.sql("""
                        insert into programme_act
                            (programme, successor, act, effective_on, reason, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        act.programme(),
                        act.successor(),
                        act.act(),
                        act.effectiveOn(),
                        act.reason(),
                        by,
                        Timestamp.from(clock.instant()))
                .update();
    }
}
