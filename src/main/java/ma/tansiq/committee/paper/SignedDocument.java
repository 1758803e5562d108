package ma.tansiq.committee.paper;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sealed document: never changed, only followed by a later version that names it.
 *
 * @param version 1, 2, …
 * @param sha256 of the document, in hexadecimal
 * @param earlierSha256 of the version before; null for the first
 * @param motive why minutes were corrected; null for a first version and for records of decisions
 */
public record SignedDocument(
        Kind kind,
        int version,
        UUID document,
        String sha256,
        @Nullable String earlierSha256,
        @Nullable String motive) {

    public enum Kind {
        DECISION_RECORD,
        MINUTES
    }
}
