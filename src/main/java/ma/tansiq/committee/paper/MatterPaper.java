package ma.tansiq.committee.paper;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a matter (rule B1).
 *
 * @param document to download at {@code /documents/{document}}
 * @param matter reference of the matter
 * @param pages of a PDF, whose pages the agenda pack contains; null for other files
 * @param packedAt when the first pack that lists it left; until then it can be withdrawn
 */
public record MatterPaper(
        UUID document,
        String matter,
        @Nullable Integer pages,
        String addedBy,
        Instant addedAt,
        @Nullable Instant packedAt) {}
