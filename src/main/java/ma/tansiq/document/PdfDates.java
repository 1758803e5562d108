package ma.tansiq.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import ma.tansiq.LegalTime;

/**
 * Dates as documents show them: in Morocco's zone, Western digits, Moroccan names of months ({@code نونبر}) in Arabic.
 * Templates use it as {@code dates}.
 */
public final class PdfDates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final DateTimeFormatter inWords;

    PdfDates(Locale language) {
        inWords = LegalTime.inWords(language);
    }

    /** {@code 24/11/2026} */
    public String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code 24/11/2026}, the day of that instant in Morocco. */
    public String day(Instant instant) {
        return DAY.format(instant.atZone(LegalTime.ZONE));
    }

    /** {@code 10:00} */
    public String time(Instant instant) {
        return TIME.format(instant.atZone(LegalTime.ZONE));
    }

    /** {@code mardi 24 novembre 2026}, {@code الثلاثاء 24 نونبر 2026} */
    public String inWords(Instant instant) {
        return inWords.format(instant.atZone(LegalTime.ZONE));
    }
}
