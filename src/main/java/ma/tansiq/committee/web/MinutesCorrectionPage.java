package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.Locale;
import ma.tansiq.committee.minutes.MinutesManagement;
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

/** Where the secretary opens a correction of sealed minutes, with its motive (rule C5). */
@Controller
@RequestMapping("/coordination/meetings/{reference}/correction")
class MinutesCorrectionPage {

    private final MinutesManagement minutes;
    private final MeetingFiles files;
    private final Offered offered;
    private final Refusals refusals;

    MinutesCorrectionPage(MinutesManagement minutes, MeetingFiles files, Offered offered, Refusals refusals) {
        this.minutes = minutes;
        this.files = files;
        this.offered = offered;
        this.refusals = refusals;
    }

    @GetMapping
    String form(@PathVariable String reference, Principal reader, Model model) {
        MeetingFile.Head head =
                files.head(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!offered.secretary(head.body(), reader.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("head", head);
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
            model.addAttribute("refusal", refusals.sentence(refusal, locale));
            model.addAttribute("motive", motive);
            return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }
}
