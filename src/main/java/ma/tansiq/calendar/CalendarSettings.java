package ma.tansiq.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
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
        @DefaultValue("14:00") LocalTime ramadanTo) {

    CalendarSettings {
        if (!openingOfBusiness.isBefore(closeOfBusiness)) {
            throw new IllegalArgumentException("tansiq.calendar: opening-of-business must be before close-of-business");
        }
        if (weekend.containsAll(Set.of(DayOfWeek.values()))) {
            throw new IllegalArgumentException("tansiq.calendar.weekend leaves no working day");
        }
    }
}
