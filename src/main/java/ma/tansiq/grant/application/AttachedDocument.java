package ma.tansiq.grant.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document of an application, for a line of the call's checklist.
 *
 * @param code of the line in the checklist
 * @param round 1 for what was submitted, 2 for what replaced it after a completion request
 * @param name of the file
 * @param sha256 of its bytes
 * @param verdict of the officer, once there is one
 * @param reason why it was returned
 */
public record AttachedDocument(
        String code,
        int round,
        UUID document,
        String name,
        String sha256,
        Instant attachedAt,
        @Nullable Verdict verdict,
        @Nullable String reason) {

    public enum Verdict {
        ACCEPTED,
        RETURNED
    }

    public boolean isReturned() {
        return verdict == Verdict.RETURNED;
    }
}
