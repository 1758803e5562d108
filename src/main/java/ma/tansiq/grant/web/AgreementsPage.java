package ma.tansiq.grant.web;

import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import ma.tansiq.grant.agreement.Agreement;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** All agreements and decisions on grants, with filters that the address keeps. */
@Controller
class AgreementsPage {

    private static final int PAGE = 50;
    private static final int LAST_PAGE = 10_000;

    private final AgreementLines lines;
    private final GrantWorkers workers;

    AgreementsPage(AgreementLines lines, GrantWorkers workers) {
        this.lines = lines;
        this.workers = workers;
    }

    @GetMapping("/coordination/grants/agreements")
    String show(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") String page,
            Principal reader,
            Model model) {
        workers.reader(reader.getName());
        List<String> states =
                Stream.of(Agreement.Status.values()).map(Enum::name).toList();
        String wanted = states.contains(status) ? status : "";
        String words = text.strip().substring(0, Math.min(text.strip().length(), 200));
        int number = page.matches("[0-9]{1,5}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
        List<AgreementLines.Line> found = lines.find(wanted, words, number * PAGE, PAGE + 1);
        model.addAttribute("states", states);
        model.addAttribute("status", wanted);
        model.addAttribute("text", words);
        model.addAttribute("page", number);
        model.addAttribute("more", found.size() > PAGE);
        model.addAttribute("agreements", found.stream().limit(PAGE).toList());
        model.addAttribute(
                "address",
                UriComponentsBuilder.fromPath("/coordination/grants/agreements")
                        .queryParam("status", "{status}")
                        .queryParam("text", "{text}")
                        .encode()
                        .buildAndExpand(wanted, words)
                        .toUriString());
        return "grant/agreements";
    }
}
