package ma.tansiq.committee.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Date and place of a session, as its secretary sets them.
 *
 * @param link address of a video conference, if any
 * @param urgencyMotive why less notice is given than the rules ask; null when notice is respected
 */
public record MeetingPlan(
        Instant startsAt,
        Instant endsAt,
        String place,
        @Nullable String link,
        @Nullable String urgencyMotive) {}
