package ma.tansiq.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Year;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Days off as the rules give them before anybody ruled on them; religious ones estimated by Umm al-Qura. */
@Component
class HolidayRules {

    /** Years for which {@link HijrahDate} knows the months, with a margin. */
    static final int FIRST_YEAR = 1900;

    static final int LAST_YEAR = 2170;

    private static final int FIRST_HIJRI_YEAR = 1318;
    private static final int LAST_HIJRI_YEAR = 1590;

    private static final Pattern REFERENCE = Pattern.compile("[A-Z_]+-(\\d{4})");

    private static final String RELIGIOUS = "islamic.";

    private final CalendarSettings settings;
    private final Map<Integer, List<Holiday>> years = new ConcurrentHashMap<>();

    HolidayRules(CalendarSettings settings) {
        this.settings = settings;
    }

    /** Those whose first day is in that Gregorian year. */
    List<Holiday> of(int year) {
        return years.computeIfAbsent(year, this::compute);
    }

    /** The occurrence with that reference: its number is a Hijri year for a religious day, else a Gregorian one. */
    Optional<Holiday> find(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return yearsOf(Integer.parseInt(parts.group(1)))
                .boxed()
                .flatMap(year -> of(year).stream())
                .filter(holiday -> holiday.reference().equals(reference))
                .findFirst();
    }

    private static IntStream yearsOf(int year) {
        if (year >= FIRST_YEAR && year <= LAST_YEAR) {
            return IntStream.of(year);
        }
        if (year < FIRST_HIJRI_YEAR || year > LAST_HIJRI_YEAR) {
            return IntStream.empty();
        }
        int begins = LocalDate.from(HijrahDate.of(year, 1, 1)).getYear();
        return IntStream.rangeClosed(begins, begins + 1);
    }

    private List<Holiday> compute(int year) {
        return manager().getHolidays(Year.of(year)).stream().map(this::holiday).toList();
    }

    private HolidayManager manager() {
        try {
            return HolidayManager.getInstance(
                    ManagerParameters.create(settings.holidays().getURL()));
        } catch (IOException e) {
            throw new UncheckedIOException("tansiq.calendar.holidays: " + settings.holidays() + " cannot be read", e);
        }
    }

    private Holiday holiday(de.focus_shift.jollyday.core.Holiday rule) {
        String key = rule.getPropertiesKey();
        return key.startsWith(RELIGIOUS)
                ? religious(key.substring(RELIGIOUS.length()), rule.getDate())
                : fixed(key, rule.getDate());
    }

    private static Holiday fixed(String key, LocalDate day) {
        return new Holiday(key + "-" + day.getYear(), key, Holiday.Kind.FIXED, day, 1, true, null, null);
    }

    private Holiday religious(String key, LocalDate day) {
        int year = HijrahDate.from(day).get(ChronoField.YEAR);
        int days = settings.twoDayHolidays().contains(key) ? 2 : 1;
        return new Holiday(key + "-" + year, key, Holiday.Kind.RELIGIOUS, day, days, false, null, null);
    }
}
