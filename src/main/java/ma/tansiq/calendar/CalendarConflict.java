package ma.tansiq.calendar;

import ma.tansiq.engine.Conflict;

/** Somebody else ruled on the same day off since the reader last looked; nothing is ruled then. */
public final class CalendarConflict extends Conflict {

    private static final long serialVersionUID = 1L;

    CalendarConflict(String reference) {
        super("refusal.calendar.ruled-meanwhile", reference);
    }
}
