package ma.tansiq.committee.paper;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every document of a meeting says at its top.
 *
 * @param reference permanent reference, {@code CP11-2026-03}
 * @param bodyNameFr official name of the body in French
 * @param bodyNameAr the same in Arabic; null when it has none on record
 * @param link address of the video conference, or how else to find it
 * @param session 1, or 2 for the second convocation
 * @param quorumNeeded whether that session decides only with a quorum
 */
public record MeetingHeading(
        String reference,
        String bodyNameFr,
        @Nullable String bodyNameAr,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String place,
        @Nullable String link,
        int session,
        boolean quorumNeeded) {

    /** Name, after {@code document.committee.session.}, of what is said of the convocation. */
    public String convocation() {
        return session == 1 ? "first" : quorumNeeded ? "second" : "second.noQuorum";
    }
}
