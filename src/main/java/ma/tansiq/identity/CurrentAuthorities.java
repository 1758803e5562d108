package ma.tansiq.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Acting;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives whoever is signed in the authorities of this moment: the session keeps only the name. An account that is gone
 * is nobody. Each group is an authority; {@link #BODY_MEMBER} stands for having a seat in any body.
 */
final class CurrentAuthorities extends OncePerRequestFilter {

    static final String BODY_MEMBER = "body-member";

    private static final Pattern SEAT =
            Pattern.compile("[A-Z][A-Z0-9]*-(chair|secretary|member|observer|alternate|guest)");

    private final Accounts accounts;
    private final Acting acting;

    CurrentAuthorities(Accounts accounts, Acting acting) {
        this.accounts = accounts;
        this.acting = acting;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && !(signedIn instanceof AnonymousAuthenticationToken)) {
            SecurityContext current = SecurityContextHolder.createEmptyContext();
            if (accounts.find(signedIn.getName()).isPresent()) {
                current.setAuthentication(authenticated(signedIn));
            }
            SecurityContextHolder.setContext(current);
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Authentication authenticated(Authentication signedIn) {
        Set<String> groups = acting.groupsOf(signedIn.getName());
        Stream<String> seat = groups.stream().anyMatch(SEAT.asMatchPredicate()) ? Stream.of(BODY_MEMBER) : Stream.of();
        var current = UsernamePasswordAuthenticationToken.authenticated(
                signedIn.getPrincipal(),
                null,
                AuthorityUtils.createAuthorityList(
                        Stream.concat(groups.stream(), seat).toList()));
        current.setDetails(signedIn.getDetails());
        return current;
    }
}
