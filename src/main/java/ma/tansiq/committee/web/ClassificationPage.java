package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import ma.tansiq.committee.matter.Classification;
import ma.tansiq.committee.matter.NamedPeople;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Matter.Confidentiality;
import ma.tansiq.committee.opinion.Advisers;
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

/** Where chair or secretary say how confidential a matter is, and who is named for a secret one (rule B8). */
@Controller
@RequestMapping("/coordination/matters/{reference}/confidentiality")
class ClassificationPage {

    private final MatterAccess access;
    private final Classification classification;
    private final NamedPeople named;
    private final Advisers advisers;
    private final Offered offered;
    private final Refusals refusals;

    ClassificationPage(
            MatterAccess access,
            Classification classification,
            NamedPeople named,
            Advisers advisers,
            Offered offered,
            Refusals refusals) {
        this.access = access;
        this.classification = classification;
        this.named = named;
        this.advisers = advisers;
        this.offered = offered;
        this.refusals = refusals;
    }

    @GetMapping
    String form(@PathVariable String reference, Principal reader, Model model, Locale locale) {
        MatterFile file = access.file(reference, reader.getName());
        if (!offered.secrets(file.head().body(), reader.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("head", file.head());
        model.addAttribute("levels", Confidentiality.values());
        model.addAttribute("level", file.head().confidentiality());
        model.addAttribute("people", advisers.people(locale));
        model.addAttribute("named", named.of(reference));
        return "committee/confidentiality";
    }

    @PostMapping
    ModelAndView classify(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") List<String> people,
            Principal by,
            Model model,
            Locale locale) {
        String view = form(reference, by, model, locale);
        try {
            classification.classify(reference, level(level), Set.copyOf(people), by.getName());
            return new ModelAndView("redirect:/coordination/matters/" + reference + "?done=classified");
        } catch (Refusal refusal) {
            model.addAttribute("level", level);
            model.addAttribute("named", people);
            return refusals.again(view, refusal, model, locale);
        }
    }

    private static Confidentiality level(String typed) {
        return Stream.of(Confidentiality.values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> CommitteeRefusal.because("missing.level"));
    }
}
