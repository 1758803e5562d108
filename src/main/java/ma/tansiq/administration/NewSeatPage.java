package ma.tansiq.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MemberCategory;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.body.SeatManagement;
import ma.tansiq.identity.CurrentUser;
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

/** Adds a seat to a body: whom nobody foresaw when the strategy's file was written. */
@Controller
class NewSeatPage {

    private final SeatManagement management;
    private final Bodies bodies;
    private final Memberships memberships;
    private final Organisations organisations;
    private final Submissions submissions;
    private final CurrentUser user;
    private final Clock clock;

    NewSeatPage(
            SeatManagement management,
            Bodies bodies,
            Memberships memberships,
            Organisations organisations,
            Submissions submissions,
            CurrentUser user,
            Clock clock) {
        this.management = management;
        this.bodies = bodies;
        this.memberships = memberships;
        this.organisations = organisations;
        this.submissions = submissions;
        this.user = user;
        this.clock = clock;
    }

    record Typed(
            String name,
            String role,
            String category,
            String organisation,
            String alternateOf,
            String day,
            String reason) {}

    @GetMapping("/admin/bodies/{code}/seat")
    String show(@PathVariable String code, Model model) {
        fill(model, code, new Typed("", "", "", "", "", today().toString(), ""));
        return "administration/seat";
    }

    @PostMapping("/admin/bodies/{code}/seat")
    ModelAndView add(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String alternateOf,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            Locale locale) {
        Typed typed = new Typed(name, role, category, organisation, alternateOf, day, reason);
        return submissions.answer(
                () -> {
                    management.add(required(code).code(), seat(typed), user.requiredAccount());
                    return "/admin/bodies/" + code + "?done=seat";
                },
                "administration/seat",
                model -> fill(model, code, typed),
                locale);
    }

    private static SeatManagement.NewSeat seat(Typed typed) {
        return new SeatManagement.NewSeat(
                typed.name(),
                named(MemberRole.values(), typed.role()),
                named(MemberCategory.values(), typed.category()),
                typed.organisation(),
                typed.alternateOf(),
                TypedDay.read(typed.day(), "day"),
                typed.reason());
    }

    private static <E extends Enum<E>> @Nullable E named(E[] all, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void fill(Model model, String code, Typed typed) {
        Body body = required(code);
        List<Membership> open = memberships.ofBody(body.code()).stream()
                .filter(each -> each.validTo() == null && !each.interim())
                .toList();
        boolean chaired = open.stream().anyMatch(each -> each.role() == MemberRole.CHAIR);
        model.addAttribute("body", body);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "roles",
                Arrays.stream(MemberRole.values())
                        .filter(each -> !chaired || each != MemberRole.CHAIR)
                        .toList());
        model.addAttribute("categories", MemberCategory.values());
        model.addAttribute(
                "replaceable",
                open.stream()
                        .filter(each -> each.role() != MemberRole.ALTERNATE)
                        .toList());
        model.addAttribute(
                "organisations",
                organisations.all().stream()
                        .filter(each -> each.isActiveOn(today()))
                        .toList());
    }

    private Body required(String code) {
        return bodies.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
