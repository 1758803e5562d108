package ma.tansiq.dashboard;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.committee.cadence.CadenceFigures;
import ma.tansiq.committee.cadence.CadenceOverviews;
import ma.tansiq.committee.web.MeetingOverviews;
import ma.tansiq.committee.web.TaskLine;
import ma.tansiq.committee.web.TaskLines;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Tasks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The overview: how meetings stand, which tasks are late or due, and who has them. */
@Controller
class CoordinationPage {

    private static final Duration SOON = Duration.ofDays(7);

    private final MeetingOverviews meetings;
    private final Bodies bodies;
    private final CadenceOverviews cadence;
    private final Scopes scopes;
    private final Tasks tasks;
    private final TaskLines lines;
    private final Clock clock;

    CoordinationPage(
            MeetingOverviews meetings,
            Bodies bodies,
            CadenceOverviews cadence,
            Scopes scopes,
            Tasks tasks,
            TaskLines lines,
            Clock clock) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.cadence = cadence;
        this.scopes = scopes;
        this.tasks = tasks;
        this.lines = lines;
        this.clock = clock;
    }

    @GetMapping("/coordination")
    String overview(@RequestParam(defaultValue = "") String body, Principal reader, Model model, Locale locale) {
        Scope scope = scopes.of(reader.getName());
        if (scope.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<TaskLine> open = lines.of(visible(scope, body), reader.getName(), locale);
        Instant soon = clock.instant().plus(SOON);
        List<Body> visible =
                bodies.all().stream().filter(each -> scope.sees(each.code())).toList();
        model.addAttribute("body", body);
        model.addAttribute("bodies", visible);
        model.addAttribute(
                "cadence",
                CadenceFigures.of(cadence.of(visible.stream()
                        .filter(each -> body.isEmpty() || body.equals(each.code()))
                        .toList())));
        model.addAttribute("everything", scope.everything());
        model.addAttribute("states", meetings.byStatus(body, scope));
        model.addAttribute("late", open.stream().filter(TaskLine::late).toList());
        model.addAttribute(
                "soon",
                open.stream()
                        .filter(task -> !task.late() && isBefore(task, soon))
                        .toList());
        model.addAttribute(
                "later",
                open.stream()
                        .filter(task -> !task.late() && !isBefore(task, soon))
                        .toList());
        return "dashboard/coordination";
    }

    private List<OpenTask> visible(Scope scope, String body) {
        return tasks.open().stream()
                .filter(task -> scope.seesReference(task.businessKey()))
                .filter(task -> body.isEmpty() || task.businessKey().startsWith(body + "-"))
                .toList();
    }

    private static boolean isBefore(TaskLine task, Instant limit) {
        return task.dueAt() != null && task.dueAt().isBefore(limit);
    }
}
