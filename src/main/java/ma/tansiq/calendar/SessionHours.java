package ma.tansiq.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The hours at which a body may meet (rule A2b): by day, never around the Friday prayer, and during Ramadan from 10:00 to
 * 14:00 only. Ramadan is estimated by Umm al-Qura; it ends the day before Id al-Fitr as an administrator confirmed or moved it.
 */
@Component
public class SessionHours {

    private static final int RAMADAN = 9;
    private static final String END_OF_RAMADAN = "ID_AL_FITR-";

    private final Holidays holidays;
    private final CalendarSettings settings;
    private final ZoneId zone;

    SessionHours(Holidays holidays, CalendarSettings settings, Clock clock) {
        this.holidays = holidays;
        this.settings = settings;
        this.zone = clock.getZone();
    }

    /** Which rule hours break. */
    public enum Rule {
        /** The hours given are those to keep free. */
        FRIDAY_PRAYER,
        /** The hours given are those to keep to. */
        RAMADAN,
        /** As in Ramadan, all the year. */
        DAYTIME
    }

    /** @param from local time of the rule, with {@code to} */
    public record Breach(Rule rule, LocalTime from, LocalTime to) {}

    /** What speaks against a session from then to then, if anything. */
    public Optional<Breach> breach(Instant start, Instant end) {
        LocalDateTime begins = LocalDateTime.ofInstant(start, zone);
        LocalDateTime ends = LocalDateTime.ofInstant(end, zone);
        if (meetsFridayPrayer(begins, ends)) {
            return Optional.of(new Breach(Rule.FRIDAY_PRAYER, settings.fridayPrayerFrom(), settings.fridayPrayerTo()));
        }
        LocalDate day = begins.toLocalDate();
        Breach ramadan = new Breach(Rule.RAMADAN, settings.ramadanFrom(), settings.ramadanTo());
        if (leaves(ramadan, begins, ends) && inRamadan(day)) {
            return Optional.of(ramadan);
        }
        Breach daytime = new Breach(Rule.DAYTIME, settings.sessionsFrom(), settings.sessionsTo());
        return leaves(daytime, begins, ends) ? Optional.of(daytime) : Optional.empty();
    }

    private static boolean leaves(Breach rule, LocalDateTime begins, LocalDateTime ends) {
        LocalDate day = begins.toLocalDate();
        return begins.isBefore(day.atTime(rule.from())) || ends.isAfter(day.atTime(rule.to()));
    }

    private boolean meetsFridayPrayer(LocalDateTime begins, LocalDateTime ends) {
        LocalDate day = begins.toLocalDate();
        return day.getDayOfWeek() == DayOfWeek.FRIDAY
                && begins.isBefore(day.atTime(settings.fridayPrayerTo()))
                && ends.isAfter(day.atTime(settings.fridayPrayerFrom()));
    }

    private boolean inRamadan(LocalDate day) {
        HijrahDate hijri = HijrahDate.from(day);
        int year = hijri.get(ChronoField.YEAR);
        LocalDate first = LocalDate.from(HijrahDate.of(year, RAMADAN, 1));
        LocalDate feast = holidays.find(END_OF_RAMADAN + year)
                .map(Holiday::firstDay)
                .orElseGet(() -> LocalDate.from(HijrahDate.of(year, RAMADAN, 1).plus(1, ChronoUnit.MONTHS)));
        return !day.isBefore(first) && day.isBefore(feast);
    }
}
