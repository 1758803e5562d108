package ma.tansiq.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.committee.closing.ProgrammeClosing;
import ma.tansiq.identity.CurrentUser;
import ma.tansiq.strategy.Programme;
import ma.tansiq.strategy.ProgrammeAct;
import ma.tansiq.strategy.ProgrammeActs;
import ma.tansiq.strategy.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The programmes of the strategy, and the acts that merge or close them with all that is open there (rule A1b). */
@Controller
@RequestMapping("/admin/programmes")
class ProgrammesPage {

    private final Programmes programmes;
    private final ProgrammeActs acts;
    private final ProgrammeClosing closing;
    private final ChangeLines changes;
    private final Submissions submissions;
    private final CurrentUser user;
    private final Clock clock;

    ProgrammesPage(
            Programmes programmes,
            ProgrammeActs acts,
            ProgrammeClosing closing,
            ChangeLines changes,
            Submissions submissions,
            CurrentUser user,
            Clock clock) {
        this.programmes = programmes;
        this.acts = acts;
        this.closing = closing;
        this.changes = changes;
        this.submissions = submissions;
        this.user = user;
        this.clock = clock;
    }

    /** What was sent, shown again when it was refused. */
    record Typed(MultiValueMap<String, String> sent) {

        static final Typed NOTHING = new Typed(new LinkedMultiValueMap<>());

        public String value(String name) {
            String value = sent.getFirst(name);
            return value == null ? "" : value;
        }

        public Set<String> all(String name) {
            return new LinkedHashSet<>(sent.getOrDefault(name, List.of()));
        }

        ProgrammeClosing.Act act() {
            return new ProgrammeClosing.Act(
                    number(value("into")), value("act"), TypedDay.read(value("on"), "day"), value("reason"));
        }

        ProgrammeClosing.Choice choice() {
            return new ProgrammeClosing.Choice(value("meetings").equals("finish"), all("matter"), all("action"));
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("programmes", programmes.all());
        model.addAttribute("acts", byNumber());
        return "administration/programmes";
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, @RequestParam(defaultValue = "") String done, Model model) {
        fill(model, required(number), Typed.NOTHING);
        model.addAttribute("done", done.equals("ended"));
        return "administration/programme";
    }

    @PostMapping("/{number}")
    ModelAndView end(@PathVariable String number, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        Programme programme = required(number);
        Typed typed = new Typed(sent);
        return submissions.answer(
                () -> {
                    closing.end(programme.number(), typed.act(), typed.choice(), user.requiredAccount());
                    return "/admin/programmes/" + programme.number() + "?done=ended";
                },
                "administration/programme",
                model -> fill(model, programme, typed),
                locale);
    }

    private void fill(Model model, Programme programme, Typed typed) {
        Map<Integer, ProgrammeAct> ended = byNumber();
        model.addAttribute("programme", programme);
        model.addAttribute("act", ended.get(programme.number()));
        model.addAttribute(
                "others",
                programmes.all().stream()
                        .filter(each -> each.number() != programme.number() && !ended.containsKey(each.number()))
                        .toList());
        model.addAttribute("open", closing.openIn(programme.number()));
        model.addAttribute("changes", changes.about(Set.of("P" + programme.number())));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("typed", typed);
    }

    private Map<Integer, ProgrammeAct> byNumber() {
        return acts.all().stream().collect(Collectors.toMap(ProgrammeAct::programme, Function.identity()));
    }

    private Programme required(String typed) {
        Integer number = number(typed);
        return java.util.Optional.ofNullable(number)
                .flatMap(programmes::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whatever is no number is no programme. */
    private static @Nullable Integer number(String typed) {
        return typed.isEmpty() ? null : typed.matches("\\d{1,6}") ? Integer.valueOf(typed) : Integer.valueOf(-1);
    }
}
