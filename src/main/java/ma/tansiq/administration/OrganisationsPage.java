package ma.tansiq.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.identity.CurrentUser;
import ma.tansiq.strategy.Organisation;
import ma.tansiq.strategy.OrganisationActs;
import ma.tansiq.strategy.OrganisationKind;
import ma.tansiq.strategy.OrganisationManagement;
import ma.tansiq.strategy.OrganisationManagement.Act;
import ma.tansiq.strategy.OrganisationManagement.NamesTyped;
import ma.tansiq.strategy.Organisations;
import ma.tansiq.strategy.StrategyEntries;
import ma.tansiq.strategy.StrategyEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The organisations of the strategy, and the acts that found, rename, merge, split and close them (rule A1b). */
@Controller
@RequestMapping("/admin/organisations")
class OrganisationsPage {

    private static final Set<String> DONE = Set.of("founded", "renamed", "merged", "split", "closed");
    private static final String SEAT = "seat.";

    private final Organisations organisations;
    private final OrganisationManagement management;
    private final OrganisationActs acts;
    private final StrategyEntries entries;
    private final Memberships memberships;
    private final ChangeLines changes;
    private final Submissions submissions;
    private final CurrentUser user;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    OrganisationsPage(
            Organisations organisations,
            OrganisationManagement management,
            OrganisationActs acts,
            StrategyEntries entries,
            Memberships memberships,
            ChangeLines changes,
            Submissions submissions,
            CurrentUser user,
            Clock clock) {
        this.organisations = organisations;
        this.management = management;
        this.acts = acts;
        this.entries = entries;
        this.memberships = memberships;
        this.changes = changes;
        this.submissions = submissions;
        this.user = user;
        this.clock = clock;
    }

    /** What was sent, shown again when it was refused. */
    record Typed(String form, MultiValueMap<String, String> sent) {

        static final Typed NOTHING = new Typed("", new LinkedMultiValueMap<>());

        public String value(String name) {
            String value = sent.getFirst(name);
            return value == null ? "" : value;
        }

        public List<String> all(String name) {
            return sent.getOrDefault(name, List.of());
        }

        public boolean is(String other) {
            return form.equals(other);
        }

        NamesTyped names() {
            return new NamesTyped(value("nameFr"), value("nameAr"), value("nameEn"));
        }

        Act act() {
            return new Act(value("act"), TypedDay.read(value("on"), "day"));
        }

        /** Whatever is no number was never seen. */
        int seen() {
            return value("seen").matches("\\d{1,9}") ? Integer.parseInt(value("seen")) : -1;
        }
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String done, Model model) {
        fillList(model, Typed.NOTHING);
        model.addAttribute("done", DONE.contains(done) ? done : null);
        return "administration/organisations";
    }

    @PostMapping
    ModelAndView found(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        Typed typed = new Typed("found", sent);
        return submissions.answer(
                () -> {
                    management.found(typed.value("code"), typed.names(), kind(typed.value("kind")), typed.act(), by());
                    return "/admin/organisations?done=founded";
                },
                "administration/organisations",
                model -> fillList(model, typed),
                locale);
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, @RequestParam(defaultValue = "") String done, Model model) {
        fill(model, code, Typed.NOTHING);
        model.addAttribute("done", DONE.contains(done) ? done : null);
        return "administration/organisation";
    }

    @PostMapping("/{code}/rename")
    ModelAndView rename(@PathVariable String code, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        Typed typed = new Typed("rename", sent);
        return answer(
                () -> management.rename(code, typed.seen(), typed.names(), typed.act(), by()),
                code,
                "renamed",
                typed,
                locale);
    }

    /** The page is of the one that goes on; {@code from} names those that end. */
    @PostMapping("/{code}/merge")
    ModelAndView merge(@PathVariable String code, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        Typed typed = new Typed("merge", sent);
        return answer(
                () -> management.merge(new LinkedHashSet<>(typed.all("from")), code, typed.act(), by()),
                code,
                "merged",
                typed,
                locale);
    }

    @PostMapping("/{code}/split")
    ModelAndView split(@PathVariable String code, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        Typed typed = new Typed("split", sent);
        return answer(
                () -> management.split(code, typed.seen(), typed.all("into"), seats(typed), typed.act(), by()),
                code,
                "split",
                typed,
                locale);
    }

    @PostMapping("/{code}/close")
    ModelAndView close(@PathVariable String code, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        Typed typed = new Typed("close", sent);
        return answer(() -> management.close(code, typed.seen(), typed.act(), by()), code, "closed", typed, locale);
    }

    private ModelAndView answer(Runnable change, String code, String done, Typed typed, Locale locale) {
        required(code);
        return submissions.answer(
                () -> {
                    change.run();
                    return "/admin/organisations/" + code + "?done=" + done;
                },
                "administration/organisation",
                model -> fill(model, code, typed),
                locale);
    }

    /** Which successor takes which seat, where somebody chose. */
    private static Map<String, String> seats(Typed typed) {
        Map<String, String> seats = new LinkedHashMap<>();
        typed.sent().keySet().stream()
                .filter(name -> name.startsWith(SEAT) && !typed.value(name).isEmpty())
                .forEach(name -> seats.put(name.substring(SEAT.length()), typed.value(name)));
        return seats;
    }

    private void fillList(Model model, Typed typed) {
        List<Organisation> all = organisations.all();
        model.addAttribute(
                "standing", all.stream().filter(each -> each.validTo() == null).toList());
        model.addAttribute(
                "ended", all.stream().filter(each -> each.validTo() != null).toList());
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("typed", typed);
    }

    private void fill(Model model, String code, Typed typed) {
        Organisation organisation = required(code);
        List<Organisation> all = organisations.all();
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("organisation", organisation);
        model.addAttribute(
                "version",
                entries.find(StrategyEntry.Kind.ORGANISATION, code)
                        .map(StrategyEntry::version)
                        .orElse(0));
        model.addAttribute(
                "others",
                all.stream()
                        .filter(each -> each.validTo() == null && !each.code().equals(code))
                        .toList());
        model.addAttribute(
                "predecessors",
                all.stream().filter(each -> code.equals(each.successor())).toList());
        model.addAttribute("seats", seatsOf(code, today));
        model.addAttribute("lineage", acts.lineage(code));
        model.addAttribute("changes", changes.about(Set.of(code)));
        model.addAttribute("today", today);
        model.addAttribute("typed", typed);
    }

    private List<Membership> seatsOf(String code, LocalDate today) {
        return memberships.ofOrganisations(List.of(code), today).stream()
                .filter(each -> each.validTo() == null)
                .toList();
    }

    private Organisation required(String code) {
        return organisations.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable OrganisationKind kind(String typed) {
        return Arrays.stream(OrganisationKind.values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private String by() {
        return user.requiredAccount();
    }
}
