package ma.tansiq.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import ma.tansiq.LegalTime;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Dates as pages show them: in Morocco's zone, Western digits, Moroccan names of months ({@code نونبر}) in Arabic.
 * Templates use it as {@code @dates}.
 */
@Component("dates")
class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Clock clock;

    Dates(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The day that it is in Morocco. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), LegalTime.ZONE);
    }

    /** {@code 24/11/2026 10:00} */
    public String dateTime(Instant instant) {
        return DATE_TIME.format(instant.atZone(LegalTime.ZONE));
    }

    /** {@code 24/11/2026} */
    public String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code 24/11/2026}, the day of that instant in Morocco. */
    public String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, LegalTime.ZONE));
    }

    /** {@code 10:00} */
    public String time(Instant instant) {
        return TIME.format(instant.atZone(LegalTime.ZONE));
    }

    /** {@code mardi 24 novembre 2026}, {@code الثلاثاء 24 نونبر 2026} */
    public String inWords(Instant instant) {
        return LegalTime.inWords(LocaleContextHolder.getLocale()).format(instant.atZone(LegalTime.ZONE));
    }

    /** ISO 8601 with offset, for the {@code datetime} attribute. */
    public String machine(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(LegalTime.ZONE).withNano(0));
    }
}
