package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.util.List;
import ma.tansiq.committee.body.BodyName;
import org.jspecify.annotations.Nullable;

/**
 * What people are told about a meeting: enough to write a convocation and an RFC 5545 invitation without reading
 * anything else.
 *
 * @param reference permanent reference, {@code CP11-2026-03}; the UID of the invitation derives from it
 * @param bodyCode code of the body, {@code CP11}
 * @param bodyName name of the body, for each reader in their language
 * @param session 1, or 2 for the second convocation after a session without quorum
 * @param quorumNeeded whether the session decides only with a quorum
 * @param startsAt instant at which the session opens
 * @param endsAt instant at which it is expected to close
 * @param place where people meet
 * @param link address of the video conference, if there is one
 * @param sequence number of the invitation: raised by one with every update, and by the cancellation
 * @param organiser account of the secretary who convokes
 * @param intakeClosesAt until when items may be proposed; null once they no longer may
 * @param items titles of the agenda's items in order; empty until the agenda is approved
 * @param recipients accounts of everybody who is convoked, in a stable order
 */
public record MeetingNotice(
        String reference,
        String bodyCode,
        BodyName bodyName,
        int session,
        boolean quorumNeeded,
        Instant startsAt,
        Instant endsAt,
        String place,
        @Nullable String link,
        int sequence,
        String organiser,
        @Nullable Instant intakeClosesAt,
        List<String> items,
        List<String> recipients) {

    /** Whether a first session had no quorum. */
    public boolean isSecondConvocation() {
        return session > 1;
    }

    /** The same, told to others. */
    public MeetingNotice to(List<String> others) {
        return new MeetingNotice(
                reference,
                bodyCode,
                bodyName,
                session,
                quorumNeeded,
                startsAt,
                endsAt,
                place,
                link,
                sequence,
                organiser,
                intakeClosesAt,
                items,
                List.copyOf(others));
    }
}
