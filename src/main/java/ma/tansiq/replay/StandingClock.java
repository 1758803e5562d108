package ma.tansiq.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import ma.tansiq.LegalTime;
import ma.tansiq.demonstration.ClockOffset;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The application's clock during a replay: it stands still until it is moved, so that nothing depends on how fast the
 * machine is. Shows the first instant of the period before the engine deploys and starts anything.
 */
@Component
@Profile("replay")
class StandingClock extends AbstractProcessEnginePlugin implements DisposableBean {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final ReplayPlan plan;
    private final ClockOffset offset;
    private final Instant machine = machine();
    private final long started = System.nanoTime();

    StandingClock(ReplayPlan plan, ClockOffset offset) {
        this.plan = plan;
        this.offset = offset;
    }

    /** What the machine's clock shows; asked before the engine's is moved. */
    static Instant machine() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** After the clock was set to what a demonstration kept, and before anything is deployed. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        ClockUtil.setCurrentTime(Date.from(begin()));
    }

    Instant begin() {
        return plan.from().atStartOfDay(LegalTime.ZONE).toInstant();
    }

    /** The first instant after the period. */
    Instant end() {
        return plan.to().plusDays(1).atStartOfDay(LegalTime.ZONE).toInstant();
    }

    Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    void moveTo(Instant instant) {
        if (instant.isAfter(now())) {
            ClockUtil.setCurrentTime(Date.from(instant));
        }
    }

    /** What people do takes a moment: the next thing comes after it. */
    void tick() {
        moveTo(now().plus(A_MOMENT));
    }

    /** How long the replay has taken by the machine's clock. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /**
     * Lets a demonstration that opens this database go on where the period ends: with the machine's own time when that
     * was today, else with a clock that is behind it.
     */
    void leave() {
        Instant real = machine.plus(elapsed());
        boolean today = plan.to().plusDays(1).equals(real.atZone(LegalTime.ZONE).toLocalDate());
        if (!today) {
            offset.leaveAt(end(), real);
        }
    }

    @Override
    public void destroy() {
        ClockUtil.reset();
    }
}
