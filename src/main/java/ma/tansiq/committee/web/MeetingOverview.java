package ma.tansiq.committee.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as lists show it.
 *
 * @param status name of its state
 * @param session 1, or 2 after a session without quorum
 * @param startsAt null until the meeting is planned
 * @param items how many items its agenda has
 * @param suspended whether a sitting was held and the session is to go on
 * @param answer the reader's own answer to the convocation, when there is one
 */
public record MeetingOverview(
        String reference,
        String body,
        String status,
        int session,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String place,
        int items,
        boolean agendaSent,
        boolean suspended,
        @Nullable String answer) {

    /** A suspended session is that above all; between convocation and session it matters whether the agenda has left. */
    public String shownStatus() {
        if (suspended) {
            return "SUSPENDED";
        }
        return agendaSent && status.equals("CONVENED") ? "AGENDA_SENT" : status;
    }

    public boolean isOpen() {
        return !status.equals("CANCELLED") && !status.equals("MINUTES_APPROVED");
    }
}
