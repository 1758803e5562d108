package ma.tansiq.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import ma.tansiq.engine.Refusal;

/** What the calendar's rules do not allow. */
public final class CalendarRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private CalendarRefusal(String name, Object... arguments) {
        super("refusal.calendar." + name, arguments);
    }

    static CalendarRefusal yearUnknown(int year) {
        return new CalendarRefusal(
                "year-unknown",
                Integer.toString(year),
                Integer.toString(HolidayRules.FIRST_YEAR),
                Integer.toString(HolidayRules.LAST_YEAR));
    }

    static CalendarRefusal holidayUnknown(String reference) {
        return new CalendarRefusal("holiday-unknown", reference);
    }

    static CalendarRefusal notReligious(String reference) {
        return new CalendarRefusal("not-religious", reference);
    }

    static CalendarRefusal notExceptional(LocalDate day) {
        return new CalendarRefusal("not-exceptional", DAY.format(day));
    }

    static CalendarRefusal tooFarFromEstimate(LocalDate day, LocalDate estimate, long limit) {
        return new CalendarRefusal("too-far-from-estimate", DAY.format(day), DAY.format(estimate), limit);
    }

    static CalendarRefusal alreadyOff(LocalDate day) {
        return new CalendarRefusal("already-off", DAY.format(day));
    }

    static CalendarRefusal actMissing() {
        return new CalendarRefusal("act-missing");
    }

    static CalendarRefusal nameMissing() {
        return new CalendarRefusal("name-missing");
    }

    static CalendarRefusal tooLong(int limit) {
        return new CalendarRefusal("too-long", limit);
    }
}
