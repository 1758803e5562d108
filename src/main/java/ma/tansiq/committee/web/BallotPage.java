package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.session.Ballot;
import ma.tansiq.committee.session.BallotManagement;
import ma.tansiq.committee.session.Choice;
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

/** Where members cast their votes in secret ballots, one for each seat that they speak for. */
@Controller
@RequestMapping("/my-committees/ballots")
class BallotPage {

    private final BallotManagement ballots;
    private final Refusals refusals;

    BallotPage(BallotManagement ballots, Refusals refusals) {
        this.ballots = ballots;
        this.refusals = refusals;
    }

    @GetMapping
    String waiting(Principal reader, Model model) {
        List<Ballot> waiting = ballots.waitingFor(reader.getName());
        model.addAttribute("ballots", waiting);
        return waiting.size() == 1
                ? "redirect:/my-committees/ballots/" + waiting.get(0).id()
                : "committee/my-ballots";
    }

    @GetMapping("/{ballot}")
    String show(@PathVariable String ballot, Principal reader, Model model) {
        return fill(id(ballot), reader, model);
    }

    @PostMapping("/{ballot}")
    ModelAndView cast(
            @PathVariable String ballot,
            @RequestParam(defaultValue = "") String seat,
            @RequestParam(defaultValue = "") String choice,
            Principal by,
            Model model,
            Locale locale) {
        UUID id = id(ballot);
        String view = fill(id, by, model);
        try {
            ballots.cast(id, seat, choice(choice), by.getName());
            return new ModelAndView("redirect:/my-committees/ballots/" + id);
        } catch (Refusal refusal) {
            return refusals.again(view, refusal, model, locale);
        }
    }

    /** Only those who vote in it see it. */
    private String fill(UUID id, Principal reader, Model model) {
        Ballot found;
        try {
            found = ballots.required(id);
        } catch (Refusal unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, unknown);
        }
        List<Ballot.Voice> voices = ballots.voicesOf(id, reader.getName());
        if (voices.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("ballot", found);
        model.addAttribute("voices", voices);
        model.addAttribute("reader", reader.getName());
        model.addAttribute("choices", Choice.values());
        return "committee/ballot";
    }

    private static Choice choice(String typed) {
        return Stream.of(Choice.values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> CommitteeRefusal.because("missing.choice"));
    }

    static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException noId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, noId);
        }
    }
}
