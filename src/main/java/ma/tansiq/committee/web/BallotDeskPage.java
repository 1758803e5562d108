package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Participants;
import ma.tansiq.committee.session.Ballot;
import ma.tansiq.committee.session.BallotManagement;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
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

/** Where a secretary or chair opens and closes secret ballots of a session; what was typed survives a refusal. */
@Controller
@RequestMapping("/coordination/meetings/{reference}/ballots")
class BallotDeskPage {

    private static final String VOICE = "voice.";
    private static final String ADDED = "added";

    private final BallotManagement ballots;
    private final Participants participants;
    private final MeetingHeads heads;
    private final ItemPapers items;
    private final Refusals refusals;

    BallotDeskPage(
            BallotManagement ballots,
            Participants participants,
            MeetingHeads heads,
            ItemPapers items,
            Refusals refusals) {
        this.ballots = ballots;
        this.participants = participants;
        this.heads = heads;
        this.items = items;
        this.refusals = refusals;
    }

    @GetMapping
    String show(@PathVariable String reference, Principal reader, Model model, Locale locale) {
        return fill(reference, reader, Map.of(), model, locale);
    }

    @PostMapping
    ModelAndView open(
            @PathVariable String reference,
            @RequestParam Map<String, String> typed,
            Principal by,
            Model model,
            Locale locale) {
        heads.forSecretaryOrChair(reference, by);
        try {
            open(reference, typed, by.getName());
            return back(reference);
        } catch (Refusal refusal) {
            return refusals.again(fill(reference, by, typed, model, locale), refusal, model, locale);
        }
    }

    private void open(String reference, Map<String, String> typed, String by) {
        String question = typed.getOrDefault("question", "");
        if (typed.getOrDefault("position", "").equals(ADDED)) {
            ballots.openOnAdded(
                    reference,
                    typed.getOrDefault("addedTitle", ""),
                    typed.getOrDefault("addedText", ""),
                    typed.containsKey("unopposed"),
                    question,
                    casters(typed),
                    by);
        } else {
            ballots.open(reference, position(typed.getOrDefault("position", "")), question, casters(typed), by);
        }
    }

    @PostMapping("/{ballot}/count")
    ModelAndView count(
            @PathVariable String reference, @PathVariable String ballot, Principal by, Model model, Locale locale) {
        return act(reference, by, model, locale, () -> ballots.close(of(reference, ballot), by.getName()));
    }

    @PostMapping("/{ballot}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String reference, @PathVariable String ballot, Principal by, Model model, Locale locale) {
        return act(reference, by, model, locale, () -> ballots.withdraw(of(reference, ballot), by.getName()));
    }

    private ModelAndView act(String reference, Principal by, Model model, Locale locale, Runnable act) {
        heads.forSecretaryOrChair(reference, by);
        try {
            act.run();
            return back(reference);
        } catch (Refusal refusal) {
            return refusals.again(fill(reference, by, Map.of(), model, locale), refusal, model, locale);
        }
    }

    private UUID of(String reference, String ballot) {
        UUID id = BallotPage.id(ballot);
        boolean known =
                ballots.of(reference).stream().anyMatch(each -> each.id().equals(id));
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return id;
    }

    private String fill(String reference, Principal reader, Map<String, String> typed, Model model, Locale language) {
        MeetingFile.Head head = heads.forSecretaryOrChair(reference, reader);
        List<Ballot> held = ballots.of(reference);
        model.addAttribute("head", head);
        model.addAttribute("ballots", held);
        model.addAttribute("typed", typed);
        model.addAttribute("items", items.open(reference));
        Map<String, String> voters = head.isConvened() ? participants.voters(reference, language) : Map.of();
        model.addAttribute("voters", voters);
        Map<String, Map<String, String>> casters = new LinkedHashMap<>();
        voters.keySet().forEach(each -> casters.put(each, casters(reference, each, voters, language)));
        model.addAttribute("casters", casters);
        return "committee/ballots";
    }

    /** The alternate of that seat, and the other voters, who may hold its proxy. */
    private Map<String, String> casters(String reference, String seat, Map<String, String> voters, Locale language) {
        Map<String, String> others = new LinkedHashMap<>(participants.alternates(reference, seat, language));
        voters.forEach(others::putIfAbsent);
        others.remove(seat);
        return others;
    }

    /** What is no number is no item. */
    private static int position(String typed) {
        return typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
    }

    private static Map<String, String> casters(Map<String, String> typed) {
        Map<String, String> casters = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(VOICE) && !value.isBlank()) {
                casters.put(name.substring(VOICE.length()), value);
            }
        });
        if (casters.size() > 500) {
            throw CommitteeRefusal.because("ballotWithStrangers");
        }
        return casters;
    }

    private static ModelAndView back(String reference) {
        return new ModelAndView("redirect:/coordination/meetings/" + reference + "/ballots");
    }
}
