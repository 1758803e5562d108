package ma.tansiq.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The sign-in form. A refusal never says whether the name exists, and keeps the name that was typed. */
@Controller
class SignInPage {

    /** Session attribute with the name of the attempt that was refused. */
    static final String REFUSED_NAME = "tansiq.sign-in.name";

    @GetMapping("/login")
    String form(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String logout,
            @SessionAttribute(name = REFUSED_NAME, required = false) @Nullable String username,
            Model model) {
        model.addAttribute("refused", error != null);
        model.addAttribute("signedOut", logout != null);
        model.addAttribute("username", error == null ? "" : username);
        return "identity/login";
    }
}
