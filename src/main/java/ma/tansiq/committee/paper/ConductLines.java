package ma.tansiq.committee.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.session.Choice;
import ma.tansiq.committee.session.Conduct;
import ma.tansiq.committee.session.Conducts;
import ma.tansiq.committee.session.Vote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how items were dealt with, people by name. */
@Component
public class ConductLines {

    private final Conducts conducts;
    private final MeetingFacts facts;

    ConductLines(Conducts conducts, MeetingFacts facts) {
        this.conducts = conducts;
        this.facts = facts;
    }

    /** By position; items that were dealt with in the usual way are left out. */
    public Map<Integer, ConductLine> of(String meeting) {
        List<Conduct> unusual =
                conducts.of(meeting).stream().filter(ConductLines::isUnusual).toList();
        Map<String, String> names = unusual.isEmpty() ? Map.of() : names(meeting, unusual);
        return unusual.stream()
                .collect(Collectors.toMap(
                        Conduct::position, each -> line(each, account -> names.getOrDefault(account, account))));
    }

    private static boolean isUnusual(Conduct each) {
        return each.added()
                || each.vote() != null
                || !each.recused().isEmpty()
                || !each.quorum().reached();
    }

    /** Those on the sheet have the names of the day of the convocation. */
    private Map<String, String> names(String meeting, List<Conduct> those) {
        Map<String, String> names = new HashMap<>(
                facts.sheet(meeting).stream().collect(Collectors.toMap(Attendance::account, Attendance::name)));
        List<String> others = those.stream()
                .flatMap(each -> Stream.concat(each.recused().stream(), voices(each).keySet().stream()))
                .filter(each -> !names.containsKey(each))
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            names.putAll(facts.namesOf(others.stream()));
        }
        return names;
    }

    private static Map<String, Choice> voices(Conduct each) {
        return each.vote() == null ? Map.of() : each.vote().voices();
    }

    private static ConductLine line(Conduct each, Function<String, String> name) {
        Quorum quorum = each.quorum();
        boolean special = !each.recused().isEmpty() || !quorum.reached();
        return new ConductLine(
                each.added(),
                each.recused().stream().map(name).toList(),
                special ? new QuorumLine(quorum.voting(), quorum.required(), quorum.present()) : null,
                vote(each.vote(), name));
    }

    private static ConductLine.@Nullable VoteLine vote(@Nullable Vote vote, Function<String, String> name) {
        return vote == null
                ? null
                : new ConductLine.VoteLine(
                        vote.kind().name(),
                        vote.inFavour(),
                        vote.against(),
                        vote.abstained(),
                        by(vote, Choice.FOR, name),
                        by(vote, Choice.AGAINST, name),
                        by(vote, Choice.ABSTAINED, name),
                        vote.casting() == null ? null : vote.casting().name());
    }

    private static List<String> by(Vote vote, Choice choice, Function<String, String> name) {
        return vote.voices().entrySet().stream()
                .filter(each -> each.getValue() == choice)
                .map(each -> name.apply(each.getKey()))
                .toList();
    }
}
