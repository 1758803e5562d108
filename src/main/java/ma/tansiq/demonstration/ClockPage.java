package ma.tansiq.demonstration;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.tansiq.engine.Acting;
import ma.tansiq.engine.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /demo/clock}: coordinators and administrators of the demonstration move its clock. */
@Controller
@Profile("demonstration & !replay")
@RequestMapping("/demo/clock")
class ClockPage {

    private static final Set<String> ALLOWED = Set.of("coordinator", "camunda-admin");

    private static final int SHOWN_AHEAD = 6;

    /** More lines than this of one kind are only counted. */
    private static final int MOST_LINES = 100;

    private final DemonstrationClock clock;
    private final Acting acting;
    private final Refusals refusals;
    private final MessageSource messages;

    ClockPage(DemonstrationClock clock, Acting acting, Refusals refusals, MessageSource messages) {
        this.clock = clock;
        this.acting = acting;
        this.refusals = refusals;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@Nullable Principal reader) {
        refuseOthers(reader);
        return page(HttpStatus.OK, new ClockRequest(null, null), Map.of());
    }

    @PostMapping
    Object advance(
            @RequestParam(required = false) @Nullable String advance,
            @RequestParam(required = false) @Nullable String to,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            @Nullable Principal reader,
            Locale locale) {
        refuseOthers(reader);
        ClockRequest request = new ClockRequest(advance, to);
        try {
            Advance done = clock.advance(request);
            return wantsJson(accept)
                    ? ResponseEntity.ok(done)
                    : page(HttpStatus.OK, new ClockRequest(null, null), Map.of("advance", done));
        } catch (ClockRefusal refusal) {
            String sentence = refusals.sentence(refusal, locale);
            return wantsJson(accept)
                    ? ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, sentence))
                            .build()
                    : page(HttpStatus.UNPROCESSABLE_ENTITY, request, Map.of("refusal", sentence));
        }
    }

    private ModelAndView page(HttpStatus status, ClockRequest typed, Map<String, ?> outcome) {
        ModelAndView page = new ModelAndView("demonstration/clock", status);
        page.addObject("now", clock.now().toInstant());
        page.addObject("typed", typed);
        page.addObject("upcoming", clock.next(SHOWN_AHEAD));
        page.addObject("most", MOST_LINES);
        page.addObject("holders", new HolderNames(messages, LocaleContextHolder.getLocale()));
        page.addAllObjects(outcome);
        return page;
    }

    private void refuseOthers(@Nullable Principal reader) {
        if (reader == null || acting.groupsOf(reader.getName()).stream().noneMatch(ALLOWED::contains)) {
            throw new AccessDeniedException("the clock is for coordinators and administrators");
        }
    }

    private static boolean wantsJson(String accept) {
        List<MediaType> types = MediaType.parseMediaTypes(accept);
        return types.stream().anyMatch(MediaType.APPLICATION_JSON::equalsTypeAndSubtype)
                && types.stream().noneMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }
}
