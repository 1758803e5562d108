package ma.tansiq.committee.meeting;

import java.util.List;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRulesTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may be asked to vote for somebody else, as far as the answers to the convocation tell (rule C3); what counts is
 * who comes.
 */
@Component
class ProxyOffers {

    private final MeetingRulesTable rules;
    private final MeetingFacts facts;

    ProxyOffers(MeetingRulesTable rules, MeetingFacts facts) {
        this.rules = rules;
        this.facts = facts;
    }

    /** Those of the sheet whom that person may ask; nobody where the level knows no proxies. */
    List<String> holders(Body body, Attendance giver, List<Attendance> sheet) {
        int most = rules.of(body.rules()).proxies();
        return most == 0 || !giver.voting()
                ? List.of()
                : sheet.stream()
                        .filter(each -> each.voting() && isExpected(each))
                        .map(Attendance::account)
                        .filter(each -> !each.equals(giver.account()) && held(each, giver, sheet) < most)
                        .toList();
    }

    void check(Body body, Attendance giver, @Nullable String holder, List<Attendance> sheet) {
        int most = rules.of(body.rules()).proxies();
        if (most == 0) {
            throw CommitteeRefusal.because("proxiesNotAllowed", giver.name());
        }
        if (!giver.voting()) {
            throw CommitteeRefusal.because("proxyWithoutVoice", giver.name());
        }
        if (holder == null) {
            throw CommitteeRefusal.because("proxyHolderMissing", giver.name());
        }
        if (holder.equals(giver.account())) {
            throw CommitteeRefusal.because("proxyToOneself", giver.name());
        }
        Attendance seat = sheet.stream()
                .filter(each -> each.voting() && each.account().equals(holder))
                .findFirst()
                .orElseThrow(() -> CommitteeRefusal.because("proxyToNonVoter", facts.nameOf(holder), giver.name()));
        if (!isExpected(seat)) {
            throw CommitteeRefusal.because("proxyToAbsentee", seat.name(), giver.name());
        }
        if (held(holder, giver, sheet) >= most) {
            throw CommitteeRefusal.because("proxiesTooMany", seat.name(), most, held(holder, giver, sheet) + 1);
        }
    }

    private static boolean isExpected(Attendance each) {
        return each.answer() == null || each.answer() == AttendanceAnswer.ACCEPTED;
    }

    /** How many others gave that person their proxy. */
    private static int held(String holder, Attendance giver, List<Attendance> sheet) {
        return (int) sheet.stream()
                .filter(each -> !each.account().equals(giver.account()))
                .filter(each -> each.answer() == AttendanceAnswer.PROXY && holder.equals(each.alternate()))
                .count();
    }
}
