package ma.tansiq.demonstration;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants the clock to go, as typed.
 *
 * @param advance ISO 8601 period or duration, {@code P5D}, {@code PT2H}, {@code P1DT2H}; days keep the time of day
 * @param to local date and time in Morocco, {@code 2027-03-10T09:00}
 */
record ClockRequest(@Nullable String advance, @Nullable String to) {

    /** The farthest that one step goes. */
    static final int MOST_DAYS = 400;

    ClockRequest {
        advance = given(advance);
        to = given(to);
    }

    /** The instant it means, seen from now; refused when it means none that lies ahead. */
    Instant target(ZonedDateTime now) {
        ZonedDateTime target = asked(now);
        if (!target.isAfter(now)) {
            throw ClockRefusal.notAhead(target, now);
        }
        if (target.isAfter(now.plusDays(MOST_DAYS))) {
            throw ClockRefusal.tooFar(MOST_DAYS);
        }
        return target.toInstant();
    }

    private ZonedDateTime asked(ZonedDateTime now) {
        if ((advance == null) == (to == null)) {
            throw ClockRefusal.oneOfBoth();
        }
        try {
            return advance == null ? LocalDateTime.parse(String.valueOf(to)).atZone(now.getZone()) : plus(now, advance);
        } catch (DateTimeException | ArithmeticException e) {
            throw advance == null ? ClockRefusal.notADate(String.valueOf(to)) : ClockRefusal.notAPeriod(advance);
        }
    }

    private static ZonedDateTime plus(ZonedDateTime now, String advance) {
        int time = advance.toUpperCase(Locale.ROOT).indexOf('T');
        if (time < 0) {
            return now.plus(Period.parse(advance));
        }
        ZonedDateTime day = time == 1 ? now : now.plus(Period.parse(advance.substring(0, time)));
        return day.plus(Duration.parse("P" + advance.substring(time))).truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
