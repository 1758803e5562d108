package ma.tansiq.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Texts;
import ma.tansiq.identity.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators name the interim of an absent chair, with dates and the number of the act (rule A1b). */
@Controller
class InterimsPage {

    private final BodyManagement management;
    private final Bodies bodies;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Submissions submissions;
    private final CurrentUser user;
    private final Clock clock;

    InterimsPage(
            BodyManagement management,
            Bodies bodies,
            Memberships memberships,
            Accounts accounts,
            Submissions submissions,
            CurrentUser user,
            Clock clock) {
        this.management = management;
        this.bodies = bodies;
        this.memberships = memberships;
        this.accounts = accounts;
        this.submissions = submissions;
        this.user = user;
        this.clock = clock;
    }

    /** @param to last day, included */
    record Typed(String body, String account, String act, String from, String to) {

        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    @GetMapping("/admin/interims")
    String show(@RequestParam(defaultValue = "") String done, Model model) {
        fill(model, Typed.NOTHING);
        model.addAttribute("done", done.equals("named"));
        return "administration/interims";
    }

    @PostMapping("/admin/interims")
    ModelAndView name(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Locale locale) {
        Typed typed = new Typed(body, account, act, from, to);
        return submissions.answer(
                () -> {
                    management.nameInterim(body, Texts.clean(account), act, day(from), day(to), user.requiredAccount());
                    return "/admin/interims?done=named";
                },
                "administration/interims",
                model -> fill(model, typed),
                locale);
    }

    private void fill(Model model, Typed typed) {
        List<Membership> interims = memberships.activeOn(LocalDate.now(clock)).stream()
                .filter(Membership::interim)
                .toList();
        Map<String, String> names = interims.stream()
                .flatMap(each -> java.util.Optional.ofNullable(each.account()).stream())
                .distinct()
                .collect(Collectors.toMap(each -> each, this::nameOf));
        model.addAttribute("bodies", bodies.all());
        model.addAttribute("interims", interims);
        model.addAttribute("names", names);
        model.addAttribute("typed", typed);
    }

    private String nameOf(String account) {
        return accounts.find(account).map(found -> found.name()).orElse(account);
    }

    private static LocalDate day(String typed) {
        return TypedDay.read(typed, "interim-dates");
    }
}
