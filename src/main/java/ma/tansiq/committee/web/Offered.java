package ma.tansiq.committee.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.engine.Accounts;
import org.springframework.stereotype.Component;

/** Which acts a page offers to its reader; whether they are allowed is decided again when they are done. */
@Component
class Offered {

    private final Bodies bodies;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Clock clock;

    Offered(Bodies bodies, Memberships memberships, Accounts accounts, Clock clock) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Bodies whose meetings the person opens: as their secretary, or as a coordinator; those by decision only as one. */
    List<Body> bodiesToConvene(Scope scope) {
        boolean coordinator = isCoordinator(scope.account());
        return bodies.all().stream()
                .filter(body -> coordinator || scope.bodies().contains(body.code()))
                .filter(body -> coordinator || !body.meetsByDecision())
                .filter(body -> !body.isClosed())
                .filter(body -> coordinator || holds(body.code(), scope.account(), MemberRole.SECRETARY))
                .toList();
    }

    boolean secretary(String body, String account) {
        return isCoordinator(account) || holds(body, account, MemberRole.SECRETARY);
    }

    boolean secretaryOrChair(String body, String account) {
        return isCoordinator(account) || holds(body, account, MemberRole.SECRETARY, MemberRole.CHAIR);
    }

    /** Whether the person files papers with that matter: whoever proposed it, and the secretary. */
    boolean filing(MeetingFile.Head head, ItemPapers.Item item, String account) {
        boolean own = account.equals(item.proposedBy());
        return own || (secretary(head.body(), account) && (!item.secret() || secrets(head.body(), account)));
    }

    /** Whether the person may know the body's secret matters: its chair and its secretary. */
    boolean secrets(String body, String account) {
        return holds(body, account, MemberRole.SECRETARY, MemberRole.CHAIR);
    }

    private boolean holds(String body, String account, MemberRole... roles) {
        LocalDate today = LocalDate.now(clock);
        return Stream.of(roles)
                .flatMap(role -> memberships.holders(body, role, today).stream())
                .anyMatch(each -> account.equals(each.account()));
    }

    private boolean isCoordinator(String account) {
        return accounts.groupsOf(account).contains("coordinator");
    }
}
