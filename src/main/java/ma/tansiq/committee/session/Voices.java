package ma.tansiq.committee.session;

import java.util.List;
import java.util.Set;
import ma.tansiq.committee.body.MeetingRules;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.Quorum;

/** Who has a voice on one item: whoever is recused neither counts nor speaks for another seat (rule C4). */
record Voices(List<Attendance> sheet, Set<String> recused) {

    /** The seats that vote on this item, whether somebody is there for them or not. */
    List<Attendance> seats() {
        return sheet.stream()
                .filter(Attendance::voting)
                .filter(each -> !recused.contains(each.account()))
                .toList();
    }

    /** Those of them for which somebody can vote. */
    List<Attendance> heard() {
        return seats().stream()
                .filter(each ->
                        each.voter().filter(voter -> !recused.contains(voter)).isPresent())
                .toList();
    }

    /** @param session 1, or 2 for the second convocation */
    Quorum quorum(MeetingRules rules, int session) {
        int voting = seats().size();
        int present = (int) heard().stream()
                .filter(each -> each.countsForQuorum(rules.proxiesCount()))
                .count();
        return new Quorum(voting, rules.quorum(voting, session), present);
    }
}
