package ma.tansiq.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Computes when a timer that recurs fires next. The engine's cycles count in the zone of the virtual machine and know no
 * day off; {@link Recurrence} does.
 */
final class RecurringTimers extends CycleBusinessCalendar {

    private final ApplicationContext context;

    RecurringTimers(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public Date resolveDuedate(String cycle, Task task) {
        return resolveDuedate(cycle, null, 0);
    }

    @Override
    public Date resolveDuedate(String cycle) {
        return resolveDuedate(cycle, null, 0);
    }

    @Override
    public Date resolveDuedate(String cycle, @Nullable Date start) {
        return resolveDuedate(cycle, start, 0);
    }

    @Override
    public Date resolveDuedate(String cycle, @Nullable Date start, long repeatOffset) {
        Instant from = (start == null ? ClockUtil.getCurrentTime() : start).toInstant();
        return recurrence(cycle)
                .map(known -> Date.from(known.next(cycle, from)))
                .orElseGet(() -> super.resolveDuedate(cycle, start, repeatOffset));
    }

    private Optional<Recurrence> recurrence(String cycle) {
        return context.getBeanProvider(Recurrence.class)
                .orderedStream()
                .filter(each -> each.knows(cycle))
                .findFirst();
    }
}
