package ma.tansiq.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.cadence.Obligation;
import ma.tansiq.committee.cadence.Obligations;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Texts;
import ma.tansiq.identity.CurrentUser;
import ma.tansiq.strategy.Organisation;
import ma.tansiq.strategy.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The tree of bodies and their seats, where administrators appoint and end mandates (rules A1, A1b). */
@Controller
class BodiesPage {

    private final BodyManagement management;
    private final Bodies bodies;
    private final Memberships memberships;
    private final Obligations obligations;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Submissions submissions;
    private final ChangeLines changes;
    private final CurrentUser user;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    BodiesPage(
            BodyManagement management,
            Bodies bodies,
            Memberships memberships,
            Obligations obligations,
            Organisations organisations,
            Accounts accounts,
            Submissions submissions,
            ChangeLines changes,
            CurrentUser user,
            Clock clock) {
        this.management = management;
        this.bodies = bodies;
        this.memberships = memberships;
        this.obligations = obligations;
        this.organisations = organisations;
        this.accounts = accounts;
        this.submissions = submissions;
        this.changes = changes;
        this.user = user;
        this.clock = clock;
    }

    /** @param months null unless the form of the cadence was sent */
    record Typed(
            String seat,
            String account,
            String organisation,
            String day,
            String reason,
            @Nullable String months) {

        static final Typed NOTHING = new Typed("", "", "", "", "", null);
    }

    /** A chair of the body: who sits on it today or from when, and everybody who did before or will. */
    record Seat(String code, Membership open, List<Membership> history) {}

    @GetMapping("/admin/bodies")
    String list(Model model) {
        Map<String, Long> seats = memberships.activeOn(today()).stream()
                .collect(Collectors.groupingBy(Membership::body, Collectors.counting()));
        Map<String, Long> vacant = memberships.activeOn(today()).stream()
                .filter(Membership::isVacant)
                .collect(Collectors.groupingBy(Membership::body, Collectors.counting()));
        model.addAttribute("bodies", bodies.all());
        model.addAttribute("seats", seats);
        model.addAttribute("vacant", vacant);
        return "administration/bodies";
    }

    @GetMapping("/admin/bodies/{code}")
    String show(@PathVariable String code, @RequestParam(defaultValue = "") String done, Model model) {
        fill(model, code, Typed.NOTHING);
        model.addAttribute(
                "done",
                List.of("appointed", "ended", "confirmed", "cadence", "seat").contains(done) ? done : null);
        return "administration/body";
    }

    @PostMapping("/admin/bodies/{code}/appoint")
    ModelAndView appoint(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String seat,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(defaultValue = "") String day,
            Locale locale) {
        Runnable change = () -> appoint(seatOf(code, seat), Texts.clean(account), organisation, day(day));
        String typed = Objects.requireNonNullElse(organisation, "");
        return answer(change, code, "appointed", new Typed(seat, account, typed, day, "", null), locale);
    }

    @PostMapping("/admin/bodies/{code}/end")
    ModelAndView end(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String seat,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String day,
            Locale locale) {
        Runnable change = () -> management.end(heldBy(code, seat, account), day(day), user.requiredAccount());
        return answer(change, code, "ended", new Typed(seat, account, "", day, "", null), locale);
    }

    /**
     * @param seat empty for the body's cadence
     * @param shown the cadence that the reader saw
     */
    @PostMapping("/admin/bodies/{code}/confirm")
    ModelAndView confirm(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String seat,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String reason,
            Locale locale) {
        String by = user.requiredAccount();
        Runnable change = seat.isEmpty()
                ? () -> management.confirmCadence(required(code).code(), shown, reason, by)
                : () -> management.confirmSeat(seatOf(code, seat), reason, by);
        return answer(change, code, "confirmed", new Typed(seat, "", "", "", reason, null), locale);
    }

    /** @param shown the cadence that the reader saw */
    @PostMapping("/admin/bodies/{code}/cadence")
    ModelAndView changeCadence(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String months,
            @RequestParam(defaultValue = "") String reason,
            Locale locale) {
        String by = user.requiredAccount();
        Runnable change = () -> management.changeCadence(required(code).code(), shown, months, reason, by);
        return answer(change, code, "cadence", new Typed("", "", "", "", reason, months), locale);
    }

    /** A form that says nothing of an organisation leaves the seat to the one that has it. */
    private void appoint(String seat, String account, @Nullable String organisation, LocalDate from) {
        if (organisation == null) {
            management.appoint(seat, account, from, user.requiredAccount());
        } else {
            management.appoint(seat, account, organisation, from, user.requiredAccount());
        }
    }

    private ModelAndView answer(Runnable change, String code, String done, Typed typed, Locale locale) {
        return submissions.answer(
                () -> {
                    change.run();
                    return "/admin/bodies/" + required(code).code() + "?done=" + done;
                },
                "administration/body",
                model -> fill(model, code, typed),
                locale);
    }

    private void fill(Model model, String code, Typed typed) {
        Body body = required(code);
        List<Membership> all = memberships.ofBody(body.code());
        model.addAttribute("body", body);
        model.addAttribute("children", bodies.childrenOf(body.code()));
        model.addAttribute("seats", seats(all));
        model.addAttribute("today", today());
        model.addAttribute(
                "changes",
                changes.about(Stream.concat(Stream.of(body.code()), all.stream().map(Membership::seat))
                        .collect(Collectors.toSet())));
        model.addAttribute("typed", typed);
        List<Obligation> owed = obligations.of(body.code());
        model.addAttribute("obligations", owed);
        model.addAttribute(
                "names",
                accounts.namesOf(Stream.concat(
                                all.stream().map(Membership::account),
                                owed.stream().map(Obligation::justifiedBy))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
        List<Organisation> known = organisations.all();
        model.addAttribute(
                "choosable",
                known.stream().filter(each -> each.isActiveOn(today())).toList());
        model.addAttribute("organisations", known.stream().collect(Collectors.toMap(Organisation::code, each -> each)));
    }

    private static List<Seat> seats(List<Membership> all) {
        return all.stream()
                .filter(each -> each.validTo() == null && !each.interim())
                .map(open -> new Seat(
                        open.seat(),
                        open,
                        all.stream()
                                .filter(each -> each.seat().equals(open.seat()))
                                .toList()))
                .toList();
    }

    private Body required(String code) {
        return bodies.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String seatOf(String code, String seat) {
        return memberships
                .openOn(seat)
                .filter(open -> open.body().equals(code))
                .map(Membership::seat)
                .orElseThrow(() -> AdministrationRefusal.because("seat"));
    }

    /** The seat, where the person whom the reader saw still holds it. */
    private String heldBy(String code, String seat, String account) {
        return memberships
                .openOn(seatOf(code, seat))
                .filter(open -> account.equals(open.account()))
                .map(Membership::seat)
                .orElseThrow(() -> AdministrationRefusal.because("holder"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static LocalDate day(String typed) {
        return TypedDay.read(typed, "day");
    }
}
