package ma.tansiq.committee.session;

import java.util.Map;
import ma.tansiq.committee.body.MeetingRules;
import ma.tansiq.committee.meeting.SessionRecord.VoteKind;
import org.jspecify.annotations.Nullable;

/**
 * The vote on one item (rule C4). A majority of those for and against carries it; abstentions count for neither.
 *
 * @param voices account of the seat and what was voted for it; empty when the vote was secret
 * @param casting what the vote of whoever presided decided, where the votes were equal and the level's rules let it;
 *     never in a secret one, which it would make known
 */
public record Vote(
        VoteKind kind,
        Map<String, Choice> voices,
        int inFavour,
        int against,
        int abstained,
        @Nullable Choice casting) {

    /** @param presiding account of whoever presided */
    static Vote open(Map<String, Choice> voices, String presiding, MeetingRules.Tie tie) {
        int inFavour = count(voices, Choice.FOR);
        int against = count(voices, Choice.AGAINST);
        Choice last = voices.get(presiding);
        boolean decides = inFavour == against && tie == MeetingRules.Tie.CASTING_VOTE && last != Choice.ABSTAINED;
        return new Vote(
                VoteKind.OPEN, voices, inFavour, against, count(voices, Choice.ABSTAINED), decides ? last : null);
    }

    public boolean isTied() {
        return inFavour == against;
    }

    public boolean carried() {
        return isTied() ? casting == Choice.FOR : inFavour > against;
    }

    private static int count(Map<String, Choice> voices, Choice choice) {
        return (int) voices.values().stream().filter(choice::equals).count();
    }
}
