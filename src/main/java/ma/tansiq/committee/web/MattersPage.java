package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.List;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of matters: which wait for whom, and since when; its filters stand in the address. */
@Controller
class MattersPage {

    private final MatterOverviews matters;
    private final Bodies bodies;
    private final Scopes scopes;

    MattersPage(MatterOverviews matters, Bodies bodies, Scopes scopes) {
        this.matters = matters;
        this.bodies = bodies;
        this.scopes = scopes;
    }

    @GetMapping("/coordination/matters")
    String list(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "OPEN") String status,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "0") int page,
            Principal reader,
            Model model) {
        Scope scope = scopes.of(reader.getName());
        if (scope.isEmpty() && !matters.advises(scope)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        MatterFilter filter = MatterFilter.of(body, status, text, sort, page);
        List<MatterOverview> found = matters.find(filter, scope);
        model.addAttribute("filter", filter);
        model.addAttribute("matters", found.stream().limit(MatterFilter.PAGE).toList());
        model.addAttribute("more", found.size() > MatterFilter.PAGE);
        model.addAttribute("states", MatterFilter.STATES);
        model.addAttribute("sorts", MatterFilter.SORTS);
        model.addAttribute("bodies", bodies.all());
        return "committee/matters";
    }
}
