package ma.tansiq.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.tansiq.engine.Acting;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whoever sent the request that is being answered, with the groups of this moment. */
@Component
public class CurrentUser {

    private final Acting acting;

    CurrentUser(Acting acting) {
        this.acting = acting;
    }

    /** Empty when nobody is signed in. */
    public Optional<String> account() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(signedIn -> !(signedIn instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }

    /**
     * The account, where the address already demands one.
     *
     * @throws IllegalStateException when nobody is signed in
     */
    public String requiredAccount() {
        return account().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /** Groups of the engine, {@code CP11-secretary} or {@code coordinator}; none when nobody is signed in. */
    public Set<String> groups() {
        return account().map(acting::groupsOf).orElse(Set.of());
    }

    public boolean hasGroup(String group) {
        return groups().contains(group);
    }

    public boolean hasAnyGroup(String... groups) {
        Set<String> own = groups();
        return Stream.of(groups).anyMatch(own::contains);
    }

    /** The language of the page or answer. */
    public Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
