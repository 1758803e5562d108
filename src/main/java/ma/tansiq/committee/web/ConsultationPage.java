package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import ma.tansiq.committee.consultation.ConsultationManagement;
import ma.tansiq.committee.consultation.Consultations;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
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

/** Where a secretary puts a matter to the members in writing, or withdraws it from them (rule B7). */
@Controller
@RequestMapping("/coordination/matters/{reference}/consultation")
class ConsultationPage {

    private final MatterAccess access;
    private final ConsultationManagement management;
    private final Consultations consultations;
    private final Offered offered;
    private final Refusals refusals;

    ConsultationPage(
            MatterAccess access,
            ConsultationManagement management,
            Consultations consultations,
            Offered offered,
            Refusals refusals) {
        this.access = access;
        this.management = management;
        this.consultations = consultations;
        this.offered = offered;
        this.refusals = refusals;
    }

    @GetMapping
    String form(@PathVariable String reference, Principal reader, Model model) {
        MatterFile file = access.file(reference, reader.getName());
        if (!offered.secretary(file.head().body(), reader.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("head", file.head());
        return "committee/consultation";
    }

    @PostMapping
    ModelAndView open(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String proposal,
            @RequestParam(defaultValue = "false") boolean urgent,
            @RequestParam(defaultValue = "") String motive,
            @RequestParam(defaultValue = "false") boolean money,
            Principal by,
            Model model,
            Locale locale) {
        String view = form(reference, by, model);
        try {
            management.open(
                    reference, new ConsultationManagement.Question(proposal, urgent, motive, money), by.getName());
            return done(reference, "consulted");
        } catch (Refusal refusal) {
            model.addAllAttributes(Map.of("proposal", proposal, "urgent", urgent, "motive", motive, "money", money));
            return refusals.again(view, refusal, model, locale);
        }
    }

    @GetMapping("/{consultation}/withdrawal")
    String withdrawalForm(
            @PathVariable String reference, @PathVariable String consultation, Principal reader, Model model) {
        String body = access.file(reference, reader.getName()).head().body();
        boolean ofMatter = consultations
                .findById(consultation)
                .filter(each -> each.matter().equals(reference))
                .isPresent();
        if (!ofMatter) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!offered.secretary(body, reader.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("matter", reference);
        model.addAttribute("kind", "consultation");
        model.addAttribute("asked", consultation);
        return "committee/withdrawal";
    }

    @PostMapping("/{consultation}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String reference,
            @PathVariable String consultation,
            @RequestParam(defaultValue = "") String motive,
            Principal by,
            Model model,
            Locale locale) {
        String view = withdrawalForm(reference, consultation, by, model);
        try {
            management.withdraw(consultation, motive, by.getName());
            return done(reference, "withdrawn");
        } catch (Refusal refusal) {
            model.addAttribute("motive", motive);
            return refusals.again(view, refusal, model, locale);
        }
    }

    private static ModelAndView done(String reference, String what) {
        return new ModelAndView("redirect:/coordination/matters/" + reference + "?done=" + what);
    }
}
