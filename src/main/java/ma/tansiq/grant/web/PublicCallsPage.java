package ma.tansiq.grant.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import ma.tansiq.grant.call.Call;
import ma.tansiq.grant.call.Calls;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The published calls, for everybody (rule E1). */
@Controller
class PublicCallsPage {

    private final Calls calls;
    private final Clock clock;

    PublicCallsPage(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** A call, and where its window stands: {@code coming}, {@code open} or {@code over}. */
    record Shown(Call call, String window) {

        static Shown of(Call call, Instant now) {
            if (call.isOpen(now)) {
                return new Shown(call, "open");
            }
            return new Shown(call, now.isBefore(call.terms().opensAt()) ? "coming" : "over");
        }
    }

    @GetMapping("/calls")
    String list(Model model) {
        Instant now = clock.instant();
        List<Shown> shown =
                calls.published().stream().map(each -> Shown.of(each, now)).toList();
        model.addAttribute("windows", List.of("open", "coming", "over"));
        model.addAttribute("calls", shown);
        return "grant/public-calls";
    }

    @GetMapping("/calls/{reference}")
    String one(@PathVariable String reference, Model model) {
        Call call = calls.find(reference)
                .filter(Call::isPublic)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("call", call);
        model.addAttribute("terms", call.terms());
        model.addAttribute("window", Shown.of(call, clock.instant()).window());
        return "grant/public-call";
    }
}
