package ma.tansiq.demonstration;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the one clock is ahead of the real one; behind it where a replay of a past year left off. Kept in the database,
 * and restored before the engine starts, so that time never goes back.
 */
@Component
@Profile("demonstration")
@DependsOnDatabaseInitialization
public class ClockOffset extends AbstractProcessEnginePlugin implements DisposableBean {

    private final JdbcClient database;

    ClockOffset(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        restore();
    }

    /** Lets the clock show again what it showed when the application stopped, and the time that passed since. */
    void restore() {
        ClockUtil.offset(kept());
    }

    /** Lets the clock show that instant now and run on from there. An instant that is already past changes nothing. */
    void moveTo(Instant instant) {
        long ahead = Duration.between(ClockUtil.getCurrentTime().toInstant(), instant)
                .toMillis();
        if (ahead > 0) {
            long offset = kept() + ahead;
            keep(offset);
            ClockUtil.offset(offset);
        }
    }

    /** The next start shows that instant when the machine's clock shows the other, and runs on from there. */
    public void leaveAt(Instant instant, Instant machine) {
        keep(Duration.between(machine, instant).toMillis());
    }

    private long kept() {
        return database.sql("select offset_millis from demonstration_clock")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void keep(long offset) {
        database.sql("""
                        insert into demonstration_clock (offset_millis) values (:offset)
                        on conflict (only_one) do update set offset_millis = excluded.offset_millis""").param("offset", offset).update();
    }

    @Override
    public void destroy() {
        ClockUtil.reset();
    }
}
