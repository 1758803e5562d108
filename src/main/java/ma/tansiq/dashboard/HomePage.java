package ma.tansiq.dashboard;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The public home: what this strategy is and who governs it, from what is on record. */
@Controller
class HomePage {

    private final Governance governance;

    HomePage(Governance governance) {
        this.governance = governance;
    }

    @GetMapping("/")
    String home(Model model, Locale locale) {
        model.addAttribute("strategy", governance.strategy(locale).orElse(null));
        model.addAttribute("figures", governance.figures());
        model.addAttribute("levels", governance.levels(locale));
        return "dashboard/home";
    }
}
