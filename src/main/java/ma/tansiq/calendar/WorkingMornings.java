package ma.tansiq.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.tansiq.engine.Recurrence;
import org.springframework.stereotype.Component;

/** Cycles such as {@code WORKING-DAYS/06:30}: every working day at that hour of Morocco's legal time (rules D2, D3). */
@Component
class WorkingMornings implements Recurrence {

    private static final Pattern CYCLE = Pattern.compile("WORKING-DAYS/(\\d\\d:\\d\\d)");

    private final WorkingDays workingDays;
    private final ZoneId zone;

    WorkingMornings(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.zone = clock.getZone();
    }

    @Override
    public boolean knows(String cycle) {
        return CYCLE.matcher(cycle).matches();
    }

    @Override
    public Instant next(String cycle, Instant after) {
        Matcher parts = CYCLE.matcher(cycle);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a cycle of working days: " + cycle);
        }
        LocalTime hour = LocalTime.parse(parts.group(1));
        LocalDate day = workingDays.plus(workingDays.dayOf(after), 0);
        Instant at = at(day, hour);
        return at.isAfter(after) ? at : at(workingDays.plus(day, 1), hour);
    }

    private Instant at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(zone).toInstant();
    }
}
