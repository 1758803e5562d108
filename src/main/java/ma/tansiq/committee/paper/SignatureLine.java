package ma.tansiq.committee.paper;

import java.time.Instant;
import java.time.LocalDate;
import ma.tansiq.committee.meeting.PresidingOffice;
import org.jspecify.annotations.Nullable;

/**
 * Who signed a document, when and how.
 *
 * @param office in which that person presided
 * @param signedAt instant of the signature, or of its recording when it was given on paper
 * @param paper where it was given on paper, which is as good (rule C5)
 */
public record SignatureLine(
        String name,
        PresidingOffice office,
        Instant signedAt,
        @Nullable Paper paper) {

    /** @param registryNumber number under which the paper is registered */
    public record Paper(LocalDate signedOn, String registryNumber) {}
}
