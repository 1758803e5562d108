package ma.tansiq.strategy;

import ma.tansiq.engine.Conflict;

/** Somebody else changed an entry since its form was opened; nothing is saved then. */
public final class StrategyConflict extends Conflict {

    private static final long serialVersionUID = 1L;

    StrategyConflict(String key) {
        super("refusal.strategy.edited-meanwhile", key);
    }
}
