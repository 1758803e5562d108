package ma.tansiq.committee.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything on record about one meeting, as its page shows it to one reader. */
record MeetingFile(
        Head head, List<Item> items, List<Seat> attendance, List<ActionOverview> actions, List<Sealed> sealed) {

    /**
     * @param sitting which sitting of the session comes next, or was recorded last
     * @param sequence number of the last invitation that left; -1 before the first
     * @param openingMotive why it was opened while another meeting of the body was to be held
     * @param silenceEndsAt when the review of the minutes ends by silence; null unless they are being read
     * @param correctionMotive why minutes are corrected, or were
     * @param agendaPack once it has left
     */
    record Head(
            String reference,
            String body,
            String status,
            int session,
            int sitting,
            int sequence,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String place,
            @Nullable String link,
            @Nullable String urgencyMotive,
            @Nullable String openingMotive,
            @Nullable String changeReason,
            String agendaStatus,
            @Nullable String agendaRemark,
            @Nullable String presidedBy,
            @Nullable Integer quorumVoting,
            @Nullable Integer quorumRequired,
            @Nullable Integer quorumPresent,
            @Nullable Boolean quorumReached,
            @Nullable String minutesStatus,
            @Nullable Instant silenceEndsAt,
            @Nullable String correctionMotive,
            @Nullable Boolean decisionsAltered,
            @Nullable UUID agendaPack) {

        /** Whether the address of the video conference may be followed from a page. */
        public boolean linksToWeb() {
            return link != null && (link.startsWith("https://") || link.startsWith("http://"));
        }

        public boolean isConvened() {
            return status.equals("CONVENED");
        }

        /** Whether its session has not begun. */
        boolean isBefore(Instant now) {
            return startsAt == null || now.isBefore(startsAt);
        }

        public boolean isRecorded() {
            return List.of("HELD", "MINUTES_DRAFT", "MINUTES_APPROVED").contains(status);
        }

        public boolean isCancelled() {
            return status.equals("CANCELLED");
        }

        /** Whether an earlier sitting is on record and the next one is not. */
        public boolean isSuspended() {
            return sitting > 1 && isAhead();
        }

        /** Whether sealed minutes stand and nobody is correcting them. */
        public boolean hasFinalMinutes() {
            return "SEALED".equals(minutesStatus);
        }

        /** Whether a correction of sealed minutes is on its way. */
        public boolean isBeingCorrected() {
            return correctionMotive != null && !hasFinalMinutes();
        }

        public boolean awaitsMinutesSignature() {
            return "TO_SIGN".equals(minutesStatus);
        }

        /** Whether the signature under the minutes covers a new version of the record of decisions too. */
        public boolean altersDecisions() {
            return awaitsMinutesSignature() && Boolean.TRUE.equals(decisionsAltered);
        }

        /** Whether a record of decisions or minutes wait for a signature, which may be given on paper. */
        public boolean awaitsSignature() {
            return status.equals("HELD") || awaitsMinutesSignature();
        }

        /** Until the session is recorded, when it may still be called off. */
        public boolean isAhead() {
            return !isRecorded() && !isCancelled();
        }

        public boolean isClosed() {
            return isCancelled() || status.equals("MINUTES_APPROVED");
        }
    }

    /**
     * An agenda item with its outcome and decision; when its matter is hidden from the reader, every text is null.
     *
     * @param decision {@code CP11-2026-03-D1}
     * @param decisionVersion above 1 when a reservation altered the text
     * @param touches codes of the other committees whose programme the decision touches, with commas between
     * @param told those of them that were told, of that version, at that time
     */
    record Item(
            int position,
            String matter,
            boolean hidden,
            @Nullable String title,
            @Nullable String text,
            @Nullable String proposedBy,
            @Nullable String outcome,
            @Nullable String discussion,
            @Nullable String decision,
            @Nullable Integer decisionVersion,
            @Nullable String decisionText,
            @Nullable String touches,
            @Nullable String told,
            @Nullable Integer toldVersion,
            @Nullable Instant toldAt) {}

    /** @param alternate account of whoever stands in */
    record Seat(
            String account,
            String name,
            String organisation,
            String role,
            boolean voting,
            @Nullable String answer,
            @Nullable String alternate,
            @Nullable String presence) {}

    /**
     * @param earlierSha256 of the version that this one replaces
     * @param motive why minutes were corrected
     * @param registryNumber of the paper when it was signed on paper
     */
    record Sealed(
            String kind,
            int version,
            UUID document,
            String sha256,
            @Nullable String earlierSha256,
            @Nullable String motive,
            String signatory,
            Instant signedAt,
            Instant sealedAt,
            @Nullable UUID paperScan,
            @Nullable LocalDate paperSignedOn,
            @Nullable String registryNumber) {}
}
