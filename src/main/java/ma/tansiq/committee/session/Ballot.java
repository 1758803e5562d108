package ma.tansiq.committee.session;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import ma.tansiq.committee.meeting.SessionRecord.VoteKind;
import org.jspecify.annotations.Nullable;

/**
 * A secret ballot on an item of an agenda, as everybody may see it: never who voted how (rule C4).
 *
 * @param title of the item; null when its matter is secret
 * @param added whether it was opened on what came up during the session (rule B7)
 * @param seats how many may vote
 * @param cast how many have
 * @param inFavour papers of each choice; all 0 until they are counted
 */
public record Ballot(
        UUID id,
        String meeting,
        int position,
        int session,
        int sitting,
        @Nullable String title,
        boolean added,
        String question,
        Status status,
        Instant openedAt,
        @Nullable Instant closedAt,
        int seats,
        int cast,
        int inFavour,
        int against,
        int abstained) {

    /** Where it stands. */
    public enum Status {
        OPEN,
        COUNTED,
        /** Nothing was counted: it was withdrawn, or too few voted to stay unknown. */
        VOID
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public boolean isCounted() {
        return status == Status.COUNTED;
    }

    Vote vote() {
        return new Vote(VoteKind.SECRET, Map.of(), inFavour, against, abstained, null);
    }

    /**
     * One voice that somebody casts.
     *
     * @param account of the seat
     * @param name of its holder
     * @param voted whether its envelope is in
     */
    public record Voice(String account, String name, String caster, boolean voted) {}
}
