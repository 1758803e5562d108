package ma.tansiq.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import java.util.Set;
import ma.tansiq.engine.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** A person's own account: name and address to read, language, mail and password to change. */
@Controller
@RequestMapping("/account")
class AccountPage {

    private static final Set<String> DONE = Set.of("preferences", "password");

    private final People people;
    private final AccountManagement accounts;
    private final LocaleResolver languages;
    private final Refusals refusals;

    AccountPage(People people, AccountManagement accounts, LocaleResolver languages, Refusals refusals) {
        this.people = people;
        this.accounts = accounts;
        this.languages = languages;
        this.refusals = refusals;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String done, Principal reader, Model model) {
        Person person = people.find(reader.getName()).orElseThrow();
        model.addAttribute("person", person);
        model.addAttribute(
                "language", person.language().map(Locale::getLanguage).orElse(""));
        model.addAttribute("languages", Language.values());
        model.addAttribute("mailModes", MailMode.values());
        model.addAttribute("done", DONE.contains(done) ? done : null);
        return "identity/account";
    }

    @PostMapping("/preferences")
    String choose(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "IMMEDIATE") MailMode mail,
            Principal reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language chosen = Language.of(language).orElse(null);
        accounts.chooseLanguage(reader.getName(), chosen);
        accounts.chooseMail(reader.getName(), mail);
        languages.setLocale(request, response, chosen == null ? null : chosen.locale());
        return "redirect:/account?done=preferences";
    }

    @PostMapping("/password")
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String repeated,
            Principal reader,
            Model model,
            Locale locale) {
        try {
            accounts.changePassword(reader.getName(), current, wanted, repeated);
            return new ModelAndView("redirect:/account?done=password");
        } catch (IdentityRefusal refusal) {
            String view = show("", reader, model);
            model.addAttribute("refusal", refusals.sentence(refusal, locale));
            return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }
}
