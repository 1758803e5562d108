package ma.tansiq.identity;

import java.util.List;
import ma.tansiq.engine.Accounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs in with a password of the engine's identity tables. Every failure looks and lasts alike. */
@Component
class EngineAccounts implements AuthenticationProvider {

    private final Accounts accounts;
    private final SignInAttempts attempts;

    EngineAccounts(Accounts accounts, SignInAttempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String account = attempt.getName();
        String address = address(attempt);
        if (attempts.tooMany(account, address)) {
            throw new BadCredentialsException("too many attempts");
        }
        if (!matches(account, String.valueOf(attempt.getCredentials()))) {
            attempts.failed(account, address);
            throw new BadCredentialsException("refused");
        }
        attempts.succeeded(account, address);
        return UsernamePasswordAuthenticationToken.authenticated(account, null, List.of());
    }

    private boolean matches(String account, String password) {
        return password.length() <= PasswordRule.MOST && accounts.passwordMatches(account, password);
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
