package ma.tansiq.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * Arithmetic in working days of Morocco's public sector (rules D1 to D3). A day is a calendar day of the clock's zone, Morocco's
 * legal time, whose offset has changed: instants follow the zone's rules of their own day.
 * Every method refuses dates outside 1900 to 2170.
 */
@Component
public class WorkingDays {

    private final Holidays holidays;
    private final CalendarSettings settings;
    private final ZoneId zone;

    WorkingDays(Holidays holidays, CalendarSettings settings, Clock clock) {
        this.holidays = holidays;
        this.settings = settings;
        this.zone = clock.getZone();
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day, holidays.daysOff());
    }

    /**
     * The working day that many working days after the given day, or before it when negative; the day itself does not
     * count. Zero gives the day itself when it is a working day, else the next one.
     */
    public LocalDate plus(LocalDate day, int workingDays) {
        DaysOff daysOff = holidays.daysOff();
        if (workingDays == 0) {
            return isWorkingDay(day, daysOff) ? day : step(day, 1, daysOff);
        }
        int direction = Integer.signum(workingDays);
        LocalDate reached = day;
        for (int left = workingDays; left != 0; left -= direction) {
            reached = step(reached, direction, daysOff);
        }
        return reached;
    }

    /**
     * How many working days lie after the first day, up to and including the second; negative when the second is
     * earlier, so that {@code between(a, b) == -between(b, a)} and {@code between(d, plus(d, n)) == n} for a working day.
     */
    public int between(LocalDate first, LocalDate second) {
        if (second.isBefore(first)) {
            return -between(second, first);
        }
        DaysOff daysOff = holidays.daysOff();
        return (int) first.plusDays(1)
                .datesUntil(second.plusDays(1))
                .filter(day -> isWorkingDay(day, daysOff))
                .count();
    }

    /**
     * The close of business that many working days after the day of {@code from}, never before {@code from}. Zero means
     * the next close of business: that of the same day, or of the next working day when it has passed.
     *
     * @throws IllegalArgumentException when the number of days is negative
     */
    public Instant deadlineAfter(Instant from, int workingDays) {
        requirePositive(workingDays);
        LocalDate day = dayOf(from);
        Instant due = close(plus(day, workingDays));
        return due.isBefore(from) ? close(plus(day, 1)) : due;
    }

    /**
     * The close of business that many working days before the day of {@code before}, never after {@code before}. Zero
     * means the last close of business until then.
     *
     * @throws IllegalArgumentException when the number of days is negative
     */
    public Instant deadlineBefore(Instant before, int workingDays) {
        requirePositive(workingDays);
        LocalDate day = dayOf(before);
        boolean sameDay = workingDays == 0 && isWorkingDay(day) && !close(day).isAfter(before);
        return close(sameDay ? day : plus(day, -Math.max(workingDays, 1)));
    }

    /** The calendar day of that instant in Morocco. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** When business opens on that day, 08:30 unless set otherwise. */
    public Instant opening(LocalDate day) {
        return at(day, settings.openingOfBusiness());
    }

    /** When business closes on that day, 16:30 unless set otherwise. */
    public Instant close(LocalDate day) {
        return at(day, settings.closeOfBusiness());
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private LocalDate step(LocalDate day, int direction, DaysOff daysOff) {
        LocalDate next = day.plusDays(direction);
        while (!isWorkingDay(next, daysOff)) {
            next = next.plusDays(direction);
        }
        return next;
    }

    private boolean isWorkingDay(LocalDate day, DaysOff daysOff) {
        return !daysOff.contains(day) && !settings.weekend().contains(day.getDayOfWeek());
    }

    private static void requirePositive(int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("working days must not be negative: " + workingDays);
        }
    }
}
