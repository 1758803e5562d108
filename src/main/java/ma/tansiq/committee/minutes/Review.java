package ma.tansiq.committee.minutes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who was present said of the draft minutes.
 *
 * @param position agenda item that a reservation concerns; null for the minutes as a whole
 * @param reservation null when the draft was approved
 * @param accepted whether the secretary followed the reservation; null until answered
 * @param reply the secretary's answer
 */
public record Review(
        String account,
        Instant reviewedAt,
        @Nullable Integer position,
        @Nullable String reservation,
        @Nullable Boolean accepted,
        @Nullable String reply) {

    boolean isReservation() {
        return reservation != null;
    }
}
