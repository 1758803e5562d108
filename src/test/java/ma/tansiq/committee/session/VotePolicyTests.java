package ma.tansiq.committee.session;

import static ma.tansiq.committee.session.Sheets.absent;
import static ma.tansiq.committee.session.Sheets.observer;
import static ma.tansiq.committee.session.Sheets.present;
import static ma.tansiq.committee.session.Sheets.proxy;
import static ma.tansiq.committee.session.Sheets.refusals;
import static ma.tansiq.committee.session.Sheets.represented;
import static ma.tansiq.committee.session.Sheets.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import ma.tansiq.committee.body.MeetingRules.Tie;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.ItemOutcome;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.SessionRecord.ItemRecord;
import ma.tansiq.committee.meeting.SessionRecord.VoteKind;
import ma.tansiq.committee.meeting.SessionRecord.Voting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules C3 and C4: an item's own quorum, recusals, votes and ties. */
class VotePolicyTests {

    /** Four seats in the room, a fifth for which its alternate came, a sixth whose proxy the first holds; and an observer. */
    private static final List<Attendance> SHEET = List.of(
            present("chair"),
            present("m1"),
            present("m2"),
            present("m3"),
            represented("m4", "alt4"),
            proxy("m5", "m1"),
            absent("m6"),
            observer("obs"));

    @Test
    void consensusNeedsNoVote() {
        Conduct conduct = accepted(ItemOutcome.DECIDED, Voting.NONE);

        assertThat(conduct.vote()).isNull();
        assertThat(conduct.quorum()).isEqualTo(new Quorum(7, 4, 5));
    }

    @Test
    void everySeatThatIsHeardVotesAndTheProxyHolderTwice() {
        Conduct conduct =
                accepted(ItemOutcome.DECIDED, open(List.of("chair", "m1", "m5", "m4"), List.of("m2"), List.of("m3")));

        Vote vote = Objects.requireNonNull(conduct.vote());
        assertThat(List.of(vote.inFavour(), vote.against(), vote.abstained())).containsExactly(4, 1, 1);
        assertThat(vote.carried()).isTrue();
    }

    @Test
    void nobodyElseVotesAndNobodyTwice() {
        Voting voting = new Voting(
                List.of("m3"),
                VoteKind.OPEN,
                List.of("chair", "m1", "m2", "m4", "obs", "m6"),
                List.of("m1", "m3"),
                List.of());

        assertThat(refused(ItemOutcome.DECIDED, voting, Tie.REJECTED))
                .containsExactlyInAnyOrder(
                        "votedWithoutVoice [obs, 1. Point]",
                        "votedThoughAbsent [m6, 1. Point]",
                        "votedTwice [m1, 1. Point]",
                        "votedThoughRecused [m3, 1. Point]",
                        "voteMissing [1. Point, m5]");
    }

    @Test
    void recusedMemberIsOutOfQuorumAndVoteAndSoIsTheProxyHeld() {
        Conduct conduct = accepted(
                ItemOutcome.DECIDED,
                new Voting(List.of("m1"), VoteKind.OPEN, List.of("chair", "m2"), List.of("m3"), List.of("m4")));

        assertThat(conduct.quorum())
                .as("of seven seats six are left, three are required; m1 is gone, and nobody speaks for m5")
                .isEqualTo(new Quorum(6, 3, 4));
        assertThat(conduct.recused()).containsExactly("m1");
    }

    @Test
    void itemWithoutItsQuorumCanOnlyBeDeferred() {
        Voting recused = new Voting(List.of("m1", "m2", "alt4"), null, List.of(), List.of(), List.of());

        assertThat(refused(ItemOutcome.DECIDED, recused, Tie.REJECTED))
                .as("seven seats less two leave five, of which three are required; chair and m3 are there")
                .containsExactly("itemWithoutQuorum [1. Point, 2, 3]");
        Conduct deferred = accepted(ItemOutcome.DEFERRED, recused);
        assertThat(deferred.quorum().reached()).isFalse();
        assertThat(accepted(ItemOutcome.WITHDRAWN, recused).quorum()).isEqualTo(new Quorum(5, 3, 2));
    }

    @Test
    void secondConvocationNeedsNoQuorumForAnItemEither() {
        Conduct conduct = check(
                        2,
                        ItemOutcome.DECIDED,
                        new Voting(List.of("m1", "m2", "m3"), null, List.of(), List.of(), List.of()),
                        Tie.REJECTED,
                        null)
                .conduct();

        assertThat(conduct.quorum().reached()).isTrue();
    }

    @Test
    void whoWasNotThereIsNotRecused() {
        assertThat(refused(
                        ItemOutcome.DECIDED,
                        new Voting(List.of("m6", "stranger"), null, List.of(), List.of(), List.of()),
                        Tie.REJECTED))
                .containsExactly("recusedAbsent [m6, 1. Point]", "recusedAbsent [stranger, 1. Point]");
    }

    @Test
    void tieIsNotAdoptedWhereNoRuleBreaksIt() {
        Voting tie = open(List.of("chair", "m1", "m5"), List.of("m2", "m3", "m4"), List.of());

        assertThat(refused(ItemOutcome.DECIDED, tie, Tie.REJECTED)).containsExactly("voteTied [1. Point, 3, 3]");
        assertThat(check(1, ItemOutcome.REJECTED, tie, Tie.REJECTED, null).refusals())
                .isEmpty();
    }

