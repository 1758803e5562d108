package ma.tansiq.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.calendar.HolidayManagement;
import ma.tansiq.calendar.Holidays;
import ma.tansiq.engine.OpenDeadlines;
import ma.tansiq.engine.Texts;
import ma.tansiq.identity.AdminChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rulings on days off, each on the record of what administrators changed, and with the number of deadlines that it moved
 * and that are still open, in one transaction.
 */
@Component
class HolidayDecisions {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final HolidayManagement management;
    private final Holidays holidays;
    private final OpenDeadlines deadlines;
    private final AdminChanges changes;

    HolidayDecisions(HolidayManagement management, Holidays holidays, OpenDeadlines deadlines, AdminChanges changes) {
        this.management = management;
        this.holidays = holidays;
        this.deadlines = deadlines;
        this.changes = changes;
    }

    @Transactional
    public int place(String reference, LocalDate firstDay, int seen, String act, String by) {
        return recorded(reference, act, by, () -> management.move(reference, firstDay, seen, act, by));
    }

    @Transactional
    public int add(LocalDate day, String name, String act, String by) {
        return recorded("EXCEPTIONAL-" + day, act, by, () -> management.add(day, name, act, by));
    }

    @Transactional
    public int withdraw(LocalDate day, int seen, String act, String by) {
        return recorded("EXCEPTIONAL-" + day, act, by, () -> management.withdraw(day, seen, act, by));
    }

    private int recorded(String reference, String act, String by, Runnable ruling) {
        String before = described(reference);
        int moved = counting(ruling);
        String after = described(reference);
        changes.add(by, reference, what(before, after), before, after, Texts.clean(act));
        return moved;
    }

    private static String what(@Nullable String before, @Nullable String after) {
        if (before == null) {
            return "HOLIDAY_ADDED";
        }
        if (after == null) {
            return "HOLIDAY_WITHDRAWN";
        }
        return before.equals(after) ? "HOLIDAY_CONFIRMED" : "HOLIDAY_MOVED";
    }

    private @Nullable String described(String reference) {
        return holidays.find(reference).map(HolidayDecisions::described).orElse(null);
    }

    private static String described(Holiday holiday) {
        String days =
                DAY.format(holiday.firstDay()) + (holiday.days() == 1 ? "" : " – " + DAY.format(holiday.lastDay()));
        return holiday.name() == null ? days : days + " · " + holiday.name();
    }

    private int counting(Runnable ruling) {
        Map<String, Instant> before = deadlines.dueDates();
        ruling.run();
        Map<String, Instant> after = deadlines.dueDates();
        return (int) before.entrySet().stream()
                .filter(due -> after.containsKey(due.getKey()))
                .filter(due -> !due.getValue().equals(after.get(due.getKey())))
                .count();
    }
}
