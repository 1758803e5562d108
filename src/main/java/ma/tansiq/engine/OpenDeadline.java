package ma.tansiq.engine;

import java.time.Instant;
import java.util.Map;

/**
 * An open task with the timers that remind of it.
 *
 * @param timers when each step that has not happened yet is going to: {@code Reminder_1} … {@code Escalation_5}
 */
public record OpenDeadline(OpenTask task, Map<String, Instant> timers) {}
