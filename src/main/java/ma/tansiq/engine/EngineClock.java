package ma.tansiq.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import ma.tansiq.LegalTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The one clock of the application: the engine's, so that pages, rules and timers agree on what time it is. */
final class EngineClock extends Clock {

    private final ZoneId zone;

    EngineClock() {
        this(LegalTime.ZONE);
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
