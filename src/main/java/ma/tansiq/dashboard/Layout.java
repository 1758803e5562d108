package ma.tansiq.dashboard;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
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

    private static final Set<String> LANGUAGES = Set.of("fr", "ar", "en");

    private final Accounts accounts;
    private final boolean demonstration;

    Layout(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
    }

    /** {@code fr}, {@code ar} or {@code en}; French when the reader's language is none of these. */
    public String language() {
        String language = LocaleContextHolder.getLocale().getLanguage();
        return LANGUAGES.contains(language) ? language : "fr";
    }

    public boolean rightToLeft() {
        return language().equals("ar");
    }

    public String direction() {
        return rightToLeft() ? "rtl" : "ltr";
    }

    /** The languages on offer, each named in itself. */
    public List<Language> languages() {
        return Stream.of("fr", "ar", "en")
                .map(code -> new Language(code, nameOf(code), code.equals(language())))
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

    /** The entries that the reader's groups open, in the order of the bar. */
    public List<NavigationEntry> navigation() {
        String path = request().getRequestURI();
        return Navigation.of(groups(), demonstration).entriesOn(path);
    }

    public boolean demonstration() {
        return demonstration;
    }

    private Set<String> groups() {
        Authentication user = user();
        return user == null
                ? Set.of()
                : accounts.groupsOf(user.getName()).stream().collect(Collectors.toUnmodifiableSet());
    }

    private static String nameOf(String code) {
        Locale language = Locale.forLanguageTag(code);
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private static @Nullable Authentication user() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null || user instanceof AnonymousAuthenticationToken ? null : user;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** A language that the reader may choose. */
    record Language(String code, String name, boolean current) {}
}