    @Test
    void castingVoteIsThatOfWhoeverPresided() {
        Voting chairFor = open(List.of("chair", "m1", "m5"), List.of("m2", "m3", "m4"), List.of());
        Voting chairAgainst = open(List.of("m2", "m3", "m4"), List.of("chair", "m1", "m5"), List.of());
        Voting chairAbstains = open(List.of("m1", "m5"), List.of("m2", "m3"), List.of("chair", "m4"));

        assertThat(vote(ItemOutcome.DECIDED, chairFor).casting()).isEqualTo(Choice.FOR);
        assertThat(refused(ItemOutcome.REJECTED, chairFor, Tie.CASTING_VOTE))
                .containsExactly("voteWon [1. Point, 3, 3]");
        assertThat(vote(ItemOutcome.REJECTED, chairAgainst).casting()).isEqualTo(Choice.AGAINST);
        assertThat(refused(ItemOutcome.AMENDED, chairAbstains, Tie.CASTING_VOTE))
                .containsExactly("voteTied [1. Point, 2, 2]");
    }

    @Test
    void outcomeIsWhatTheVoteSays() {
        Voting lost = open(List.of("chair"), List.of("m1", "m2", "m3", "m5"), List.of("m4"));
        Voting won = open(List.of("chair", "m2"), List.of("m1"), List.of("m3", "m4", "m5"));

        assertThat(refused(ItemOutcome.RECOMMENDED, lost, Tie.REJECTED)).containsExactly("voteLost [1. Point, 1, 4]");
        assertThat(refused(ItemOutcome.REJECTED, won, Tie.REJECTED)).containsExactly("voteWon [1. Point, 2, 1]");
    }

    @Test
    void secretBallotIsCountedOnceAndItsTieStays() {
        Voting secret = new Voting(List.of(), VoteKind.SECRET, List.of(), List.of(), List.of());
        CountedBallot tied = ballot("chair", "m1", "m2");

        assertThat(refused(ItemOutcome.DECIDED, secret, Tie.CASTING_VOTE)).containsExactly("ballotMissing [1. Point]");
        assertThat(check(1, ItemOutcome.DECIDED, secret, Tie.CASTING_VOTE, tied).refusals())
                .containsExactly("voteTied [1. Point, 1, 1]");
        assertThat(check(1, ItemOutcome.DECIDED, Voting.NONE, Tie.CASTING_VOTE, tied)
                        .refusals())
                .containsExactly("ballotForgotten [1. Point]");
    }

    @Test
    void whoeverVotedInTheBallotWasThereAndNotRecused() {
        Voting recused = new Voting(List.of("m2"), VoteKind.SECRET, List.of(), List.of(), List.of());

        assertThat(check(1, ItemOutcome.REJECTED, recused, Tie.REJECTED, ballot("chair", "m2", "m6"))
                        .refusals())
                .containsExactly("ballotRollDiffers [m2, 1. Point]", "ballotRollDiffers [m6, 1. Point]");
    }

    /** A count of one for, one against and one abstention. */
    private static CountedBallot ballot(String... voters) {
        Vote tied = new Vote(VoteKind.SECRET, Map.of(), 1, 1, 1, null);
        return new CountedBallot(
                tied,
                Stream.of(voters)
                        .map(each -> new Ballot.Voice(each, each, each, true))
                        .toList());
    }

    @Test
    void voicesWithoutAWayOfVotingAreNoVote() {
        assertThat(refused(
                        ItemOutcome.DECIDED,
                        new Voting(List.of(), null, List.of("m1"), List.of(), List.of()),
                        Tie.REJECTED))
                .containsExactly("voicesWithoutVote [1. Point]");
    }

    private record Checked(Conduct conduct, List<String> refusals) {}

    private static Voting open(List<String> inFavour, List<String> against, List<String> abstained) {
        return new Voting(List.of(), VoteKind.OPEN, inFavour, against, abstained);
    }

    private static Vote vote(ItemOutcome outcome, Voting voting) {
        Checked checked = check(1, outcome, voting, Tie.CASTING_VOTE, null);
        assertThat(checked.refusals()).isEmpty();
        return Objects.requireNonNull(checked.conduct().vote());
    }

    private static Conduct accepted(ItemOutcome outcome, Voting voting) {
        Checked checked = check(1, outcome, voting, Tie.REJECTED, null);
        assertThat(checked.refusals()).isEmpty();
        return checked.conduct();
    }

    private static List<String> refused(ItemOutcome outcome, Voting voting, Tie tie) {
        return check(1, outcome, voting, tie, null).refusals();
    }

    private static Checked check(
            int session, ItemOutcome outcome, Voting voting, Tie tie, @Nullable CountedBallot ballot) {
        var room = new VotePolicy.Room(SHEET, "chair", rules(1, tie), session, 1);
        AtomicReference<Conduct> conduct = new AtomicReference<>();
        List<String> refusals = refusals(problems -> conduct.set(new VotePolicy(room, each -> each)
                .check("1. Point", new ItemRecord(1, outcome, null, null, voting), false, ballot, problems)));
        return new Checked(Objects.requireNonNull(conduct.get()), refusals);
    }
}
