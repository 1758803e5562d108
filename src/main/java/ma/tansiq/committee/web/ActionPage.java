package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.action.ActionExtensions;
import ma.tansiq.committee.action.ActionManagement;
import ma.tansiq.committee.action.ActionReports;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import ma.tansiq.engine.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * One action: where it comes from, what its owner reported, the files that show it, who was reminded. Its owner adds
 * files here; secretary and chair cancel it here, or give it more time.
 */
@Controller
@RequestMapping("/coordination/actions/{reference}")
class ActionPage {

    private static final Set<String> DONE = Set.of("evidence", "cancelled", "extended");

    private final ActionFiles files;
    private final ActionManagement actions;
    private final TaskTimeline timeline;
    private final Bodies bodies;
    private final Scopes scopes;
    private final Offered offered;
    private final Tasks tasks;
    private final TaskLines lines;
    private final Accounts accounts;
    private final Refusals refusals;

    @SuppressWarnings("TooManyParameters")
    ActionPage(
            ActionFiles files,
            ActionManagement actions,
            TaskTimeline timeline,
            Bodies bodies,
            Scopes scopes,
            Offered offered,
            Tasks tasks,
            TaskLines lines,
            Accounts accounts,
            Refusals refusals) {
        this.files = files;
        this.actions = actions;
        this.timeline = timeline;
        this.bodies = bodies;
        this.scopes = scopes;
        this.offered = offered;
        this.tasks = tasks;
        this.lines = lines;
        this.accounts = accounts;
        this.refusals = refusals;
    }

    @GetMapping
    String show(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String done,
            Principal reader,
            Model model,
            Locale locale) {
        model.addAttribute("done", DONE.contains(done) ? done : null);
        fill(reference, reader.getName(), model, locale);
        return "committee/action";
    }

    @PostMapping("/evidence")
    ModelAndView addEvidence(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Principal by,
            Model model,
            Locale locale) {
        head(reference, by.getName());
        try {
            Uploads.pass(file, incoming -> actions.addEvidence(reference, incoming, by.getName()));
            return done(reference, "evidence");
        } catch (Refusal refusal) {
            fill(reference, by.getName(), model, locale);
            return refusals.again("committee/action", refusal, model, locale);
        }
    }

    @GetMapping("/cancel")
    String cancelForm(@PathVariable String reference, Principal reader, Model model) {
        return cancelForm(reference, "", reader.getName(), model);
    }

    @PostMapping("/cancel")
    ModelAndView cancel(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            Model model,
            Locale locale) {
        String view = cancelForm(reference, reason, by.getName(), model);
        try {
            actions.cancel(reference, reason, by.getName());
            return done(reference, "cancelled");
        } catch (Refusal refusal) {
            return refusals.again(view, refusal, model, locale);
        }
    }

    private String cancelForm(String reference, String reason, String reader, Model model) {
        changing(reference, reason, reader, model);
        return "committee/cancel-action";
    }

    @GetMapping("/extend")
    String extendForm(@PathVariable String reference, Principal reader, Model model) {
        return extendForm(reference, "", "", reader.getName(), model);
    }

    @PostMapping("/extend")
    ModelAndView extend(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String dueOn,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            Model model,
            Locale locale) {
        String view = extendForm(reference, dueOn, reason, by.getName(), model);
        try {
            actions.extend(reference, dueOn, reason, by.getName());
            return done(reference, "extended");
        } catch (Refusal refusal) {
            return refusals.again(view, refusal, model, locale);
        }
    }

    private String extendForm(String reference, String dueOn, String reason, String reader, Model model) {
        changing(reference, reason, reader, model);
        model.addAttribute("dueOn", dueOn);
        return "committee/extend-action";
    }

    private void changing(String reference, String reason, String reader, Model model) {
        ActionFile.Head head = head(reference, reader);
        if (!offered.secretaryOrChair(head.body(), reader)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("head", head);
        model.addAttribute("reason", reason);
    }

    /** Puts on the model what the page shows. */
    private void fill(String reference, String reader, Model model, Locale locale) {
        ActionFile.Head head = head(reference, reader);
        ActionFile file = files.find(reference, reader, offered.secrets(head.body(), reader))
                .orElseThrow();
        boolean followed = head.isOpen() && head.started();
        model.addAttribute("head", head);
        model.addAttribute("file", file);
        model.addAttribute("body", bodies.find(head.body()).orElseThrow());
        model.addAttribute("names", names(file));
        model.addAttribute("tasks", lines.of(tasks.openFor(reference), reader, locale));
        model.addAttribute("sent", timeline.sent(reference, locale));
        model.addAttribute(
                "ahead",
                timeline.ahead(reference, locale).stream()
                        .sorted(Moment.BY_TIME)
                        .toList());
        model.addAttribute(
                "mayAdd", followed && (head.owner().equals(reader) || offered.secretary(head.body(), reader)));
        model.addAttribute("mayChange", followed && offered.secretaryOrChair(head.body(), reader));
    }

    /** The action, if it is there and the reader's to see: as its meeting's page, and to its owner. */
    private ActionFile.Head head(String reference, String reader) {
        Scope scope = scopes.of(reader);
        ActionFile.Head found = files.head(reference, reader, false)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!scope.sees(found.body()) && !found.owner().equals(reader)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return offered.secrets(found.body(), reader)
                ? files.head(reference, reader, true).orElseThrow()
                : found;
    }

    private Map<String, String> names(ActionFile file) {
        Stream<String> reporters = file.reports().stream().map(ActionReports.Report::reportedBy);
        Stream<String> contributors = file.evidence().stream().map(ActionFile.Evidence::addedBy);
        return accounts.namesOf(Stream.of(
                        reporters,
                        file.extensions().stream().map(ActionExtensions.Extension::extendedBy),
                        contributors,
                        Stream.of(file.head().owner()),
                        Stream.ofNullable(file.head().closedBy()))
                .flatMap(each -> each)
                .collect(Collectors.toSet()));
    }

    private static ModelAndView done(String reference, String what) {
        return new ModelAndView("redirect:/coordination/actions/" + reference + "?done=" + what);
    }
}
