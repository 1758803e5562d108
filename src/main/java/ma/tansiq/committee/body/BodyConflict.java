package ma.tansiq.committee.body;

import ma.tansiq.engine.Conflict;

/** Somebody else changed the body since its page was opened; nothing is saved then. */
final class BodyConflict extends Conflict {

    private static final long serialVersionUID = 1L;

    BodyConflict(String body) {
        super("refusal.committee.bodyChanged", body);
    }
}
