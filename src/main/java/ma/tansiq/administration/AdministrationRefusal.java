package ma.tansiq.administration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import ma.tansiq.engine.Refusal;

/** What was typed on a page of the administration and cannot be read. */
final class AdministrationRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private AdministrationRefusal(String name, Object... arguments) {
        super("refusal.administration." + name, arguments);
    }

    /** A refusal whose sentence has the key {@code refusal.administration.<name>}. */
    static AdministrationRefusal because(String name) {
        return new AdministrationRefusal(name);
    }

    /** What concerns a day that is past is asked about first. */
    static AdministrationRefusal pastDay(LocalDate day) {
        return new AdministrationRefusal("past-day", DAY.format(day));
    }
}
