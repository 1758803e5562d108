package ma.tansiq.administration;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import ma.tansiq.calendar.HolidayRuling;
import ma.tansiq.calendar.Holidays;
import ma.tansiq.committee.meeting.SessionsOnHolidays;
import ma.tansiq.engine.Accounts;
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
    private final Accounts accounts;
    private final Clock clock;

    HolidaysPage(
            Holidays holidays,
            HolidayDecisions decisions,
            SessionsOnHolidays sessions,
            CurrentUser user,
            Submissions submissions,
            Accounts accounts,
            Clock clock) {
        this.holidays = holidays;
        this.decisions = decisions;
        this.sessions = sessions;
        this.user = user;
        this.submissions = submissions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param about reference of the day off that was typed about; empty for a new exceptional day
     * @param seen number of the last ruling on it that the reader saw
     * @param past whether that day is past, which is asked about first
     */
    record Typed(String about, String day, String name, String act, int seen, boolean past) {

        static final Typed NOTHING = new Typed("", "", "", "", 0, false);
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
            @RequestParam(defaultValue = "") String sure,
            Locale locale) {
        Typed typed = new Typed("", day, name, act, 0, isPast(day));
        return answer(() -> decisions.add(sureOf(day, sure), name, act, by()), year(year), typed, locale);
    }

    @PostMapping("/admin/holidays/{reference}")
    ModelAndView place(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String sure,
            Locale locale) {
        Typed typed = new Typed(reference, day, "", act, seen(seen), isPast(day));
        return answer(
                () -> decisions.place(reference, sureOf(day, sure), typed.seen(), act, by()),
                year(year),
                typed,
                locale);
    }

    @PostMapping("/admin/holidays/{reference}/withdraw")
    ModelAndView withdraw(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String sure,
            Locale locale) {
        Typed typed = new Typed(reference, day, "", act, seen(seen), isPast(day));
        return answer(() -> decisions.withdraw(sureOf(day, sure), typed.seen(), act, by()), year(year), typed, locale);
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
        List<HolidayRuling> rulings = holidays.rulings(first, last, RULINGS);
        model.addAttribute("rulings", rulings);
        model.addAttribute(
                "names",
                accounts.namesOf(rulings.stream().map(HolidayRuling::ruledBy).collect(Collectors.toSet())));
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

    /** That day, once whoever typed it has said that it may be past. */
    private LocalDate sureOf(String typed, String sure) {
        LocalDate day = day(typed);
        if (sure.isEmpty() && isPast(typed)) {
            throw AdministrationRefusal.pastDay(day);
        }
        return day;
    }

    /** What is no day is not past. */
    private boolean isPast(String typed) {
        try {
            return LocalDate.parse(typed.strip()).isBefore(LocalDate.now(clock));
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static LocalDate day(String typed) {
        return TypedDay.read(typed, "day");
    }
}
