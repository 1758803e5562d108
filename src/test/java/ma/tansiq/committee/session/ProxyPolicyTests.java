package ma.tansiq.committee.session;

import static ma.tansiq.committee.session.Sheets.absent;
import static ma.tansiq.committee.session.Sheets.member;
import static ma.tansiq.committee.session.Sheets.observer;
import static ma.tansiq.committee.session.Sheets.present;
import static ma.tansiq.committee.session.Sheets.proxy;
import static ma.tansiq.committee.session.Sheets.refusals;
import static ma.tansiq.committee.session.Sheets.represented;
import static ma.tansiq.committee.session.Sheets.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ma.tansiq.committee.body.MeetingRules.Tie;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.Presence;
import ma.tansiq.committee.meeting.Quorum;
import org.junit.jupiter.api.Test;

/** Rule C3: who holds whose proxy, and how many. */
class ProxyPolicyTests {

    @Test
    void memberInTheRoomHoldsOne() {
        assertThat(check(1, present("m1"), proxy("m2", "m1"))).isEmpty();
    }

    @Test
    void nobodyHoldsMoreThanTheLevelAllows() {
        List<Attendance> two = List.of(present("m1"), proxy("m2", "m1"), proxy("m3", "m1"));

        assertThat(check(1, two)).containsExactly("proxiesTooMany [m1, 1, 2]");
        assertThat(check(2, two)).isEmpty();
    }

    @Test
    void levelWithoutProxiesKnowsNone() {
        assertThat(check(0, present("m1"), proxy("m2", "m1"))).containsExactly("proxiesNotAllowed [m2]");
    }

    @Test
    void nobodyIsTheirOwnProxy() {
        assertThat(check(1, proxy("m1", "m1"))).containsExactly("proxyToOneself [m1]");
    }

    @Test
    void holderIsInTheRoomInPerson() {
        assertThat(check(1, absent("m1"), proxy("m2", "m1"))).containsExactly("proxyToAbsentee [m1, m2]");
        assertThat(check(1, represented("m1", "alt1"), proxy("m2", "m1"))).containsExactly("proxyToAbsentee [m1, m2]");
        assertThat(check(1, present("m3"), proxy("m1", "m3"), proxy("m2", "m1")))
                .as("a proxy is not passed on")
                .containsExactly("proxyToAbsentee [m1, m2]");
    }

    @Test
    void holderWhosePresenceIsNotFilledInIsNotCalledAbsent() {
        assertThat(check(1, member("m1"), proxy("m2", "m1"))).isEmpty();
    }

    @Test
    void observersNeitherHoldNorGiveOne() {
        assertThat(check(1, observer("obs"), proxy("m2", "obs"))).containsExactly("proxyToNonVoter [obs, m2]");
        assertThat(check(1, proxy("m2", "stranger"))).containsExactly("proxyToNonVoter [stranger, m2]");
        assertThat(check(1, present("m1"), observer("obs").tookPart(Presence.PROXY, "m1")))
                .containsExactly("proxyWithoutVoice [obs]");
    }

    @Test
    void proxyNamesItsHolder() {
        assertThat(check(1, proxy("m2", null))).containsExactly("proxyHolderMissing [m2]");
    }

    @Test
    void proxyCountsForTheQuorumOnlyWhereTheLevelSaysSo() {
        List<Attendance> sheet = List.of(present("m1"), proxy("m2", "m1"), absent("m3"));

        assertThat(Quorum.of(sheet, 2, false)).isEqualTo(new Quorum(3, 2, 1));
        assertThat(Quorum.of(sheet, 2, true)).isEqualTo(new Quorum(3, 2, 2));
    }

    private static List<String> check(int proxies, Attendance... sheet) {
        return check(proxies, List.of(sheet));
    }

    private static List<String> check(int proxies, List<Attendance> sheet) {
        return refusals(problems -> new ProxyPolicy(rules(proxies, Tie.REJECTED), each -> each).check(sheet, problems));
    }
}
