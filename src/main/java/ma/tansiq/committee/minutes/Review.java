package ma.tansiq.committee.minutes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who was present said of the draft minutes, or approved by saying nothing.
 *
 * @param reviewedAt when they answered; for silence, the end of the review
 * @param bySilence whether they approved without a word (rule C5)
 * @param position agenda item that a reservation concerns, as its author or the secretary who answered it said; null for
 *     the minutes as a whole
 * @param reservation null when the draft was approved
 * @param accepted whether the secretary followed the reservation; null until answered
 * @param reply the secretary's answer
 */
public record Review(
        String account,
        Instant reviewedAt,
        boolean bySilence,
        @Nullable Integer position,
        @Nullable String reservation,
        @Nullable Boolean accepted,
        @Nullable String reply) {

    static Review given(String account, Instant at, @Nullable Integer position, @Nullable String reservation) {
        return new Review(account, at, false, position, reservation, null, null);
    }

    static Review silent(String account, Instant end) {
        return new Review(account, end, true, null, null, null, null);
    }

    public boolean isReservation() {
        return reservation != null;
    }
}
