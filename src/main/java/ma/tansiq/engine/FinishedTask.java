package ma.tansiq.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A task that waits for nobody any more.
 *
 * @param completedBy account that completed it; empty when the process no longer needed it
 */
public record FinishedTask(
        String id, String kind, String name, String businessKey, Optional<String> completedBy, Instant endedAt) {}
