package ma.tansiq.administration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.tansiq.identity.CurrentUser;
import ma.tansiq.strategy.Confidence;
import ma.tansiq.strategy.OrganisationKind;
import ma.tansiq.strategy.StrategyEdit;
import ma.tansiq.strategy.StrategyEntries;
import ma.tansiq.strategy.StrategyEntry;
import ma.tansiq.strategy.StrategyEntry.Input;
import ma.tansiq.strategy.StrategyEntry.Kind;
import ma.tansiq.strategy.StrategyManagement;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The strategy as its file brought it: filling in what is unknown, confirming or correcting what is assumed. */
@Controller
@RequestMapping("/admin/strategy")
class StrategyPage {

    private final StrategyEntries entries;
    private final StrategyManagement management;
    private final ChangeLines changes;
    private final Submissions submissions;
    private final CurrentUser user;

    StrategyPage(
            StrategyEntries entries,
            StrategyManagement management,
            ChangeLines changes,
            Submissions submissions,
            CurrentUser user) {
        this.entries = entries;
        this.management = management;
        this.changes = changes;
        this.submissions = submissions;
        this.user = user;
    }

    /** The lists in the order of the strategy, each at its own address. */
    enum Part {
        GENERAL(Kind.STRATEGY),
        AIMS(Kind.AIM),
        PROGRAMMES(Kind.PROGRAMME),
        OBJECTIVES(Kind.OBJECTIVE),
        ORGANISATIONS(Kind.ORGANISATION),
        REGIONS(Kind.REGION);

        private final Kind kind;

        Part(Kind kind) {
            this.kind = kind;
        }

        public String address() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Part at(String address) {
            return Arrays.stream(values())
                    .filter(each -> each.address().equals(address))
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
    }

    /** How many entries a list has, and how many of them are still to be filled in or confirmed. */
    record Line(Part part, int all, long unknown, long assumed) {}

    /** @param seen version that the form was opened with */
    record Typed(int seen, Map<String, String> values, boolean sure, boolean leadSure, String reason) {

        static Typed of(StrategyEntry entry) {
            boolean leadSure = Optional.ofNullable(entry.leadConfidence())
                    .filter(lead -> !lead.isOpen())
                    .isPresent();
            return new Typed(
                    entry.version(), entry.values(), !entry.confidence().isOpen(), leadSure, "");
        }

        static Typed of(Map<String, String> sent) {
            String seen = sent.getOrDefault("seen", "");
            return new Typed(
                    seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1,
                    sent,
                    sent.containsKey("sure"),
                    sent.containsKey("lead-sure"),
                    sent.getOrDefault("reason", ""));
        }

        Typed afterReading(int version) {
            return new Typed(version, values, sure, leadSure, reason);
        }

        StrategyEdit edit() {
            return new StrategyEdit(seen, values, sure, leadSure, reason);
        }
    }

    @GetMapping
    String overview(Model model) {
        List<Line> lines = new ArrayList<>();
        for (Part part : Part.values()) {
            List<StrategyEntry> all = entries.all(part.kind);
            long unknown = all.stream()
                    .filter(each -> each.confidence() == Confidence.UNKNOWN)
                    .count();
            long open = all.stream().filter(StrategyEntry::isOpen).count();
            lines.add(new Line(part, all.size(), unknown, open - unknown));
        }
        model.addAttribute("lines", lines);
        return "administration/strategy";
    }

    @GetMapping("/{part}")
    String list(
            @PathVariable String part,
            @RequestParam(defaultValue = "") String open,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        Part shown = Part.at(part);
        List<StrategyEntry> all = entries.all(shown.kind);
        boolean onlyOpen = open.equals("true");
        model.addAttribute("part", shown);
        model.addAttribute("parts", Part.values());
        model.addAttribute("onlyOpen", onlyOpen);
        model.addAttribute("all", all.size());
        model.addAttribute("open", all.stream().filter(StrategyEntry::isOpen).count());
        model.addAttribute(
                "entries",
                all.stream().filter(each -> !onlyOpen || each.isOpen()).toList());
        model.addAttribute(
                "done",
                all.stream()
                        .map(StrategyEntry::key)
                        .filter(done::equals)
                        .findFirst()
                        .orElse(null));
        return "administration/strategy-list";
    }

    @GetMapping("/{part}/{key}")
    String entry(@PathVariable String part, @PathVariable String key, Model model) {
        fill(Part.at(part), key, null, model);
        return "administration/strategy-entry";
    }

    @PostMapping("/{part}/{key}")
    ModelAndView save(
            @PathVariable String part,
            @PathVariable String key,
            @RequestParam Map<String, String> sent,
            Locale locale) {
        Part shown = Part.at(part);
        Typed typed = Typed.of(sent);
        return submissions.answer(
                () -> {
                    management.change(shown.kind, key, typed.edit(), user.requiredAccount());
                    return "/admin/strategy/" + part + "?done=" + key;
                },
                "administration/strategy-entry",
                model -> fill(shown, key, typed, model),
                locale);
    }

    /** After a conflict the form counts as opened now: it shows what the other person saved beside what was typed. */
    private void fill(Part part, String key, @Nullable Typed typed, Model model) {
        StrategyEntry entry =
                entries.find(part.kind, key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Typed shown = typed == null ? Typed.of(entry) : typed;
        model.addAttribute("part", part);
        model.addAttribute("entry", entry);
        model.addAttribute("typed", Submissions.isConflict(model) ? shown.afterReading(entry.version()) : shown);
        model.addAttribute("options", options(part.kind));
        model.addAttribute("changes", changes.about(Set.of(entry.subject())));
    }

    /** What may be chosen, by kind of field. */
    private Map<String, Map<String, String>> options(Kind kind) {
        Map<String, Map<String, String>> options = new LinkedHashMap<>();
        if (kind == Kind.OBJECTIVE) {
            options.put(Input.PROGRAMME.name(), named(Kind.PROGRAMME));
        }
        if (kind == Kind.PROGRAMME || kind == Kind.ORGANISATION) {
            options.put(Input.ORGANISATION.name(), named(Kind.ORGANISATION));
        }
        if (kind == Kind.ORGANISATION) {
            Map<String, String> kinds = new LinkedHashMap<>();
            Arrays.stream(OrganisationKind.values()).forEach(each -> kinds.put(each.name(), ""));
            options.put(Input.ORGANISATION_KIND.name(), kinds);
        }
        return options;
    }

    private Map<String, String> named(Kind kind) {
        Map<String, String> names = new LinkedHashMap<>();
        entries.all(kind).forEach(each -> names.put(each.key(), each.value(kind.title())));
        return names;
    }
}
