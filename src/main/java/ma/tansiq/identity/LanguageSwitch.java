package ma.tansiq.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Keeps the language that a reader chose at the top of a page, for good when signed in, and goes back to that page. */
@Controller
class LanguageSwitch {

    /** A path of this application: neither another site's address nor one that a browser would read as such. */
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private final LocaleResolver languages;
    private final AccountManagement accounts;
    private final CurrentUser reader;

    LanguageSwitch(LocaleResolver languages, AccountManagement accounts, CurrentUser reader) {
        this.languages = languages;
        this.accounts = accounts;
        this.reader = reader;
    }

    @RequestMapping(
            path = "/language",
            method = {RequestMethod.GET, RequestMethod.POST})
    RedirectView choose(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language.of(to).ifPresent(language -> {
            languages.setLocale(request, response, language.locale());
            if (HttpMethod.POST.matches(request.getMethod())) {
                reader.account().ifPresent(account -> accounts.chooseLanguage(account, language));
            }
        });
        RedirectView page = new RedirectView(HERE.matcher(back).matches() ? back : "/", true);
        page.setExpandUriTemplateVariables(false);
        return page;
    }
}
