package ma.tansiq.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import ma.tansiq.calendar.QuietPeriods;
import ma.tansiq.calendar.SessionHours;
import ma.tansiq.calendar.WorkingDays;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Dates for sessions, as a secretary looks for them: when whoever presides is there, at hours that the calendar allows. */
@Component
@Profile("replay")
class Slots {

    static final Duration LENGTH = Duration.ofHours(2);

    private static final int FURTHEST = 150;
    private static final List<LocalTime> STARTS =
            List.of(LocalTime.of(10, 0), LocalTime.of(9, 30), LocalTime.of(11, 0), LocalTime.of(14, 30));

    private final WorkingDays workingDays;
    private final SessionHours hours;
    private final QuietPeriods quiet;
    private final Chairs chairs;
    private final Clock clock;

    Slots(WorkingDays workingDays, SessionHours hours, QuietPeriods quiet, Chairs chairs, Clock clock) {
        this.workingDays = workingDays;
        this.hours = hours;
        this.quiet = quiet;
        this.chairs = chairs;
        this.clock = clock;
    }

    /**
     * A start that suits, on that day or the first after it.
     *
     * @param refused how many earlier ones were refused: as many are passed over
     */
    Instant from(LocalDate earliest, String body, Chance chance, int refused) {
        LocalTime wanted = chance.about("hour").oneOf(STARTS);
        LocalDate day = quiet.shift(earliest);
        int left = refused;
        for (int tried = 0; tried < FURTHEST; tried++) {
            Optional<Instant> start = on(day, body, wanted);
            if (start.isPresent() && left-- == 0) {
                return start.get();
            }
            day = quiet.shift(workingDays.plus(day, 1));
        }
        throw new ReplayStopped("no date from " + earliest + " on suits " + body);
    }

    private Optional<Instant> on(LocalDate day, String body, LocalTime wanted) {
        if (!workingDays.isWorkingDay(day) || !chairs.isPresided(body, day)) {
            return Optional.empty();
        }
        return List.of(wanted, STARTS.get(0), STARTS.get(1)).stream()
                .map(time -> day.atTime(time).atZone(clock.getZone()).toInstant())
                .filter(start -> hours.breach(start, start.plus(LENGTH)).isEmpty())
                .findFirst();
    }
}
