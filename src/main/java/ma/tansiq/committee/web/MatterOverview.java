package ma.tansiq.committee.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter as lists show it.
 *
 * @param hidden whether it is too confidential for this reader: then the title is empty
 * @param body code of the body that it is, or was last, before
 * @param since when it came before that body
 * @param sentBy reference of the meeting that sent it there; null for a matter that no other body sent
 * @param meeting reference of the meeting whose agenda it is on
 * @param waiting codes of the bodies that wait for that body, with spaces between
 * @param unacknowledged codes of the bodies that have not acknowledged an extract
 * @param asked whether the reader is asked for an opinion on it, and none is given yet
 */
record MatterOverview(
        String reference,
        String title,
        boolean hidden,
        String status,
        String body,
        Instant since,
        @Nullable String sentBy,
        @Nullable String meeting,
        @Nullable Instant startsAt,
        @Nullable String waiting,
        @Nullable String unacknowledged,
        boolean asked) {

    public boolean isClosed() {
        return status.equals("CLOSED");
    }

    public List<String> waitingBodies() {
        return isClosed() ? List.of() : codes(waiting);
    }

    public List<String> unacknowledgedBodies() {
        return codes(unacknowledged);
    }

    private static List<String> codes(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
