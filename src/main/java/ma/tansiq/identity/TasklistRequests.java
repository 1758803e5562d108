package ma.tansiq.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import ma.tansiq.engine.Accounts;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * What Tasklist may ask of the engine's API for somebody who is no administrator: the reads that it shows, and of all
 * changes only claiming, giving back, completing and commenting a task. Everything else is refused, whatever the
 * engine's own authorisations would say.
 */
final class TasklistRequests implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final Pattern READS = Pattern.compile("/camunda/api/engine/engine/?|" + ENGINE
            + "(task|filter|process-definition|decision-definition|user|group|identity|authorization|variable-instance"
            + "|history/(task|user-operation|process-instance|variable-instance))(/.*)?");
    private static final Pattern QUERIES = Pattern.compile(ENGINE
            + "(task|history/task|process-definition|variable-instance|group|user)(/count)?"
            + "|" + ENGINE + "filter/[^/]+/(list|count|singleResult)");
    private static final Pattern STEPS =
            Pattern.compile(ENGINE + "task/[^/]+/(claim|unclaim|submit-form|complete|comment/create)");
    private static final Pattern PLUGINS = Pattern.compile("/camunda/api/tasklist/plugin/.*");

    private static final Map<String, Pattern> ALLOWED = Map.of(
            "GET", any(READS, PLUGINS),
            "HEAD", any(READS, PLUGINS),
            "OPTIONS", any(READS, QUERIES),
            "POST", any(QUERIES, STEPS));

    @Override
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        Authentication signedIn = authentication.get();
        return new AuthorizationDecision(signedIn.isAuthenticated()
                && !(signedIn instanceof org.springframework.security.authentication.AnonymousAuthenticationToken)
                && (administrator(signedIn) || allowed(context.getRequest())));
    }

    private static boolean administrator(Authentication signedIn) {
        return signedIn.getAuthorities().stream().anyMatch(a -> a.getAuthority().equals(Accounts.ADMINISTRATORS));
    }

    private static boolean allowed(HttpServletRequest request) {
        Pattern addresses = ALLOWED.get(request.getMethod());
        return addresses != null && addresses.matcher(request.getRequestURI()).matches();
    }

    private static Pattern any(Pattern one, Pattern other) {
        return Pattern.compile("(?:" + one + ")|(?:" + other + ")");
    }
}
