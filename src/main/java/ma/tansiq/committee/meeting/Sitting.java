package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sitting of a session that was suspended (rule C3b): a snapshot that later sittings leave as it is.
 *
 * @param number 1 for the first
 * @param presidedBy account
 * @param suspendedBecause why it was interrupted; null for the one that ended the session
 * @param sheet who took part in it, in the order of protocol
 */
public record Sitting(
        int number,
        Instant startsAt,
        Instant endsAt,
        String place,
        String presidedBy,
        Quorum quorum,
        @Nullable String suspendedBecause,
        List<Attendance> sheet) {}
