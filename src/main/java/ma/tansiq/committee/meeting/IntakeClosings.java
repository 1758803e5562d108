package ma.tansiq.committee.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.deadline.Ledger;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A day off before a session would close the intake of items earlier. Whoever was reminded of a date keeps it, and
 * nobody's time ends before today's close of business (rule D2).
 */
@Component
class IntakeClosings {

    private static final String PROPOSING = "Task_ProposeItems";

    /** Timers are computed again by a listener without an order, which comes last. */
    private static final int BEFORE_TIMERS = 0;

    private final Meetings meetings;
    private final MeetingFacts facts;
    private final Tasks tasks;
    private final Ledger ledger;
    private final WorkingDays workingDays;
    private final Clock clock;

    IntakeClosings(
            Meetings meetings, MeetingFacts facts, Tasks tasks, Ledger ledger, WorkingDays workingDays, Clock clock) {
        this.meetings = meetings;
        this.facts = facts;
        this.tasks = tasks;
        this.ledger = ledger;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Order(BEFORE_TIMERS)
    @EventListener({Holiday.HolidayMoved.class, Holiday.HolidayAdded.class, Holiday.HolidayWithdrawn.class})
    void calendarChanged() {
        meetings.ahead(clock.instant()).stream()
                .map(Meeting::reference)
                .sorted()
                .forEach(this::keepWhatWasTold);
    }

    private void keepWhatWasTold(String reference) {
        Meeting meeting = meetings.toChange(reference);
        Instant promised = promised(reference);
        boolean earlier = promised != null && facts.intakeCounted(reference).isBefore(promised);
        Instant kept = earlier ? promised : null;
        if (!Objects.equals(kept, meeting.intakeKeptUntil().orElse(null))) {
            meeting.keepIntakeOpen(kept);
            meetings.save(meeting);
        }
    }

    /** The latest moment that somebody who may still propose can count on; null when nobody is asked. */
    private @Nullable Instant promised(String reference) {
        Set<String> told = ledger.of(reference).stream()
                // the convocation does not say when proposals close
                .filter(entry -> entry.what() != Ledger.What.ANNOUNCEMENT)
                .map(Ledger.Entry::taskId)
                .collect(Collectors.toSet());
        return tasks.openFor(reference).stream()
                .filter(task -> task.kind().equals(PROPOSING))
                .flatMap(task -> promised(task, told.contains(task.id())))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Stream<Instant> promised(OpenTask task, boolean told) {
        Instant today = workingDays.deadlineAfter(clock.instant(), 0);
        return task.dueAt().map(due -> told || due.isBefore(today) ? due : today).stream();
    }
}
