package ma.tansiq.grant.web;

import java.util.Set;
import ma.tansiq.engine.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may see and do what on the pages of grants. */
@Component
class GrantWorkers {

    private static final String OFFICER = "grant-officer";
    private static final String AUTHORITY = "authorising-officer";
    private static final String FINANCE = "finance";
    private static final Set<String> READERS = Set.of(OFFICER, AUTHORITY, FINANCE, "coordinator", "auditor");

    private final Accounts accounts;

    GrantWorkers(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What a person may do with agreements. */
    record Rights(boolean officer, boolean authority, boolean finance) {

        /** Whether that person may record, confirm or refuse where an association is paid. */
        public boolean keepsAccounts() {
            return officer || finance;
        }
    }

    /** Evaluators see the files that are given to them, and no agreement. */
    Rights reader(String account) {
        Set<String> groups = Set.copyOf(accounts.groupsOf(account));
        if (groups.stream().noneMatch(READERS::contains)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return new Rights(groups.contains(OFFICER), groups.contains(AUTHORITY), groups.contains(FINANCE));
    }

    /** Whether that person sees nothing but the files given to them to evaluate. */
    boolean onlyEvaluates(String account) {
        Set<String> groups = Set.copyOf(accounts.groupsOf(account));
        return groups.contains("grant-evaluator") && groups.stream().noneMatch(READERS::contains);
    }

    void require(boolean right) {
        if (!right) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
