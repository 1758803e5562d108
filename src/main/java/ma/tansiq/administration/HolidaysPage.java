package ma.tansiq.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntSupplier;
import ma.tansiq.calendar.Holidays;
import ma.tansiq.committee.meeting.SessionsOnHolidays;
import ma.tansiq.identity.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators confirm or move religious days and rule on exceptional ones (rule D2), a year at a time. */
@Controller
class HolidaysPage {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int RULINGS = 50;

    private final Holidays holidays;
    private final HolidayDecisions decisions;
    private final SessionsOnHolidays sessions;
    private final CurrentUser user;
    private final Submissions submissions;
    private final Clock clock;

    HolidaysPage(
            Holidays holidays,
            HolidayDecisions decisions,
            SessionsOnHolidays sessions,
            CurrentUser user,
            Submissions submissions,
            Clock clock) {
        this.holidays = holidays;
        this.decisions = decisions;
        this.sessions = sessions;
        this.user = user;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * @param about reference of the day off that was typed about; empty for a new exceptional day
     * @param seen number of the last ruling on it that the reader saw
     */
    record Typed(String about, String day, String name, String act, int seen) {

        static final Typed NOTHING = new Typed("", "", "", "", 0);
    }

    @GetMapping("/admin/holidays")
    String show(
            @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String moved, Model model) {
        fill(model, year(year), Typed.NOTHING);
        if (moved.matches("\\d{1,6}")) {
            model.addAttribute("moved", Integer.valueOf(moved));
        }
        return "administration/holidays";
    }

    @PostMapping("/admin/holidays")
    ModelAndView add(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String act,
            Locale locale) {
        Typed typed = new Typed("", day, name, act, 0);
        return answer(() -> decisions.add(day(day), name, act, by()), year(year), typed, locale);
    }

    @PostMapping("/admin/holidays/{reference}")
    ModelAndView place(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String seen,
            Locale locale) {
        Typed typed = new Typed(reference, day, "", act, seen(seen));
        return answer(() -> decisions.place(reference, day(day), typed.seen(), act, by()), year(year), typed, locale);
    }

    @PostMapping("/admin/holidays/{reference}/withdraw")
    ModelAndView withdraw(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String seen,
            Locale locale) {
        Typed typed = new Typed(reference, day, "", act, seen(seen));
        return answer(() -> decisions.withdraw(day(day), typed.seen(), act, by()), year(year), typed, locale);
    }

    private ModelAndView answer(IntSupplier ruling, int year, Typed typed, Locale locale) {
        return submissions.answer(
                () -> "/admin/holidays?year=" + year + "&moved=" + ruling.getAsInt(),
                "administration/holidays",
                model -> fill(model, year, typed),
                locale);
    }

    private void fill(Model model, int year, Typed typed) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        model.addAttribute("year", year);
        model.addAttribute("days", holidays.between(first, last));
        model.addAttribute("rulings", holidays.rulings(first, last, RULINGS));
        model.addAttribute("clashes", sessions.all());
        model.addAttribute("lastRulings", holidays.lastRulings());
        model.addAttribute("typed", typed);
    }

    private String by() {
        return user.requiredAccount();
    }

    /** Whatever is no number was never seen. */
    private static int seen(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    /** What is no year, or out of reach, is this year. */
    private int year(String typed) {
        if (typed.matches("\\d{4}")) {
            int year = Integer.parseInt(typed);
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return year;
            }
        }
        return LocalDate.now(clock).getYear();
    }

    private static LocalDate day(String typed) {
        return TypedDay.read(typed, "day");
    }
}
