package ma.tansiq.committee.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
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
        LocalDate day = LocalDate.ofInstant(meeting.startsAt(), MeetingManagement.ZONE);
        Set<String> voters = voters(meeting.body(), day);
        Map<String, Attendance> byAccount = new LinkedHashMap<>();
        for (Membership each : memberships.activeOn(meeting.body(), day)) {
            String account = each.account();
            if (account != null && CONVOKED.contains(each.role())) {
                byAccount.putIfAbsent(account, seat(each, account, voters.contains(account)));
            }
        }
        return new ArrayList<>(byAccount.values());
    }

    private Set<String> voters(String code, LocalDate day) {
        return bodies.find(code).map(body -> memberships.votingMembers(body, day)).orElse(List.of()).stream()
                .map(Membership::account)
                .collect(Collectors.toSet());
    }

    private Attendance seat(Membership each, String account, boolean voting) {
        return new Attendance(
                account,
                accounts.find(account).map(Account::name).orElse(account),
                organisationName(each),
                each.category().name(),
                each.role(),
                voting,
                null,
                null,
                null,
                null,
                null);
    }

    private String organisationName(Membership each) {
        String code = each.organisation();
        return code == null
                ? ""
                : organisations
                        .find(code)
                        .map(found -> found.name(Locale.FRENCH))
                        .orElse(code);
    }
}
