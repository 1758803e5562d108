package ma.tansiq.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import ma.tansiq.calendar.HolidayManagement;
import ma.tansiq.engine.OpenDeadlines;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rulings on days off, each with the number of deadlines that it moved and that are still open, in one transaction. */
@Component
class HolidayDecisions {

    private final HolidayManagement management;
    private final OpenDeadlines deadlines;

    HolidayDecisions(HolidayManagement management, OpenDeadlines deadlines) {
        this.management = management;
        this.deadlines = deadlines;
    }

    @Transactional
    public int place(String reference, LocalDate firstDay, int seen, String act, String by) {
        return counting(() -> management.move(reference, firstDay, seen, act, by));
    }

    @Transactional
    public int add(LocalDate day, String name, String act, String by) {
        return counting(() -> management.add(day, name, act, by));
    }

    @Transactional
    public int withdraw(LocalDate day, int seen, String act, String by) {
        return counting(() -> management.withdraw(day, seen, act, by));
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
