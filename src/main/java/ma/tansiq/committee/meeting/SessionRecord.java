package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the secretary records of a session; what is null was left open, and the rules say whether it may be.
 *
 * @param presidedBy account of whoever presided
 * @param added what was dealt with although it was not on the agenda, in that order
 * @param suspension null when the session came to its end
 */
public record SessionRecord(
        @Nullable String presidedBy,
        List<PresenceRecord> attendance,
        List<ItemRecord> items,
        List<AddedRecord> added,
        List<ActionRecord> actions,
        @Nullable Suspension suspension) {

    /** @param standIn alternate or proxy holder, as the presence says */
    public record PresenceRecord(
            String account,
            @Nullable Presence presence,
            @Nullable String standIn) {}

    /**
     * @param decision text of what was decided or recommended; null when the outcome needs none
     * @param onward where the matter goes, when the outcome says that it does
     * @param touches codes of other committees whose programmes the decision touches (rule B4b)
     */
    public record ItemRecord(
            int position,
            @Nullable ItemOutcome outcome,
            @Nullable String discussion,
            @Nullable String decision,
            Voting voting,
            @Nullable Onward onward,
            List<String> touches) {

        public ItemRecord(
                int position,
                @Nullable ItemOutcome outcome,
                @Nullable String discussion,
                @Nullable String decision,
                Voting voting) {
            this(position, outcome, discussion, decision, voting, null, List.of());
        }

        /** Of which nothing was recorded. */
        public static ItemRecord open(int position) {
            return new ItemRecord(position, null, null, null, Voting.NONE);
        }

        ItemRecord at(int place) {
            return new ItemRecord(place, outcome, discussion, decision, voting, onward, touches);
        }
    }

    /** How a body comes to its decision when it is not by consensus. */
    public enum VoteKind {
        OPEN,
        SECRET
    }

    /**
     * Who left the room for an item, and who voted how.
     *
     * @param kind null for consensus
     * @param inFavour accounts of the seats, not of those who spoke for them; so are the others
     */
    public record Voting(
            List<String> recused,
            @Nullable VoteKind kind,
            List<String> inFavour,
            List<String> against,
            List<String> abstained) {

        public static final Voting NONE = new Voting(List.of(), null, List.of(), List.of(), List.of());

        /** Every voice as often as it was given. */
        public Stream<String> voices() {
            return Stream.of(inFavour, against, abstained).flatMap(List::stream);
        }
    }

    /**
     * An urgent item or any other business.
     *
     * @param unopposed whether nobody present objected to deciding it
     * @param item its position counts from 1 among the added ones
     */
    public record AddedRecord(String title, String text, boolean unopposed, ItemRecord item) {

        Proposal proposal() {
            return new Proposal(title, text);
        }
    }

    /** @param position the agenda item whose decision it carries out */
    public record ActionRecord(int position, String title, String owner, LocalDate dueOn) {}

    /**
     * The session stops here and goes on later (rule C3b).
     *
     * @param resumesAt null while the date is open
     * @param minutes how long it is planned to last then; null for as long as before
     * @param clashesKnown whether its author goes on although people or the room are taken at that time (rule A2b)
     */
    public record Suspension(
            String reason,
            @Nullable Instant resumesAt,
            @Nullable Integer minutes,
            boolean clashesKnown) {}

    /** The same with the added items among the others, after those of an agenda of that length. */
    public SessionRecord following(int agenda) {
        List<ItemRecord> all = Stream.concat(
                        items.stream(),
                        IntStream.range(0, added.size())
                                .mapToObj(each -> added.get(each).item().at(agenda + each + 1)))
                .toList();
        return new SessionRecord(presidedBy, attendance, all, added, actions, suspension);
    }
}
