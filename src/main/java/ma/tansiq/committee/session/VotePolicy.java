package ma.tansiq.committee.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.body.MeetingRules;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.ItemOutcome;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.SessionRecord.ItemRecord;
import ma.tansiq.committee.meeting.SessionRecord.VoteKind;
import ma.tansiq.committee.meeting.SessionRecord.Voting;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What the recusals and the vote of an item must satisfy (rules C3, C4): without its own quorum it stays open, every
 * seat that is heard votes once and nobody else does, and the outcome is what the vote says.
 */
final class VotePolicy {

    private final Room room;
    private final Function<String, String> names;

    VotePolicy(Room room, Function<String, String> names) {
        this.room = room;
        this.names = names;
    }

    /**
     * What one sitting's votes are measured by.
     *
     * @param sheet with everybody's presence
     * @param presiding account of whoever presided
     * @param session 1, or 2 for the second convocation
     */
    record Room(List<Attendance> sheet, String presiding, MeetingRules rules, int session, int sitting) {

        Voices voices(Voting voting) {
            return new Voices(sheet, Set.copyOf(voting.recused()));
        }
    }

    /**
     * Adds what is wrong; what it answers counts only when nothing is.
     *
     * @param item as refusals name it
     * @param ballot the count of the secret ballot on this item; null when none was held
     */
    Conduct check(String item, ItemRecord given, boolean added, @Nullable CountedBallot ballot, Problems problems) {
        Voting voting = given.voting();
        Voices voices = room.voices(voting);
        Quorum quorum = voices.quorum(room.rules(), room.session());
        checkRecusals(item, voting.recused(), problems);
        boolean open = given.outcome() == null || given.outcome().leavesOpen();
        if (!quorum.reached() && (!open || voting.kind() != null)) {
            problems.add(CommitteeRefusal.because("itemWithoutQuorum", item, quorum.present(), quorum.required()));
        }
        Vote vote = vote(item, voting, voices, ballot, problems);
        ItemOutcome outcome = given.outcome();
        if (vote != null && outcome != null) {
            problems.check(() -> checkOutcome(item, outcome, vote));
        }
        List<String> recused = inOrder(voting.recused());
        return new Conduct(given.position(), room.sitting(), added, quorum, recused, vote);
    }

    private void checkRecusals(String item, List<String> recused, Problems problems) {
        Set<String> concerned = room.sheet().stream()
                .filter(each -> each.presence() != null && each.presence().hasVoice())
                .flatMap(each -> Stream.concat(Stream.of(each.account()), each.voter().stream()))
                .collect(Collectors.toSet());
        recused.stream()
                .filter(each -> !concerned.contains(each))
                .forEach(each -> problems.add(CommitteeRefusal.because("recusedAbsent", names.apply(each), item)));
    }

    private @Nullable Vote vote(
            String item, Voting voting, Voices voices, @Nullable CountedBallot ballot, Problems problems) {
        if (voting.kind() == VoteKind.SECRET) {
            if (ballot == null) {
                problems.add(CommitteeRefusal.because("ballotMissing", item));
                return null;
            }
            checkRoll(item, ballot, voices, problems);
            return ballot.vote();
        }
        if (ballot != null) {
            problems.add(CommitteeRefusal.because("ballotForgotten", item));
        }
        if (voting.kind() == VoteKind.OPEN) {
            Problems wrong = new Problems();
            checkVoices(item, voting, voices, wrong);
            problems.check(wrong::refuse);
            return wrong.none()
                    ? Vote.open(choices(voting), room.presiding(), room.rules().tie())
                    : null;
        }
        if (voting.voices().findAny().isPresent()) {
            problems.add(CommitteeRefusal.because("voicesWithoutVote", item));
        }
        return null;
    }

    /** Whoever voted was in the room for that seat, and not recused. */
    private void checkRoll(String item, CountedBallot ballot, Voices voices, Problems problems) {
        List<String> heard = voices.heard().stream().map(Attendance::account).toList();
        ballot.voices().stream()
                .filter(each -> each.voted() && !heard.contains(each.account()))
                .forEach(each ->
                        problems.add(CommitteeRefusal.because("ballotRollDiffers", names.apply(each.account()), item)));
    }

    private void checkVoices(String item, Voting voting, Voices voices, Problems problems) {
        List<String> heard = voices.heard().stream().map(Attendance::account).toList();
        List<String> given = new ArrayList<>();
        voting.voices().forEach(each -> {
            if (given.contains(each)) {
                problems.add(CommitteeRefusal.because("votedTwice", names.apply(each), item));
            } else if (!heard.contains(each)) {
                problems.add(CommitteeRefusal.because(reason(each, voices), names.apply(each), item));
            }
            given.add(each);
        });
        String missing =
                heard.stream().filter(each -> !given.contains(each)).map(names).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            problems.add(CommitteeRefusal.because("voteMissing", item, missing));
        }
    }

    /** Why that seat has no voice on the item. */
    private String reason(String account, Voices voices) {
        if (voices.recused().contains(account)) {
            return "votedThoughRecused";
        }
        boolean votes = voices.seats().stream().anyMatch(each -> each.account().equals(account));
        return votes ? "votedThoughAbsent" : "votedWithoutVoice";
    }

    private static void checkOutcome(String item, ItemOutcome outcome, Vote vote) {
        if (outcome.adopts() && !vote.carried()) {
            throw CommitteeRefusal.because(
                    vote.isTied() ? "voteTied" : "voteLost", item, vote.inFavour(), vote.against());
        }
        if (outcome == ItemOutcome.REJECTED && vote.carried()) {
            throw CommitteeRefusal.because("voteWon", item, vote.inFavour(), vote.against());
        }
    }

    private static Map<String, Choice> choices(Voting voting) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        voting.inFavour().forEach(each -> choices.put(each, Choice.FOR));
        voting.against().forEach(each -> choices.put(each, Choice.AGAINST));
        voting.abstained().forEach(each -> choices.put(each, Choice.ABSTAINED));
        return choices;
    }

    private List<String> inOrder(List<String> recused) {
        List<String> ordered = new ArrayList<>(room.sheet().stream()
                .map(Attendance::account)
                .filter(recused::contains)
                .toList());
        recused.stream().filter(each -> !ordered.contains(each)).forEach(ordered::add);
        return ordered;
    }
}
