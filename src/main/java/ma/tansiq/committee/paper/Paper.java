package ma.tansiq.committee.paper;

import java.time.Instant;
import java.util.UUID;

/**
 * A document of a meeting that members may read.
 *
 * @param kind {@code AGENDA_PACK}, {@code DECISION_RECORD} or {@code MINUTES}
 * @param document to download at {@code /documents/{document}}
 */
public record Paper(String meeting, String body, String kind, UUID document, Instant at) {}
