package ma.tansiq.committee.paper;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sealed document: never changed, only followed by a later version that names it.
 *
 * @param version 1, 2, …
 * @param sha256 of the document, in hexadecimal
 * @param earlierSha256 of the version before; null for the first
 */
public record SignedDocument(
        Kind kind,
        int version,
        UUID document,
        String sha256,
        @Nullable String earlierSha256) {

    public enum Kind {
        DECISION_RECORD,
        MINUTES
    }
}
