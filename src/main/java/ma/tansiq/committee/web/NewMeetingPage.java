package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.MeetingRef;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where a secretary opens a meeting: the reference is allotted and the process begins. */
@Controller
class NewMeetingPage {

    private final MeetingManagement meetings;
    private final Bodies bodies;
    private final Offered offered;
    private final Scopes scopes;
    private final Refusals refusals;

    NewMeetingPage(MeetingManagement meetings, Bodies bodies, Offered offered, Scopes scopes, Refusals refusals) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.offered = offered;
        this.scopes = scopes;
        this.refusals = refusals;
    }

    @GetMapping("/coordination/meetings/new")
    String form(@RequestParam(defaultValue = "") String body, Principal reader, Model model) {
        List<Body> own = offered.bodiesToConvene(scopes.of(reader.getName()));
        if (own.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("bodies", own);
        model.addAttribute(
                "byDecision", own.stream().filter(Body::meetsByDecision).toList());
        model.addAttribute("body", body);
        return "committee/new-meeting";
    }

    @PostMapping("/coordination/meetings/new")
    ModelAndView open(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String decisionReference,
            @RequestParam(defaultValue = "") String decidedOn,
            Principal secretary,
            Model model,
            Locale locale) {
        try {
            MeetingRef opened = byDecision(body)
                    ? meetings.openByDecision(body, decisionReference, decidedOn, secretary.getName())
                    : meetings.open(body, secretary.getName());
            return new ModelAndView("redirect:/coordination/meetings/" + opened.value() + "?done=opened");
        } catch (Refusal refusal) {
            String view = form(body, secretary, model);
            model.addAttribute("decisionReference", decisionReference);
            model.addAttribute("decidedOn", decidedOn);
            return refusals.again(view, refusal, model, locale);
        }
    }

    private boolean byDecision(String body) {
        return bodies.find(body).filter(Body::meetsByDecision).isPresent();
    }
}
