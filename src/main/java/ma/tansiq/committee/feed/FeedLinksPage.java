package ma.tansiq.committee.feed;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where a person gets the addresses of their calendars, once, and withdraws them. */
@Controller
@RequestMapping("/my-committees/feeds")
class FeedLinksPage {

    private final FeedTokens tokens;
    private final Bodies bodies;
    private final Scopes scopes;
    private final MessageSource messages;

    FeedLinksPage(FeedTokens tokens, Bodies bodies, Scopes scopes, MessageSource messages) {
        this.tokens = tokens;
        this.bodies = bodies;
        this.scopes = scopes;
        this.messages = messages;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String done, Principal reader, Model model, Locale locale) {
        model.addAttribute("granted", tokens.of(reader.getName()).orElse(null));
        model.addAttribute("done", done.equals("revoked") ? done : null);
        if (model.getAttribute("token") instanceof String token) {
            model.addAttribute("addresses", addresses(reader.getName(), token, locale));
        }
        return "committee/feeds";
    }

    @PostMapping
    String renew(Principal reader, RedirectAttributes next) {
        next.addFlashAttribute("token", tokens.renew(reader.getName()));
        return "redirect:/my-committees/feeds";
    }

    @PostMapping("/revocation")
    String revoke(Principal reader) {
        tokens.revoke(reader.getName());
        return "redirect:/my-committees/feeds?done=revoked";
    }

    private Map<String, String> addresses(String account, String token, Locale locale) {
        Scope scope = scopes.of(account);
        List<Body> seen =
                bodies.all().stream().filter(each -> scope.sees(each.code())).toList();
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put(messages.getMessage("feed.mine", null, locale), address(FeedPage.OWN, token));
        seen.forEach(each -> addresses.put(each.name(locale), address(each.code(), token)));
        return addresses;
    }

    private static String address(String name, String token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/feeds/{name}.ics")
                .queryParam("token", token)
                .buildAndExpand(name)
                .toUriString();
    }
}
