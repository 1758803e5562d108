package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.engine.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of actions; its filters stand in the address. */
@Controller
class ActionsPage {

    private static final List<String> STATES =
            List.of("OPEN", "LATE", "PLANNED", "IN_PROGRESS", "REPORTED_DONE", "DONE", "CANCELLED");

    private final ActionOverviews actions;
    private final Bodies bodies;
    private final Scopes scopes;
    private final Accounts accounts;

    ActionsPage(ActionOverviews actions, Bodies bodies, Scopes scopes, Accounts accounts) {
        this.actions = actions;
        this.bodies = bodies;
        this.scopes = scopes;
        this.accounts = accounts;
    }

    @GetMapping("/coordination/actions")
    String list(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "OPEN") String status,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "0") int page,
            Principal reader,
            Model model) {
        Scope scope = scopes.of(reader.getName());
        if (scope.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        ActionFilter filter = new ActionFilter(body, status, mine ? reader.getName() : "", page);
        List<ActionOverview> found = actions.find(filter, scope);
        model.addAttribute("filter", filter);
        model.addAttribute("mine", mine);
        model.addAttribute("actions", found.stream().limit(ActionFilter.PAGE).toList());
        model.addAttribute("more", found.size() > ActionFilter.PAGE);
        model.addAttribute("states", STATES);
        model.addAttribute(
                "bodies",
                bodies.all().stream().filter(each -> scope.sees(each.code())).toList());
        model.addAttribute("names", names(found));
        return "committee/actions";
    }

    private Map<String, String> names(List<ActionOverview> found) {
        return accounts.namesOf(found.stream().map(ActionOverview::owner).collect(Collectors.toSet()));
    }
}
