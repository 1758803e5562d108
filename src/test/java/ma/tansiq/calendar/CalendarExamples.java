package ma.tansiq.calendar;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import ma.tansiq.LegalTime;
import org.springframework.core.io.ClassPathResource;

/** Calendars with given rulings, without a database. */
final class CalendarExamples {

    static final CalendarSettings SETTINGS = new CalendarSettings(
            LocalTime.of(8, 30),
            LocalTime.of(16, 30),
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            new ClassPathResource("calendar/ma-public-sector.xml"),
            Set.of("MAWLID_AN_NABI", "ID_AL_FITR", "ID_UL_ADHA"),
            LocalTime.of(12, 0),
            LocalTime.of(14, 30),
            LocalTime.of(10, 0),
            LocalTime.of(14, 0),
            LocalTime.of(7, 0),
            LocalTime.of(21, 0),
            List.of(
                    new CalendarSettings.Quiet(MonthDay.of(8, 1), MonthDay.of(8, 31), null, 0),
                    new CalendarSettings.Quiet(null, null, "ID_AL_FITR", 10)));

    static final HolidayRules RULES = new HolidayRules(SETTINGS);

    private CalendarExamples() {}

    static Holidays holidays(HolidayRuling... inForce) {
        HolidayRulings rulings = mock();
        when(rulings.current()).thenReturn(List.of(inForce));
        return new Holidays(RULES, rulings);
    }

    static QuietPeriods quietPeriods(HolidayRuling... inForce) {
        return new QuietPeriods(holidays(inForce), SETTINGS);
    }

    static WorkingDays workingDays(HolidayRuling... inForce) {
        return new WorkingDays(holidays(inForce), SETTINGS, Clock.fixed(Instant.EPOCH, LegalTime.ZONE));
    }

    static SessionHours sessionHours(HolidayRuling... inForce) {
        return new SessionHours(holidays(inForce), SETTINGS, Clock.fixed(Instant.EPOCH, LegalTime.ZONE));
    }

    /** That local time in Morocco. */
    static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(LegalTime.ZONE).toInstant();
    }

    static HolidayRuling moved(String reference, LocalDate firstDay) {
        return ruling(reference, HolidayRuling.What.MOVED, firstDay);
    }

    static HolidayRuling added(LocalDate day) {
        return ruling("EXCEPTIONAL-" + day, HolidayRuling.What.ADDED, day);
    }

    private static HolidayRuling ruling(String reference, HolidayRuling.What what, LocalDate firstDay) {
        return new HolidayRuling(reference, 1, what, firstDay, "Jour", "Communiqué", "admin", Instant.EPOCH);
    }
}
