package ma.tansiq.deadline;

import java.time.Instant;
import java.util.Map;

/**
 * The thing that a task is about, as the deadline rules see it.
 *
 * @param level level of the body concerned: {@code CP}, {@code COPIL} or {@code CI}
 * @param anchors instants that due dates count from, as far as they are known now
 */
public record DeadlineSubject(String level, Map<Anchor, Instant> anchors) {}
