package ma.tansiq.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** Which language a reader gets: the one chosen here, else the first of the browser's that is offered, else French. */
@Component("localeResolver")
class ReaderLanguage implements LocaleResolver {

    static final String COOKIE = "tansiq-language";

    /** Attribute of a request: the language that its reader is written to in. */
    static final String WRITTEN = ReaderLanguage.class.getName() + ".written";

    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request)
                .or(() -> Optional.ofNullable((Language) request.getAttribute(WRITTEN)))
                .or(() -> ofBrowser(request))
                .orElse(Language.FRENCH)
                .locale();
    }

    /** @param locale null lets the browser decide again */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null) {
            throw new UnsupportedOperationException("The language is chosen by a response that carries its cookie");
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(locale, request.isSecure()));
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .flatMap(cookie -> Language.of(cookie.getValue()));
    }

    private static Optional<Language> ofBrowser(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::toLanguageTag)
                .map(Language::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String cookie(@Nullable Locale locale, boolean secure) {
        return ResponseCookie.from(COOKIE, locale == null ? "" : locale.getLanguage())
                .path("/")
                .maxAge(locale == null ? Duration.ZERO : KEPT)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
