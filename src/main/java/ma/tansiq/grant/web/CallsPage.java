package ma.tansiq.grant.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import ma.tansiq.grant.application.Application;
import ma.tansiq.grant.application.Applications;
import ma.tansiq.grant.call.Call;
import ma.tansiq.grant.call.CallKind;
import ma.tansiq.grant.call.CallManagement;
import ma.tansiq.grant.call.Calls;
import ma.tansiq.grant.envelope.Envelopes;
import ma.tansiq.strategy.Organisation;
import ma.tansiq.strategy.Organisations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Calls and the files that were submitted to them, for those who work on grants; officers begin a call here. */
@Controller
class CallsPage {

    private static final String LIST = "/coordination/grants";

    private final Calls calls;
    private final CallManagement management;
    private final Applications applications;
    private final Organisations organisations;
    private final Envelopes envelopes;
    private final GrantWorkers workers;
    private final Refusals refusals;

    CallsPage(
            Calls calls,
            CallManagement management,
            Applications applications,
            Organisations organisations,
            Envelopes envelopes,
            GrantWorkers workers,
            Refusals refusals) {
        this.calls = calls;
        this.management = management;
        this.applications = applications;
        this.organisations = organisations;
        this.envelopes = envelopes;
        this.workers = workers;
        this.refusals = refusals;
    }

    @GetMapping(LIST)
    String list(Principal reader, Model model) {
        boolean evaluator = workers.onlyEvaluates(reader.getName());
        model.addAttribute("evaluator", evaluator);
        model.addAttribute(
                "officer", !evaluator && workers.reader(reader.getName()).officer());
        model.addAttribute("calls", evaluator ? List.of() : calls.all());
        return "grant/calls";
    }

    @GetMapping(LIST + "/calls/new")
    String begin(Principal reader, Model model) {
        workers.require(workers.reader(reader.getName()).officer());
        return beginning(model, CallKind.ASSOCIATION, "");
    }

    @PostMapping(LIST + "/calls/new")
    Object begun(
            @RequestParam(defaultValue = "ASSOCIATION") CallKind kind,
            @RequestParam(defaultValue = "") String title,
            Principal reader,
            Model model,
            Locale locale) {
        workers.require(workers.reader(reader.getName()).officer());
        try {
            return "redirect:" + LIST + "/calls/" + management.begin(kind, title, reader.getName());
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusals.sentence(refusal, locale));
            return new ModelAndView(beginning(model, kind, title), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private static String beginning(Model model, CallKind kind, String title) {
        model.addAttribute("kinds", List.of(CallKind.values()));
        model.addAttribute("kind", kind);
        model.addAttribute("title", title);
        return "grant/new-call";
    }

    @GetMapping(LIST + "/calls/{reference}")
    String one(@PathVariable String reference, Principal reader, Model model, Locale locale) {
        workers.reader(reader.getName());
        Call call = calls.find(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Application> files = applications.submitted(reference);
        model.addAttribute("call", call);
        model.addAttribute("terms", call.drafted().orElse(null));
        model.addAttribute("position", call.isPublic() ? envelopes.position(reference) : null);
        model.addAttribute("files", files);
        model.addAttribute("names", names(files, locale));
        return "grant/call";
    }

    private Map<String, String> names(List<Application> files, Locale locale) {
        List<String> codes =
                files.stream().map(Application::organisation).distinct().toList();
        return codes.isEmpty()
                ? Map.of()
                : organisations.find(codes).stream()
                        .collect(Collectors.toMap(Organisation::code, each -> each.name(locale)));
    }
}
