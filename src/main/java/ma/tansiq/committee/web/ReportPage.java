package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.Locale;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.committee.progress.ProgressReport;
import ma.tansiq.committee.progress.ProgressReports;
import ma.tansiq.committee.progress.ProgressSummaries;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Tasks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One programme's report of a quarter, for its committee and for the body that it feeds. */
@Controller
class ReportPage {

    private final ProgressReports reports;
    private final ProgressSummaries summaries;
    private final Bodies bodies;
    private final Scopes scopes;
    private final Accounts accounts;
    private final Tasks tasks;
    private final TaskLines lines;

    ReportPage(
            ProgressReports reports,
            ProgressSummaries summaries,
            Bodies bodies,
            Scopes scopes,
            Accounts accounts,
            Tasks tasks,
            TaskLines lines) {
        this.reports = reports;
        this.summaries = summaries;
        this.bodies = bodies;
        this.scopes = scopes;
        this.accounts = accounts;
        this.tasks = tasks;
        this.lines = lines;
    }

    @GetMapping("/coordination/reports/{reference}")
    String show(@PathVariable String reference, Principal reader, Model model, Locale locale) {
        ProgressReport report =
                reports.findById(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Scope scope = scopes.of(reader.getName());
        if (!scope.seesReference(reference) && !scope.seesReference(report.review())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("report", report);
        model.addAttribute("body", bodies.find(report.body()).orElseThrow());
        model.addAttribute(
                "programme",
                summaries.of(report.review()).orElseThrow().programmes().stream()
                        .filter(each -> each.report().reference().equals(reference))
                        .findFirst()
                        .orElseThrow());
        model.addAttribute(
                "names",
                accounts.namesOf(Stream.concat(report.submittedBy().stream(), report.validatedBy().stream())
                        .collect(java.util.stream.Collectors.toSet())));
        model.addAttribute("tasks", lines.of(tasks.openFor(reference), reader.getName(), locale));
        return "committee/report";
    }
}
