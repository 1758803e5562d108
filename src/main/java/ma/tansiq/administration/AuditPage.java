package ma.tansiq.administration;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What administrators changed, by whom and when, for administrators and auditors. */
@Controller
class AuditPage {

    private static final int PAGE = 50;

    private final ChangeLines changes;

    AuditPage(ChangeLines changes) {
        this.changes = changes;
    }

    @GetMapping("/admin/audit")
    String show(@RequestParam(defaultValue = "") String page, Model model) {
        int number = page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
        var found = changes.latest(number * PAGE, PAGE + 1);
        model.addAttribute("page", number);
        model.addAttribute("more", found.size() > PAGE);
        model.addAttribute("changes", found.stream().limit(PAGE).toList());
        return "administration/audit";
    }
}
