package ma.tansiq.committee.web;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import ma.tansiq.committee.opinion.Advisers;
import ma.tansiq.committee.opinion.OpinionManagement;
import ma.tansiq.committee.opinion.OpinionRequests;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where a secretary asks a ministry or partner for an opinion on a matter, or withdraws the request (rule B6). */
@Controller
@RequestMapping("/coordination/matters/{reference}/opinion")
class OpinionPage {

    private final MatterAccess access;
    private final OpinionManagement management;
    private final OpinionRequests requests;
    private final Advisers advisers;
    private final Offered offered;
    private final Refusals refusals;

    OpinionPage(
            MatterAccess access,
            OpinionManagement management,
            OpinionRequests requests,
            Advisers advisers,
            Offered offered,
            Refusals refusals) {
        this.access = access;
        this.management = management;
        this.requests = requests;
        this.advisers = advisers;
        this.offered = offered;
        this.refusals = refusals;
    }

    @GetMapping
    String form(@PathVariable String reference, Principal reader, Model model, Locale locale) {
        MatterFile file = access.file(reference, reader.getName());
        requireSecretary(file.head().body(), reader.getName());
        model.addAttribute("head", file.head());
        model.addAttribute("advisers", advisers.choices(locale));
        return "committee/opinion";
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String adviser,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String until,
            Principal by,
            Model model,
            Locale locale) {
        String view = form(reference, by, model, locale);
        try {
            management.request(reference, adviser, question, day(until), by.getName());
            return done(reference, "opinion");
        } catch (Refusal refusal) {
            model.addAllAttributes(Map.of("adviser", adviser, "question", question, "until", until));
            return refusals.again(view, refusal, model, locale);
        }
    }

    @GetMapping("/{request}/withdrawal")
    String withdrawalForm(@PathVariable String reference, @PathVariable String request, Principal reader, Model model) {
        access.file(reference, reader.getName());
        String body = requests.findById(request)
                .filter(each -> each.matter().equals(reference))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .body();
        requireSecretary(body, reader.getName());
        model.addAttribute("matter", reference);
        model.addAttribute("asked", request);
        model.addAttribute("kind", "opinion");
        return "committee/withdrawal";
    }

    @PostMapping("/{request}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String reference,
            @PathVariable String request,
            @RequestParam(defaultValue = "") String motive,
            Principal by,
            Model model,
            Locale locale) {
        String view = withdrawalForm(reference, request, by, model);
        try {
            management.withdraw(request, motive, by.getName());
            return done(reference, "opinion-withdrawn");
        } catch (Refusal refusal) {
            model.addAttribute("motive", motive);
            return refusals.again(view, refusal, model, locale);
        }
    }

    private void requireSecretary(String body, String reader) {
        if (!offered.secretary(body, reader)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** What is no day counts as none. */
    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static ModelAndView done(String reference, String what) {
        return new ModelAndView("redirect:/coordination/matters/" + reference + "?done=" + what);
    }
}
