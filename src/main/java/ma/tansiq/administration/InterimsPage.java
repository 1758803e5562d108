package ma.tansiq.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Texts;
import ma.tansiq.identity.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators name the interim of an absent chair, with dates and the number of the act (rule A1b). */
@Controller
class InterimsPage {

    private static final Set<String> DONE = Set.of("named", "ended", "withdrawn");

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

    /**
     * @param to last day, included
     * @param about id of the interim that was to end; empty for a new one
     * @param lastDay on which it was to end
     */
    record Typed(String body, String account, String act, String from, String to, String about, String lastDay) {

        static final Typed NOTHING = new Typed("", "", "", "", "", "", "");

        static Typed ending(String about, String lastDay) {
            return new Typed("", "", "", "", "", about, lastDay);
        }
    }

    @GetMapping("/admin/interims")
    String show(@RequestParam(defaultValue = "") String done, Model model) {
        fill(model, Typed.NOTHING);
        model.addAttribute("done", DONE.contains(done) ? done : null);
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
        Typed typed = new Typed(body, account, act, from, to, "", "");
        return answer(
                () -> management.nameInterim(
                        body, Texts.clean(account), act, day(from), day(to), user.requiredAccount()),
                "named",
                typed,
                locale);
    }

    @PostMapping("/admin/interims/{id}/end")
    ModelAndView end(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String day,
            Locale locale) {
        return answer(
                () -> management.endInterim(id(id), seen(seen), TypedDay.read(day, "day"), user.requiredAccount()),
                "ended",
                Typed.ending(id, day),
                locale);
    }

    @PostMapping("/admin/interims/{id}/withdraw")
    ModelAndView withdraw(@PathVariable String id, @RequestParam(defaultValue = "") String seen, Locale locale) {
        return answer(
                () -> management.withdrawInterim(id(id), seen(seen), user.requiredAccount()),
                "withdrawn",
                Typed.ending(id, ""),
                locale);
    }

    private ModelAndView answer(Runnable change, String done, Typed typed, Locale locale) {
        return submissions.answer(
                () -> {
                    change.run();
                    return "/admin/interims?done=" + done;
                },
                "administration/interims",
                model -> fill(model, typed),
                locale);
    }

    private void fill(Model model, Typed typed) {
        LocalDate today = LocalDate.now(clock);
        List<Membership> interims = memberships.interimsFrom(today);
        model.addAttribute("bodies", bodies.all());
        model.addAttribute("today", today);
        model.addAttribute("interims", interims);
        model.addAttribute(
                "names",
                accounts.namesOf(interims.stream()
                        .map(Membership::account)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
        model.addAttribute("typed", typed);
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, wrong);
        }
    }

    /** Whatever is no number was never seen. */
    private static int seen(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    private static LocalDate day(String typed) {
        return TypedDay.read(typed, "interim-dates");
    }
}
