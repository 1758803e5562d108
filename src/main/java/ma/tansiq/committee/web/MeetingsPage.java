package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.List;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of meetings; its filters stand in the address. */
@Controller
class MeetingsPage {

    private static final List<String> STATES =
            List.of("OPEN", "OPENED", "PLANNED", "CONVENED", "HELD", "MINUTES_DRAFT", "MINUTES_APPROVED", "CANCELLED");

    private final MeetingOverviews meetings;
    private final Bodies bodies;
    private final Scopes scopes;
    private final Offered offered;

    MeetingsPage(MeetingOverviews meetings, Bodies bodies, Scopes scopes, Offered offered) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.scopes = scopes;
        this.offered = offered;
    }

    @GetMapping("/coordination/meetings")
    String list(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "0") int page,
            Principal reader,
            Model model) {
        Scope scope = scopes.of(reader.getName());
        if (scope.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        MeetingFilter filter = new MeetingFilter(body, status, year, page);
        List<MeetingOverview> found = meetings.find(filter, scope);
        model.addAttribute("filter", filter);
        model.addAttribute("meetings", found.stream().limit(MeetingFilter.PAGE).toList());
        model.addAttribute("more", found.size() > MeetingFilter.PAGE);
        model.addAttribute("states", STATES);
        List<Body> visible =
                bodies.all().stream().filter(each -> scope.sees(each.code())).toList();
        model.addAttribute("bodies", visible);
        model.addAttribute("bodiesByCode", visible.stream().collect(Collectors.toMap(Body::code, each -> each)));
        model.addAttribute("mayOpen", !offered.bodiesToConvene(scope).isEmpty());
        return "committee/meetings";
    }
}
