package ma.tansiq.committee.web;

import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Absence;
import ma.tansiq.committee.body.AbsenceManagement;
import ma.tansiq.committee.body.Absences;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a member, or the body's secretary, says who stands in during an absence (rule A1b). */
@Controller
@RequestMapping("/my-committees/absences")
class AbsencesPage {

    private static final Set<String> DONE = Set.of("announced", "ended");
    private static final Set<MemberRole> REPLACEABLE =
            Set.of(MemberRole.VICE_CHAIR, MemberRole.FULL_MEMBER, MemberRole.OBSERVER);

    private final AbsenceManagement management;
    private final Absences absences;
    private final Memberships memberships;
    private final Permissions permissions;
    private final Accounts accounts;
    private final Refusals refusals;
    private final Clock clock;

    AbsencesPage(
            AbsenceManagement management,
            Absences absences,
            Memberships memberships,
            Permissions permissions,
            Accounts accounts,
            Refusals refusals,
            Clock clock) {
        this.management = management;
        this.absences = absences;
        this.memberships = memberships;
        this.permissions = permissions;
        this.accounts = accounts;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Who may stand in for whom in which body. */
    record Choice(String body, String account, String substitute) {

        public String value() {
            return body + "/" + account + "/" + substitute;
        }

        static Choice read(String typed) {
            String[] parts = typed.split("/", -1);
            if (parts.length != 3) {
                throw CommitteeRefusal.because("missing.substitute");
            }
            return new Choice(parts[0], parts[1], parts[2]);
        }
    }

    /** @param to last day, included */
    record Typed(String choice, String from, String to) {

        static final Typed NOTHING = new Typed("", "", "");
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String done, Principal reader, Model model) {
        fill(model, reader.getName(), Typed.NOTHING);
        model.addAttribute("done", DONE.contains(done) ? done : null);
        return "committee/absences";
    }

    @PostMapping
    ModelAndView announce(
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Principal reader,
            Model model,
            Locale locale) {
        Runnable change = () -> {
            Choice chosen = Choice.read(choice);
            management.announce(
                    chosen.body(), chosen.account(), chosen.substitute(), day(from), day(to), reader.getName());
        };
        return answer(change, "announced", new Typed(choice, from, to), reader.getName(), model, locale);
    }

    @PostMapping("/{id}/end")
    ModelAndView end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String seen,
            Principal reader,
            Model model,
            Locale locale) {
        int version = seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
        return answer(
                () -> management.end(id, version, reader.getName()),
                "ended",
                Typed.NOTHING,
                reader.getName(),
                model,
                locale);
    }

    private ModelAndView answer(Runnable change, String done, Typed typed, String reader, Model model, Locale locale) {
        try {
            change.run();
            return new ModelAndView("redirect:/my-committees/absences?done=" + done);
        } catch (RuntimeException failed) {
            Refusal refusal = Refusals.in(failed).orElseThrow(() -> failed);
            fill(model, reader, typed);
            return refusals.again("committee/absences", refusal, model, locale);
        }
    }

    private void fill(Model model, String reader, Typed typed) {
        LocalDate today = LocalDate.now(clock);
        List<Membership> around = memberships.activeAround(reader, today);
        Set<String> bodies =
                new LinkedHashSet<>(around.stream().map(Membership::body).toList());
        List<Choice> choices = choices(reader, around, bodies);
        List<Absence> shown = absences.from(today, bodies).stream()
                .filter(each -> Stream.of(each.account(), each.substitute()).anyMatch(reader::equals)
                        || permissions.actsAsSecretary(each.body(), reader))
                .toList();
        model.addAttribute("choices", choices);
        model.addAttribute("absences", shown);
        model.addAttribute("reader", reader);
        model.addAttribute("names", names(choices, shown));
        model.addAttribute("today", today);
        model.addAttribute("typed", typed);
    }

    private List<Choice> choices(String reader, List<Membership> around, Set<String> bodies) {
        List<Choice> choices = new ArrayList<>();
        for (String body : bodies) {
            boolean secretary = permissions.actsAsSecretary(body, reader);
            List<Membership> seats =
                    around.stream().filter(each -> each.body().equals(body)).toList();
            seats.stream()
                    .filter(each -> REPLACEABLE.contains(each.role()))
                    .flatMap(each -> Stream.ofNullable(each.account()))
                    .filter(account -> secretary || account.equals(reader))
                    .distinct()
                    .forEach(account -> memberships.alternatesOf(account, seats).stream()
                            .sorted()
                            .forEach(substitute -> choices.add(new Choice(body, account, substitute))));
        }
        return choices;
    }

    private Map<String, String> names(List<Choice> choices, List<Absence> shown) {
        Set<String> all = new LinkedHashSet<>();
        choices.forEach(each -> all.addAll(List.of(each.account(), each.substitute())));
        shown.forEach(each -> all.addAll(List.of(each.account(), each.substitute(), each.setBy())));
        return accounts.namesOf(all);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException notADay) {
            throw CommitteeRefusal.because("absenceDates");
        }
    }
}
