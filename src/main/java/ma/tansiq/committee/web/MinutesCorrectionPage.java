package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.Locale;
import ma.tansiq.committee.minutes.MinutesManagement;
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

/** Where the secretary opens a correction of sealed minutes, with its motive (rule C5). */
@Controller
@RequestMapping("/coordination/meetings/{reference}/correction")
class MinutesCorrectionPage {

    private final MinutesManagement minutes;
    private final MeetingHeads heads;
    private final Refusals refusals;

    MinutesCorrectionPage(MinutesManagement minutes, MeetingHeads heads, Refusals refusals) {
        this.minutes = minutes;
        this.heads = heads;
        this.refusals = refusals;
    }

    @GetMapping
    String form(@PathVariable String reference, Principal reader, Model model) {
        model.addAttribute("head", heads.forSecretary(reference, reader));
        return "committee/correction";
    }

    @PostMapping
    ModelAndView open(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String motive,
            Principal secretary,
            Model model,
            Locale locale) {
        String view = form(reference, secretary, model);
        try {
            minutes.correct(reference, motive, secretary.getName());
            return new ModelAndView("redirect:/coordination/meetings/" + reference + "?done=correction");
        } catch (Refusal refusal) {
            model.addAttribute("motive", motive);
            return refusals.again(view, refusal, model, locale);
        }
    }
}
