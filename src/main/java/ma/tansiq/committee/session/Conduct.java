package ma.tansiq.committee.session;

import java.util.List;
import ma.tansiq.committee.meeting.Quorum;
import org.jspecify.annotations.Nullable;

/**
 * How one item was dealt with in the room, as it was recorded (rules B7, C3, C4).
 *
 * @param sitting which of the session's sittings dealt with it, 1 for the first
 * @param added whether it was not on the agenda
 * @param quorum of this item: who is recused is in none of its numbers
 * @param recused accounts, in the order of the sheet
 * @param vote null for consensus
 */
public record Conduct(
        int position,
        int sitting,
        boolean added,
        Quorum quorum,
        List<String> recused,
        @Nullable Vote vote) {}
