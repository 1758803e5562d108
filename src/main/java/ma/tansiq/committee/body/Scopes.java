package ma.tansiq.committee.body;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        Set<String> bodies = Set.copyOf(memberships.bodiesOf(account, LocalDate.now(clock)));
        return new Scope(account, everything, bodies, offices(bodies, groups));
    }

    private static Set<String> offices(Set<String> bodies, List<String> groups) {
        return bodies.stream()
                .filter(each ->
                        groups.contains(Groups.chairGroup(each)) || groups.contains(Groups.secretaryGroup(each)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
