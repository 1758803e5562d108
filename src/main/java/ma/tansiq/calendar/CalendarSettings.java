package ma.tansiq.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The working week, local time of the zone of the clock.
 *
 * @param openingOfBusiness when a working day begins
 * @param closeOfBusiness when a working day ends: deadlines fall due at that instant
 * @param weekend days of every week without work
 * @param holidays fixed and religious days off, in jollyday's format
 * @param twoDayHolidays keys of the religious days that last two days in the public sector
 * @param fridayPrayerFrom from then on no session on a Friday, until {@code fridayPrayerTo}
 * @param ramadanFrom from then on sessions during Ramadan, until {@code ramadanTo}
 * @param sessionsFrom no session begins before, on any day, nor ends after {@code sessionsTo}
 * @param quietPeriods times of the year in which no body has to meet (rule A2b)
 */
@ConfigurationProperties("tansiq.calendar")
record CalendarSettings(
        @DefaultValue("08:30") LocalTime openingOfBusiness,
        @DefaultValue("16:30") LocalTime closeOfBusiness,
        @DefaultValue({"SATURDAY", "SUNDAY"}) Set<DayOfWeek> weekend,

        @DefaultValue("classpath:calendar/ma-public-sector.xml")
        Resource holidays,

        @DefaultValue({"MAWLID_AN_NABI", "ID_AL_FITR", "ID_UL_ADHA"})
        Set<String> twoDayHolidays,

        @DefaultValue("12:00") LocalTime fridayPrayerFrom,
        @DefaultValue("14:30") LocalTime fridayPrayerTo,
        @DefaultValue("10:00") LocalTime ramadanFrom,
        @DefaultValue("14:00") LocalTime ramadanTo,
        @DefaultValue("07:00") LocalTime sessionsFrom,
        @DefaultValue("21:00") LocalTime sessionsTo,
        @DefaultValue List<Quiet> quietPeriods) {

    /**
     * Either the same days of every year, {@code from} and {@code to} included, as {@code --08-01}; or so many days that
     * end on the eve of a religious day, which move with it.
     *
     * @param before key of that religious day
     */
    record Quiet(
            @Nullable MonthDay from,
            @Nullable MonthDay to,
            @Nullable String before,
            int days) {

        Quiet {
            boolean fixed = from != null && to != null && before == null && days == 0;
            boolean moving = from == null && to == null && before != null && days > 0 && days <= 60;
            if (!fixed && !moving) {
                throw new IllegalArgumentException(
                        "tansiq.calendar.quiet-periods: give either from and to, or before and days (1 to 60)");
            }
            if (from != null && to != null && from.isAfter(to)) {
                throw new IllegalArgumentException(
                        "tansiq.calendar.quiet-periods: from %s comes after to %s".formatted(from, to));
            }
        }
    }

    CalendarSettings {
        if (!openingOfBusiness.isBefore(closeOfBusiness)) {
            throw new IllegalArgumentException("tansiq.calendar: opening-of-business must be before close-of-business");
        }
        if (!sessionsFrom.isBefore(sessionsTo)) {
            throw new IllegalArgumentException("tansiq.calendar: sessions-from must be before sessions-to");
        }
        if (weekend.containsAll(Set.of(DayOfWeek.values()))) {
            throw new IllegalArgumentException("tansiq.calendar.weekend leaves no working day");
        }
    }
}
