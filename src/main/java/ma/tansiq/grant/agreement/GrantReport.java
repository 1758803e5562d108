package ma.tansiq.grant.agreement;

import java.time.Instant;
import java.util.UUID;
import ma.tansiq.grant.envelope.Dirhams;
import org.jspecify.annotations.Nullable;

/**
 * How an association used an instalment, narrative and financial (rule E7).
 *
 * @param number of the instalment
 * @param round 1, and one more each time that it was returned
 * @param spent in all since the beginning of the project
 * @param submittedBy who handed it in
 * @param verdict null while it is reviewed
 * @param motive why it was returned, or a remark; null without one
 */
public record GrantReport(
        int number,
        int round,
        UUID narrative,
        UUID financial,
        Dirhams spent,
        String submittedBy,
        Instant submittedAt,
        @Nullable Verdict verdict,
        @Nullable String motive,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt) {

    /** What came of the review. */
    public enum Verdict {
        ACCEPTED,
        RETURNED
    }

    boolean waits() {
        return verdict == null;
    }

    boolean isAccepted() {
        return verdict == Verdict.ACCEPTED;
    }
}
