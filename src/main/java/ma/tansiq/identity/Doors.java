package ma.tansiq.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.tansiq.engine.Acting;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Where people land when they sign in, fail to, or come to a door that is closed to them. */
@Component
class Doors {

    private static final Set<String> SEE_EVERYTHING = Set.of("coordinator", "auditor");
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final Acting acting;
    private final Preferences preferences;
    private final LocaleResolver languages;
    private final MessageSource messages;
    private final ObjectMapper json;

    Doors(Acting acting, Preferences preferences, LocaleResolver languages, MessageSource messages, ObjectMapper json) {
        this.acting = acting;
        this.preferences = preferences;
        this.languages = languages;
        this.messages = messages;
        this.json = json;
    }

    /** To the page that was asked for, else to the one that this person works on; in the language once chosen. */
    SavedRequestAwareAuthenticationSuccessHandler signedIn(RequestCache asked) {
        var handler = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
                    throws jakarta.servlet.ServletException, IOException {
                preferences
                        .of(signedIn.getName())
                        .language()
                        .ifPresent(language -> languages.setLocale(request, response, language.locale()));
                makeFormToken(request);
                super.onAuthenticationSuccess(request, response, signedIn);
            }

            @Override
            protected String determineTargetUrl(
                    HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
                return landing(acting.groupsOf(signedIn.getName()));
            }
        };
        handler.setRequestCache(asked);
        return handler;
    }

    /** Made by whichever page comes first, two pages opened at once would get one each, and only one would count. */
    private static void makeFormToken(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }

    private static String landing(Set<String> groups) {
        return groups.stream().anyMatch(SEE_EVERYTHING::contains) ? "/coordination" : TASKLIST;
    }

    /** Back to the form, which says the same whatever was wrong and keeps the name. */
    SimpleUrlAuthenticationFailureHandler refused() {
        return new SimpleUrlAuthenticationFailureHandler("/login?error") {
            @Override
            public void onAuthenticationFailure(
                    HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
                    throws IOException, jakarta.servlet.ServletException {
                String name = String.valueOf(request.getParameter("username"));
                request.getSession()
                        .setAttribute(SignInPage.REFUSED_NAME, name.length() > 64 ? name.substring(0, 64) : name);
                super.onAuthenticationFailure(request, response, refusal);
            }
        };
    }

    AuthenticationEntryPoint notSignedIn() {
        var login = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, refusal) -> {
            if (engineApi(request)) {
                say(request, response, HttpServletResponse.SC_UNAUTHORIZED, "sign-in.needed");
            } else if (request.getHeader("HX-Request") != null) {
                response.setHeader("HX-Redirect", "/login");
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                login.commence(request, response, refusal);
            }
        };
    }

    AccessDeniedHandler notAllowed() {
        return (HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal) -> {
            String path = request.getRequestURI();
            if (engineApi(request)) {
                say(request, response, HttpServletResponse.SC_FORBIDDEN, "sign-in.notAllowed");
            } else if (refusal instanceof CsrfException
                    && Set.of("/login", "/logout").contains(path)) {
                response.sendRedirect("/login");
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        };
    }

    private void say(HttpServletRequest request, HttpServletResponse response, int status, String key)
            throws IOException {
        Locale locale = languages.resolveLocale(request);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(
                response.getOutputStream(),
                Map.of("type", "AuthorizationException", "message", messages.getMessage(key, null, locale)));
    }

    static boolean engineApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/camunda/api/");
    }
}
