package ma.tansiq.committee.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.identity.People;
import ma.tansiq.identity.Person;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The calendars themselves, read by calendar programs that cannot sign in. What a person may see is looked up each time: a
 * mandate that ended ends the calendar too. Whatever is wrong with an address, the answer is the same 404.
 */
@Controller
class FeedPage {

    /** The name of the calendar of all bodies where the person sits. */
    static final String OWN = "me";

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final FeedTokens tokens;
    private final Sessions sessions;
    private final CalendarFeed feed;
    private final Bodies bodies;
    private final Scopes scopes;
    private final People people;
    private final MessageSource messages;

    FeedPage(
            FeedTokens tokens,
            Sessions sessions,
            CalendarFeed feed,
            Bodies bodies,
            Scopes scopes,
            People people,
            MessageSource messages) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.feed = feed;
        this.bodies = bodies;
        this.scopes = scopes;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping("/feeds/{name}.ics")
    ResponseEntity<byte[]> read(@PathVariable String name, @RequestParam(defaultValue = "") String token) {
        String account = tokens.owner(token).orElseThrow(FeedPage::nothingHere);
        Person person = people.find(account).orElseThrow(FeedPage::nothingHere);
        Locale language = person.language().orElse(Locale.FRENCH);
        Scope scope = scopes.of(account);
        List<Body> all = bodies.all();
        Set<String> shown = all.stream()
                .map(Body::code)
                .filter(scope::sees)
                .filter(each -> name.equals(OWN) || name.equals(each))
                .collect(Collectors.toSet());
        if (shown.isEmpty()) {
            throw nothingHere();
        }
        Map<String, String> names = all.stream().collect(Collectors.toMap(Body::code, each -> each.name(language)));
        String title =
                name.equals(OWN) ? messages.getMessage("feed.mine", null, language) : names.getOrDefault(name, name);
        String site = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .body(feed.of(title, sessions.of(shown), names, site).getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseStatusException nothingHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
