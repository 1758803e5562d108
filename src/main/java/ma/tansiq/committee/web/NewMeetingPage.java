package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.MeetingRef;
import ma.tansiq.committee.meeting.Opening;
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
        return form(body, "", reader.getName(), model);
    }

    @PostMapping("/coordination/meetings/new")
    ModelAndView open(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String motive,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String decisionReference,
            @RequestParam(defaultValue = "") String decidedOn,
            Principal secretary,
            Model model,
            Locale locale) {
        try {
            MeetingRef opened = byDecision(body)
                    ? meetings.openByDecision(body, decisionReference, decidedOn, secretary.getName())
                    : meetings.open(body, Opening.of(motive, seen), secretary.getName());
            return new ModelAndView("redirect:/coordination/meetings/" + opened.value() + "?done=opened");
        } catch (Refusal refusal) {
            String view = form(body, motive, secretary.getName(), model);
            model.addAttribute("decisionReference", decisionReference);
            model.addAttribute("decidedOn", decidedOn);
            return refusals.again(view, refusal, model, locale);
        }
    }

    /** Of a body that meets by decision each session has a decision of its own, which cannot be sent twice. */
    private String form(String chosen, String motive, String reader, Model model) {
        List<Body> own = offered.bodiesToConvene(scopes.of(reader));
        if (own.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        String body = own.size() == 1 ? own.get(0).code() : chosen;
        boolean asked = own.stream().anyMatch(each -> each.code().equals(body) && !each.meetsByDecision());
        List<Meeting> others = asked ? meetings.openOf(body) : List.of();
        model.addAttribute("bodies", own);
        model.addAttribute(
                "byDecision", own.stream().filter(Body::meetsByDecision).toList());
        model.addAttribute("body", body);
        model.addAttribute("others", others);
        model.addAttribute("seen", others.stream().map(Meeting::reference).collect(Collectors.joining(",")));
        model.addAttribute("motive", motive);
        return "committee/new-meeting";
    }

    private boolean byDecision(String body) {
        return bodies.find(body).filter(Body::meetsByDecision).isPresent();
    }
}
