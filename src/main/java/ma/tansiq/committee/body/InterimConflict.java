package ma.tansiq.committee.body;

import ma.tansiq.engine.Conflict;

/** Somebody else ended or withdrew the interim since its page was opened. */
final class InterimConflict extends Conflict {

    private static final long serialVersionUID = 1L;

    InterimConflict() {
        super("refusal.committee.interimChanged");
    }
}
