package ma.tansiq.committee.body;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.engine.Accounts;
import org.springframework.stereotype.Component;

/** Who may act on a body's meetings today: holders of its seats, and coordinators (web.md, "Who may open what"). */
@Component
public class Permissions {

    private final Memberships memberships;
    private final Accounts accounts;
    private final Clock clock;

    Permissions(Memberships memberships, Accounts accounts, Clock clock) {
        this.memberships = memberships;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether that person acts for the body's secretariat today: its secretary, or a coordinator. */
    public boolean actsAsSecretary(String body, String account) {
        return holds(body, account, MemberRole.SECRETARY) || coordinates(account);
    }

    public void requireSecretary(String body, String account) {
        if (!actsAsSecretary(body, account)) {
            throw CommitteeRefusal.because("secretaryOnly", body);
        }
    }

    public void requireSecretaryOrChair(String body, String account) {
        if (!holds(body, account, MemberRole.SECRETARY, MemberRole.CHAIR) && !coordinates(account)) {
            throw CommitteeRefusal.because("secretaryOrChairOnly", body);
        }
    }

    /** Whoever exercises the chair today: its interim, else the chair, else the vice-chair. */
    public void requireChair(String body, String account) {
        boolean presides = memberships.presiding(body, LocalDate.now(clock)).stream()
                .anyMatch(each -> account.equals(each.account()));
        if (!presides) {
            throw CommitteeRefusal.because("chairOnly", body);
        }
    }

    public void requireCoordinator(String account) {
        if (!coordinates(account)) {
            throw CommitteeRefusal.because("coordinatorOnly");
        }
    }

    private boolean holds(String body, String account, MemberRole... roles) {
        LocalDate today = LocalDate.now(clock);
        return Stream.of(roles)
                .flatMap(role -> memberships.holders(body, role, today).stream())
                .anyMatch(each -> account.equals(each.account()));
    }

    /** Whether that person is a coordinator. */
    public boolean coordinates(String account) {
        return accounts.groupsOf(account).contains("coordinator");
    }
}
