package ma.tansiq.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page that one person is known to read without a sign-in: the one chosen in this browser, else the one
 * that the person is written to in.
 */
@Component
public class WrittenLanguage {

    private final LocaleResolver languages;

    WrittenLanguage(LocaleResolver languages) {
        this.languages = languages;
    }

    /** Decides it for the rest of the request. */
    public Locale of(Optional<Person> reader, HttpServletRequest request) {
        reader.map(Person::writtenLanguage)
                .flatMap(locale -> Language.of(locale.getLanguage()))
                .ifPresent(language -> request.setAttribute(ReaderLanguage.WRITTEN, language));
        Locale locale = languages.resolveLocale(request);
        LocaleContextHolder.setLocale(locale);
        return locale;
    }
}
