package ma.tansiq.committee.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.MeetingRules;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Presence;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Who votes for whom by proxy (rule C3): a voting member for another one, in the room, as often as the level's rules
 * allow.
 */
final class ProxyPolicy {

    private final MeetingRules rules;
    private final Function<String, String> names;

    ProxyPolicy(MeetingRules rules, Function<String, String> names) {
        this.rules = rules;
        this.names = names;
    }

    /** Adds what is wrong with the proxies on the sheet; a holder of whom it is not said whether they came may hold one. */
    void check(List<Attendance> sheet, Problems problems) {
        Map<String, Attendance> byAccount =
                sheet.stream().collect(Collectors.toMap(Attendance::account, Function.identity(), (a, b) -> a));
        Map<String, Integer> held = new HashMap<>();
        for (Attendance each : sheet) {
            if (each.presence() == Presence.PROXY) {
                String holder = each.alternate();
                problems.check(() -> check(each, holder, Optional.ofNullable(byAccount.get(String.valueOf(holder)))));
                held.merge(String.valueOf(holder), 1, Integer::sum);
            }
        }
        held.forEach((holder, count) -> {
            if (rules.proxies() > 0 && count > rules.proxies()) {
                problems.add(CommitteeRefusal.because("proxiesTooMany", names.apply(holder), rules.proxies(), count));
            }
        });
    }

    private void check(Attendance giver, @Nullable String holder, Optional<Attendance> seat) {
        if (rules.proxies() == 0) {
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
        if (seat.filter(Attendance::voting).isEmpty()) {
            throw CommitteeRefusal.because("proxyToNonVoter", names.apply(holder), giver.name());
        }
        Presence presence = seat.orElseThrow().presence();
        if (presence != null && presence != Presence.PRESENT) {
            throw CommitteeRefusal.because("proxyToAbsentee", names.apply(holder), giver.name());
        }
    }
}
