package ma.tansiq.dashboard;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.committee.session.BallotManagement;
import ma.tansiq.committee.web.ActionOverviews;
import ma.tansiq.committee.web.MeetingOverviews;
import ma.tansiq.committee.web.Papers;
import ma.tansiq.committee.web.TaskLines;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A member's own page, across all bodies: what to do, which meetings come, which papers there are. */
@Controller
class MyCommitteesPage {

    private final Bodies bodies;
    private final Memberships memberships;
    private final MeetingOverviews meetings;
    private final ActionOverviews actions;
    private final Papers papers;
    private final BallotManagement ballots;
    private final Scopes scopes;
    private final Tasks tasks;
    private final TaskLines lines;
    private final Accounts accounts;
    private final Clock clock;

    MyCommitteesPage(
            Bodies bodies,
            Memberships memberships,
            MeetingOverviews meetings,
            ActionOverviews actions,
            Papers papers,
            BallotManagement ballots,
            Scopes scopes,
            Tasks tasks,
            TaskLines lines,
            Accounts accounts,
            Clock clock) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.meetings = meetings;
        this.actions = actions;
        this.papers = papers;
        this.ballots = ballots;
        this.scopes = scopes;
        this.tasks = tasks;
        this.lines = lines;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/my-committees")
    String mine(Principal reader, Model model, Locale locale) {
        String account = reader.getName();
        Scope scope = scopes.of(account);
        LocalDate today = LocalDate.now(clock);
        Map<String, Body> byCode = bodies.all().stream().collect(Collectors.toMap(Body::code, body -> body));
        model.addAttribute("today", today);
        model.addAttribute("bodiesByCode", byCode);
        model.addAttribute(
                "tasks", lines.of(tasks.openForAccount(account, accounts.groupsOf(account)), account, locale));
        model.addAttribute("ballots", ballots.waitingFor(account));
        model.addAttribute("meetings", meetings.ahead(scope));
        model.addAttribute("actions", actions.ownedOpen(scope));
        model.addAttribute("papers", papers.latest(scope));
        model.addAttribute("seats", seats(account, today));
        return "dashboard/my-committees";
    }

    private List<Membership> seats(String account, LocalDate today) {
        return memberships.ofAccount(account).stream()
                .filter(seat -> seat.isActiveOn(today))
                .toList();
    }
}
