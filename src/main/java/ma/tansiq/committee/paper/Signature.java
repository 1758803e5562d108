package ma.tansiq.committee.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.engine.FormTexts;
import org.jspecify.annotations.Nullable;

/**
 * A signature under a record of decisions or under minutes.
 *
 * @param signatory account of whoever presided
 * @param signedAt when it was given, or recorded
 * @param paper where it was given on paper: as good as any other (rule C5)
 * @param recordedBy account that entered it: the signatory, or the secretary for paper
 */
public record Signature(
        String signatory, Instant signedAt, @Nullable PaperSignature paper, String recordedBy) {

    public static Signature here(String signatory, Instant at) {
        return new Signature(signatory, at, null, signatory);
    }

    public static Signature onPaper(String signatory, Instant at, PaperSignature paper, String recordedBy) {
        return new Signature(signatory, at, paper, recordedBy);
    }

    /**
     * @param scan stored document
     * @param registryNumber number under which the paper is registered
     */
    public record PaperSignature(UUID scan, LocalDate signedOn, String registryNumber) {

        /** Refuses a day on which what the session decided was not there to be signed: before it, or still to come. */
        public void requireDayBetween(Instant session, Instant now) {
            LocalDate held = LocalDate.ofInstant(session, LegalTime.ZONE);
            if (signedOn.isBefore(held)) {
                throw CommitteeRefusal.because("signedBeforeSession", FormTexts.date(held));
            }
            if (signedOn.isAfter(LocalDate.ofInstant(now, LegalTime.ZONE))) {
                throw CommitteeRefusal.because("signedInTheFuture");
            }
        }
    }
}
