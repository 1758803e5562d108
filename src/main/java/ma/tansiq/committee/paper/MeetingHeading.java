package ma.tansiq.committee.paper;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every document of a meeting says at its top.
 *
 * @param reference permanent reference, {@code CP11-2026-03}
 * @param bodyNameFr official name of the body in French
 * @param bodyNameAr the same in Arabic; null when it has none on record
 * @param session 1, or 2 for the second convocation
 */
public record MeetingHeading(
        String reference,
        String bodyNameFr,
        @Nullable String bodyNameAr,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String place,
        int session) {}
