package ma.tansiq.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Tells Tasklist, Cockpit and Admin at every request who is signed in, in which groups this account is now and which
 * language it reads. The engine's web applications have no sign-in of their own.
 */
final class WebappSignIn extends OncePerRequestFilter {

    private static final String ENGINE = "default";
    private static final Set<String> EVERYBODY = Set.of("tasklist", "welcome");
    private static final Set<String> ADMINISTRATORS = Set.of("tasklist", "welcome", "cockpit", "admin");

    private final Acting acting;
    private final LocaleResolver languages;

    WebappSignIn(Acting acting, LocaleResolver languages) {
        this.acting = acting;
        this.languages = languages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && !(signedIn instanceof AnonymousAuthenticationToken)) {
            Authentications known = AuthenticationUtil.getAuthsFromSession(request.getSession());
            UserAuthentication current = authentication(signedIn.getName());
            if (!same(known.getAuthenticationForProcessEngine(ENGINE), current)) {
                known.addOrReplace(current);
                AuthenticationUtil.updateSession(request.getSession(), known);
            }
        }
        LocaleContextHolder.setLocale(languages.resolveLocale(request));
        chain.doFilter(request, response);
    }

    private UserAuthentication authentication(String account) {
        Set<String> groups = acting.groupsOf(account);
        UserAuthentication authentication = new UserAuthentication(account, ENGINE);
        authentication.setGroupIds(List.copyOf(groups));
        authentication.setTenantIds(List.of());
        authentication.setAuthorizedApps(groups.contains(Accounts.ADMINISTRATORS) ? ADMINISTRATORS : EVERYBODY);
        return authentication;
    }

    private static boolean same(
            org.camunda.bpm.webapp.impl.security.auth.@org.jspecify.annotations.Nullable Authentication known,
            UserAuthentication current) {
        return known instanceof UserAuthentication user
                && user.getIdentityId().equals(current.getIdentityId())
                && Set.copyOf(user.getGroupIds()).equals(Set.copyOf(current.getGroupIds()))
                && user.getAuthorizedApps().equals(current.getAuthorizedApps());
    }
}
