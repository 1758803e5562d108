package ma.tansiq.dashboard;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.SimulatedData;
import ma.tansiq.identity.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What {@code layout.html} asks about the page being written: its language and direction, who reads it, and which
 * entries of the navigation that person has. Every answer holds for the current request only.
 */
@Component("layout")
class Layout {

    private final Accounts accounts;
    private final Scopes scopes;
    private final SimulatedData simulated;
    private final boolean demonstration;

    Layout(Accounts accounts, Scopes scopes, SimulatedData simulated, Environment environment) {
        this.accounts = accounts;
        this.scopes = scopes;
        this.simulated = simulated;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
    }

    /** {@code fr}, {@code ar} or {@code en} */
    public String language() {
        return current().code();
    }

    public boolean rightToLeft() {
        return current().rightToLeft();
    }

    public String direction() {
        return rightToLeft() ? "rtl" : "ltr";
    }

    /** The languages on offer. */
    public List<Choice> languages() {
        return Arrays.stream(Language.values())
                .map(language -> new Choice(language.code(), language.ownName(), language == current()))
                .toList();
    }

    /** Path and query of the page being read, to come back to after a change of language; the home page after an error. */
    public String here() {
        HttpServletRequest request = request();
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null) {
            return "/";
        }
        return request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
    }

    public boolean signedIn() {
        return user() != null;
    }

    /** Given and family name of the reader, else the sign-in name. */
    public String userName() {
        String id = Objects.requireNonNull(user()).getName();
        return accounts.find(id)
                .map(Account::name)
                .filter(name -> !name.isEmpty())
                .orElse(id);
    }

    /** The pages that are open to the reader, in the order of the bar. */
    public List<NavigationEntry> navigation() {
        String reader = Objects.requireNonNull(user()).getName();
        Set<String> groups = Set.copyOf(accounts.groupsOf(reader));
        return new Navigation(scopes.of(reader), groups, demonstration)
                .entriesOn(request().getRequestURI());
    }

    /** The days that a replay played, where the data are simulated. */
    public SimulatedData.@Nullable Period simulated() {
        return simulated.period().orElse(null);
    }

    public boolean demonstration() {
        return demonstration;
    }

    private static Language current() {
        return Language.of(LocaleContextHolder.getLocale().toLanguageTag()).orElse(Language.FRENCH);
    }

    private static @Nullable Authentication user() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null || user instanceof AnonymousAuthenticationToken ? null : user;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** A language that the reader may choose. */
    record Choice(String code, String name, boolean current) {}
}
