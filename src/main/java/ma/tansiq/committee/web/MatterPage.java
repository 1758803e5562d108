package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.briefing.Briefings;
import ma.tansiq.committee.consultation.ConsultationAnswer;
import ma.tansiq.committee.matter.Extract;
import ma.tansiq.committee.matter.ExtractManagement;
import ma.tansiq.committee.matter.MatterManagement;
import ma.tansiq.committee.opinion.Advisers;
import ma.tansiq.committee.opinion.OpinionRequest;
import ma.tansiq.committee.opinion.OpinionRequests;
import ma.tansiq.engine.Accounts;
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

/**
 * The thread of a matter: every body that it came before, what came back, what follows. Secretaries of those bodies
 * correct its text here, and a coordinator acknowledges in the place of one who does not.
 */
@Controller
@RequestMapping("/coordination/matters/{reference}")
class MatterPage {

    private static final Set<String> DONE =
            Set.of("corrected", "acknowledged", "consulted", "withdrawn", "opinion", "opinion-withdrawn", "classified");

    private final MatterAccess access;
    private final ThreadPictures pictures;
    private final MatterManagement matters;
    private final ExtractManagement extracts;
    private final Bodies bodies;
    private final ConsultationLines consultations;
    private final OpinionRequests opinions;
    private final Advisers advisers;
    private final Briefings briefings;
    private final Offered offered;
    private final Accounts accounts;
    private final Refusals refusals;

    @SuppressWarnings("TooManyParameters")
    MatterPage(
            MatterAccess access,
            ThreadPictures pictures,
            MatterManagement matters,
            ExtractManagement extracts,
            Bodies bodies,
            ConsultationLines consultations,
            OpinionRequests opinions,
            Advisers advisers,
            Briefings briefings,
            Offered offered,
            Accounts accounts,
            Refusals refusals) {
        this.access = access;
        this.pictures = pictures;
        this.matters = matters;
        this.extracts = extracts;
        this.bodies = bodies;
        this.consultations = consultations;
        this.opinions = opinions;
        this.advisers = advisers;
        this.briefings = briefings;
        this.offered = offered;
        this.accounts = accounts;
        this.refusals = refusals;
    }

    @GetMapping
    String show(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String done,
            Principal reader,
            Model model,
            Locale locale) {
        model.addAttribute("done", DONE.contains(done) ? done : null);
        fill(reference, reader.getName(), model, locale);
        return "committee/matter";
    }

    @PostMapping("/acknowledgement")
    ModelAndView acknowledge(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String meeting,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String motive,
            Principal by,
            Model model,
            Locale locale) {
        fill(reference, by.getName(), model, locale);
        try {
            extracts.acknowledgeInstead(meeting, reference, body, motive, by.getName());
            return done(reference, "acknowledged");
        } catch (Refusal refusal) {
            model.addAttribute("motive", motive);
            return refusals.again("committee/matter", refusal, model, locale);
        }
    }

    @GetMapping("/correction")
    String correctionForm(@PathVariable String reference, Principal reader, Model model) {
        MatterFile file = access.file(reference, reader.getName());
        if (!mayCorrect(file, reader.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("head", file.head());
        model.addAttribute("typedTitle", file.head().title());
        model.addAttribute("typedText", file.head().text());
        return "committee/matter-correction";
    }

    @PostMapping("/correction")
    ModelAndView correct(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String motive,
            @RequestParam(defaultValue = "0") int version,
            Principal by,
            Model model,
            Locale locale) {
        String view = correctionForm(reference, by, model);
        try {
            matters.correct(reference, version, title, text, motive, by.getName());
            return done(reference, "corrected");
        } catch (Refusal refusal) {
            model.addAllAttributes(Map.of("typedTitle", title, "typedText", text, "motive", motive));
            return refusals.again(view, refusal, model, locale);
        }
    }

    private void fill(String reference, String reader, Model model, Locale locale) {
        MatterFile file = access.file(reference, reader);
        model.addAttribute("file", file);
        model.addAttribute("head", file.head());
        List<Body> known = bodies.all();
        model.addAttribute("picture", pictures.of(file, known, locale));
        model.addAttribute("bodies", known.stream().collect(Collectors.toMap(Body::code, Function.identity())));
        List<ConsultationLine> asked = consultations.of(reference, locale);
        model.addAttribute("consultations", asked);
        model.addAttribute("mayClassify", offered.secrets(file.head().body(), reader));
        List<OpinionRequest> requested = opinions.findByMatterOrderByOpenedAt(reference);
        model.addAttribute("opinions", requested);
        model.addAttribute(
                "offices",
                requested.stream()
                        .flatMap(each -> each.office().stream())
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), each -> advisers.name(each, locale))));
        model.addAttribute("names", names(file, asked, requested));
        model.addAttribute("briefings", file.head().isSecret() ? briefings.on(reference) : List.of());
        model.addAttribute(
                "mayAsk",
                !file.head().isClosed() && offered.secretary(file.head().body(), reader));
        model.addAttribute(
                "mayConsult",
                file.head().isWaiting() && offered.secretary(file.head().body(), reader));
        model.addAttribute("mayWithdraw", offered.secretary(file.head().body(), reader));
        model.addAttribute("mayCorrect", !file.head().isClosed() && mayCorrect(file, reader));
        model.addAttribute("mayAcknowledge", accounts.groupsOf(reader).contains("coordinator"));
    }

    private boolean mayCorrect(MatterFile file, String reader) {
        return file.bodies().stream().anyMatch(each -> offered.secretary(each, reader));
    }

    private Map<String, String> names(MatterFile file, List<ConsultationLine> asked, List<OpinionRequest> requested) {
        Stream<String> acknowledging =
                file.extracts().stream().map(Extract::acknowledgedBy).flatMap(Stream::ofNullable);
        Stream<String> correcting = file.earlier().stream().map(MatterFile.Earlier::replacedBy);
        Stream<String> owning = file.actions().stream().map(MatterFile.FollowUp::owner);
        Stream<String> proposing = Stream.ofNullable(file.head().proposedBy());
        Stream<String> consulted =
                asked.stream().flatMap(each -> each.answers().stream()).map(ConsultationAnswer::account);
        Stream<String> advising =
                requested.stream().flatMap(each -> Stream.concat(each.person().stream(), each.givenBy().stream()));
        return accounts.namesOf(Stream.of(acknowledging, correcting, owning, proposing, consulted, advising)
                .flatMap(each -> each)
                .collect(Collectors.toSet()));
    }

    private static ModelAndView done(String reference, String what) {
        return new ModelAndView("redirect:/coordination/matters/" + reference + "?done=" + what);
    }
}
