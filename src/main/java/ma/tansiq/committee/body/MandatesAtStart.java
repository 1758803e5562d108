package ma.tansiq.committee.body;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Brings the engine's groups in step when the application starts, after bodies and accounts are there. */
@Component
class MandatesAtStart implements SmartLifecycle {

    static final int PHASE = 400;

    private final Mandates mandates;
    private boolean running;

    MandatesAtStart(Mandates mandates) {
        this.mandates = mandates;
    }

    @Override
    public void start() {
        mandates.refresh();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
