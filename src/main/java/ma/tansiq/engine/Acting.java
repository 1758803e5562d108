package ma.tansiq.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Says to the engine who acts. */
@Component
public class Acting {

    private final IdentityService identity;
    private final Accounts accounts;
    private final ObjectProvider<CurrentGroups> groups;

    Acting(IdentityService identity, Accounts accounts, ObjectProvider<CurrentGroups> groups) {
        this.identity = identity;
        this.accounts = accounts;
        this.groups = groups;
    }

    /** The groups of that account now: by its mandates where a module keeps them, else by the engine's memberships. */
    public Set<String> groupsOf(String account) {
        CurrentGroups current = groups.getIfAvailable();
        return current == null ? new LinkedHashSet<>(accounts.groupsOf(account)) : current.of(account);
    }

    /** Does that as the given account, with its rights of this moment. */
    public <T> T as(String account, Supplier<T> work) {
        return under(new Authentication(account, List.copyOf(groupsOf(account))), work);
    }

    public void as(String account, Runnable work) {
        as(account, () -> {
            work.run();
            return true;
        });
    }

    /** Does that as whoever is signed in; a request without a signed-in account is refused by what it asks for. */
    <T> T asRequester(Supplier<T> work) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            return work.get();
        }
        return as(signedIn.getName(), work);
    }

    /** Does that for the application itself, seeing everything. */
    <T> T unrestricted(Supplier<T> work) {
        return under(null, work);
    }

    private <T> T under(@org.jspecify.annotations.Nullable Authentication authentication, Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        try {
            identity.setAuthentication(authentication);
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
