package ma.tansiq.committee.body;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import ma.tansiq.engine.Accounts;
import org.springframework.stereotype.Component;

/** Says who may see what of the bodies' work: members their bodies' part, coordinators and auditors everything. */
@Component
public class Scopes {

    private final Memberships memberships;
    private final Accounts accounts;
    private final Clock clock;

    Scopes(Memberships memberships, Accounts accounts, Clock clock) {
        this.memberships = memberships;
        this.accounts = accounts;
        this.clock = clock;
    }

    public Scope of(String account) {
        List<String> groups = accounts.groupsOf(account);
        boolean everything = groups.contains("coordinator") || groups.contains("auditor");
        return new Scope(account, everything, Set.copyOf(memberships.bodiesOf(account, LocalDate.now(clock))));
    }
}
