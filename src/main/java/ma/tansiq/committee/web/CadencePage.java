package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.committee.cadence.CadenceFigures;
import ma.tansiq.committee.cadence.CadenceOverviews;
import ma.tansiq.committee.cadence.CadenceOverviews.Line;
import ma.tansiq.committee.cadence.Obligation;
import ma.tansiq.committee.cadence.Obligations;
import ma.tansiq.committee.cadence.ReferralClosings;
import ma.tansiq.engine.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The lists behind the figures on cadence (rule A2): who owes a meeting until when, what was held, what was missed. */
@Controller
class CadencePage {

    private static final int SETTLED = 50;

    private final CadenceOverviews overviews;
    private final Obligations obligations;
    private final ReferralClosings closings;
    private final Bodies bodies;
    private final Scopes scopes;
    private final Accounts accounts;

    CadencePage(
            CadenceOverviews overviews,
            Obligations obligations,
            ReferralClosings closings,
            Bodies bodies,
            Scopes scopes,
            Accounts accounts) {
        this.overviews = overviews;
        this.obligations = obligations;
        this.closings = closings;
        this.bodies = bodies;
        this.scopes = scopes;
        this.accounts = accounts;
    }

    @GetMapping("/coordination/cadence")
    String show(@RequestParam(defaultValue = "") String body, Principal reader, Model model) {
        Scope scope = scopes.of(reader.getName());
        if (scope.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<Body> visible = bodies.all().stream()
                .filter(each -> scope.sees(each.code()))
                .filter(each -> body.isEmpty() || body.equals(each.code()))
                .toList();
        List<Line> lines = overviews.of(visible);
        List<Body> programmes =
                CadenceFigures.programmes(lines).stream().map(Line::body).toList();
        List<Obligation> settled =
                obligations.settled(visible.stream().map(Body::code).toList(), SETTLED);
        model.addAttribute("body", body);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "closings",
                closings.of(lines.stream().map(line -> line.body().code()).toList()));
        model.addAttribute("figures", CadenceFigures.of(lines));
        model.addAttribute("held", overviews.heldThisYear(programmes));
        model.addAttribute("settled", settled);
        model.addAttribute("bodiesByCode", visible.stream().collect(Collectors.toMap(Body::code, each -> each)));
        model.addAttribute(
                "names",
                accounts.namesOf(settled.stream()
                        .map(Obligation::justifiedBy)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
        return "committee/cadence";
    }
}
