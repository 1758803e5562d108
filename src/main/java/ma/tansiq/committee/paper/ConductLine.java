package ma.tansiq.committee.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an item was dealt with, where that was not the usual way: as a document, a form or a page says it.
 *
 * @param added whether it was not on the agenda
 * @param recused names of those who were out of the room
 * @param quorum of this item, where somebody was recused or it was missing
 * @param vote null for consensus
 */
public record ConductLine(
        boolean added,
        List<String> recused,
        @Nullable QuorumLine quorum,
        @Nullable VoteLine vote) {

    /**
     * @param kind {@code OPEN} or {@code SECRET}
     * @param inFavourBy names of the seats, in an open vote
     * @param casting {@code FOR} or {@code AGAINST} when the vote of whoever presided broke a tie
     */
    public record VoteLine(
            String kind,
            int inFavour,
            int against,
            int abstained,
            List<String> inFavourBy,
            List<String> againstBy,
            List<String> abstainedBy,
            @Nullable String casting) {

        /** Key of the sentence about a tie; null when there was none. */
        public @Nullable String tieKey() {
            return inFavour != against
                    ? null
                    : "document.committee.vote.tie." + (casting == null ? "REJECTED" : casting);
        }
    }
}
