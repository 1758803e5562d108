package ma.tansiq.strategy;

import java.util.List;
import ma.tansiq.strategy.StrategyFileRefused.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Loads the strategy's file at every start, before the application answers anybody: all of it in one transaction, or
 * the start fails. Entries that the database has are left alone, so that loading twice changes nothing and no edit is
 * lost; entries that are new in the file are added. Levels and the tree of bodies, which nobody edits elsewhere, follow
 * the file.
 */
@Component
class StrategyLoading implements SmartLifecycle {

    /** Bodies, accounts and groups follow in later phases; the web server comes last. */
    static final int PHASE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(StrategyLoading.class);

    private final Resource source;
    private final StrategyStore store;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;

    private boolean running;

    StrategyLoading(
            @Value("${tansiq.strategy}") Resource source,
            StrategyStore store,
            TransactionOperations transaction,
            ApplicationEventPublisher events) {
        this.source = source;
        this.store = store;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public void start() {
        load(source);
        running = true;
    }

    void load(Resource resource) {
        StrategyFile file = StrategyFileReader.read(resource);
        transaction.executeWithoutResult(status -> {
            store.takeTurn();
            refuseOtherStrategy(resource, file);
            store.add(file);
            events.publishEvent(new StrategyFile.Loaded(file, resource.getDescription()));
        });
        LOG.info(
                "strategy {} loaded: {} programmes, {} bodies",
                file.head().code(),
                file.programmes().size(),
                file.bodies().size());
    }

    private void refuseOtherStrategy(Resource resource, StrategyFile file) {
        String held = store.code();
        if (held != null && !held.equals(file.head().code())) {
            String reason = "describes the strategy " + file.head().code() + ", but this database holds " + held
                    + ": one database serves one strategy";
            throw new StrategyFileRefused(resource.getDescription(), List.of(new Problem(0, reason)));
        }
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
