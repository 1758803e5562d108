package ma.tansiq.administration;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A day as a form sends it, {@code 2026-11-25}. */
final class TypedDay {

    private TypedDay() {}

    /** @param refusal why anything else is refused, as {@link AdministrationRefusal#because} names it */
    static LocalDate read(String typed, String refusal) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException wrong) {
            AdministrationRefusal refused = AdministrationRefusal.because(refusal);
            refused.initCause(wrong);
            throw refused;
        }
    }
}
