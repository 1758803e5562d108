package ma.tansiq.committee.meeting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.engine.Accounts;
import ma.tansiq.strategy.Organisation;
import ma.tansiq.strategy.Organisations;
import org.springframework.stereotype.Component;

/** Who is convoked to a session, in which quality: everybody with a seat that day, once, in the seat that weighs most. */
@Component
class Convocation {

    private static final Set<MemberRole> CONVOKED = Set.of(
            MemberRole.CHAIR, MemberRole.VICE_CHAIR, MemberRole.FULL_MEMBER, MemberRole.OBSERVER, MemberRole.GUEST);

    private final Bodies bodies;
    private final Memberships memberships;
    private final Organisations organisations;
    private final Accounts accounts;

    Convocation(Bodies bodies, Memberships memberships, Organisations organisations, Accounts accounts) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.organisations = organisations;
        this.accounts = accounts;
    }

    /** The attendance sheet on which nobody has answered yet, in the order of protocol. */
    List<Attendance> sheet(Meeting meeting) {
        LocalDate day = LocalDate.ofInstant(meeting.startsAt(), LegalTime.ZONE);
        List<Membership> seats = memberships.activeOn(meeting.body(), day);
        Set<String> voters = voters(meeting.body(), seats);
        Map<String, Membership> byAccount = new LinkedHashMap<>();
        for (Membership each : seats) {
            String account = each.account();
            if (account != null && convokes(each)) {
                byAccount.putIfAbsent(account, each);
            }
        }
        Map<String, String> names = accounts.namesOf(byAccount.keySet());
        Map<String, String> institutions = institutions(byAccount.values());
        return byAccount.entrySet().stream()
                .map(each -> seat(
                        each.getKey(),
                        each.getValue(),
                        names.getOrDefault(each.getKey(), each.getKey()),
                        institutions,
                        voters.contains(each.getKey())))
                .toList();
    }

    static boolean convokes(Membership seat) {
        return !seat.isVacant() && CONVOKED.contains(seat.role());
    }

    private Set<String> voters(String code, List<Membership> seats) {
        return bodies.find(code).map(body -> memberships.votingMembers(body, seats)).orElse(List.of()).stream()
                .map(Membership::account)
                .collect(Collectors.toSet());
    }

    private Map<String, String> institutions(Collection<Membership> seats) {
        List<String> codes = seats.stream()
                .flatMap(each -> Stream.ofNullable(each.organisation()))
                .toList();
        return organisations.find(codes).stream()
                .collect(Collectors.toMap(Organisation::code, found -> found.name(Locale.FRENCH)));
    }

    private static Attendance seat(
            String account, Membership each, String name, Map<String, String> institutions, boolean voting) {
        String code = each.organisation();
        String organisation = code == null ? "" : institutions.getOrDefault(code, code);
        return new Attendance(
                account, name, organisation, each.category().name(), each.role(), voting, null, null, null, null, null);
    }
}
