package ma.tansiq.committee.body;

import ma.tansiq.engine.Conflict;

/** The absence was ended since its page was opened. */
final class AbsenceConflict extends Conflict {

    private static final long serialVersionUID = 1L;

    AbsenceConflict() {
        super("refusal.committee.absenceChanged");
    }
}
