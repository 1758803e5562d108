package ma.tansiq.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import ma.tansiq.engine.Conflict;

/** Somebody else ruled on the same day off since the reader last looked; nothing is ruled then. */
public final class CalendarConflict extends Conflict {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private CalendarConflict(String name, Object... arguments) {
        super("refusal.calendar." + name, arguments);
    }

    static CalendarConflict ruledMeanwhile() {
        return new CalendarConflict("ruled-meanwhile");
    }

    static CalendarConflict addedMeanwhile(LocalDate day) {
        return new CalendarConflict("added-meanwhile", DAY.format(day));
    }
}
