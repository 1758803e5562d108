package ma.tansiq.committee.matter;

import ma.tansiq.engine.Conflict;

/** Somebody else corrected the matter since its text was read. */
final class MatterConflict extends Conflict {

    private static final long serialVersionUID = 1L;

    MatterConflict(String matter) {
        super("refusal.committee.matterChanged", matter);
    }
}
