package ma.tansiq.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ma.tansiq.calendar.WorkingDays;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** When somebody is at work: at office hours of working days, and not while away. */
@Component
@Profile("replay")
class OfficeHours {

    private static final Duration LATEST_START = Duration.ofMinutes(150);

    private final WorkingDays workingDays;
    private final Absences absences;

    OfficeHours(WorkingDays workingDays, Absences absences) {
        this.workingDays = workingDays;
        this.absences = absences;
    }

    /** That instant when the person is at work then, else some time on the first morning after it. */
    Instant from(Instant wanted, String account, Chance chance) {
        LocalDate day = workingDays.dayOf(wanted);
        if (isOpen(wanted, day) && !absences.isAway(account, day)) {
            return wanted;
        }
        LocalDate next =
                wanted.isBefore(workingDays.opening(day)) ? workingDays.plus(day, 0) : workingDays.plus(day, 1);
        return workingDays.opening(present(next, account)).plusSeconds((long)
                (LATEST_START.toSeconds() * chance.about("morning", next).fraction()));
    }

    private LocalDate present(LocalDate day, String account) {
        LocalDate present = day;
        for (Optional<Absences.Absence> away = absences.at(account, present);
                away.isPresent();
                away = absences.at(account, present)) {
            present = workingDays.plus(away.get().last(), 1);
        }
        return present;
    }

    private boolean isOpen(Instant instant, LocalDate day) {
        return workingDays.isWorkingDay(day)
                && !instant.isBefore(workingDays.opening(day))
                && instant.isBefore(workingDays.close(day));
    }
}
