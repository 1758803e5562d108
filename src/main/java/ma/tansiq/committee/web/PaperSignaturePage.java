package ma.tansiq.committee.web;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.minutes.MinutesManagement;
import ma.tansiq.committee.paper.Signature;
import ma.tansiq.committee.session.SessionManagement;
import ma.tansiq.document.Documents;
import ma.tansiq.engine.Problems;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where the secretary records a signature given on paper: scan, date, registry number (rule C5). All or nothing is kept. */
@Controller
@RequestMapping("/coordination/meetings/{reference}/paper-signature")
class PaperSignaturePage {

    private final SessionManagement sessions;
    private final MinutesManagement minutes;
    private final MeetingFiles files;
    private final MeetingFacts facts;
    private final Documents documents;
    private final MeetingHeads heads;
    private final Refusals refusals;
    private final TransactionTemplate transaction;

    PaperSignaturePage(
            SessionManagement sessions,
            MinutesManagement minutes,
            MeetingFiles files,
            MeetingFacts facts,
            Documents documents,
            MeetingHeads heads,
            Refusals refusals,
            TransactionTemplate transaction) {
        this.sessions = sessions;
        this.minutes = minutes;
        this.files = files;
        this.facts = facts;
        this.documents = documents;
        this.heads = heads;
        this.refusals = refusals;
        this.transaction = transaction;
    }

    @GetMapping
    String form(@PathVariable String reference, Principal reader, Model model) {
        MeetingFile.Head head = heads.forSecretary(reference, reader);
        model.addAttribute("head", head);
        if (head.presidedBy() != null) {
            model.addAttribute("signatory", facts.nameOf(head.presidedBy()));
            model.addAttribute("office", facts.presidingOffice(facts.meeting(reference), head.presidedBy()));
        }
        return "committee/paper-signature";
    }

    @PostMapping
    ModelAndView record(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String signedOn,
            @RequestParam(defaultValue = "") String registryNumber,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            Principal secretary,
            Model model,
            Locale locale) {
        String view = form(reference, secretary, model);
        try {
            transaction.executeWithoutResult(
                    status -> sign(reference, signedOn, registryNumber, scan, secretary.getName()));
            return new ModelAndView("redirect:/coordination/meetings/" + reference + "?done=signed");
        } catch (Refusal refusal) {
            model.addAttribute("signedOn", signedOn);
            model.addAttribute("registryNumber", registryNumber);
            return refusals.again(view, refusal, model, locale);
        }
    }

    private void sign(
            String reference, String signedOn, String registryNumber, @Nullable MultipartFile scan, String by) {
        Problems problems = new Problems();
        problems.check(() -> day(signedOn));
        problems.check(() -> requireNumber(registryNumber));
        UUID stored = stored(reference, scan, problems);
        problems.refuse();
        var paper = new Signature.PaperSignature(Objects.requireNonNull(stored), day(signedOn), registryNumber.strip());
        MeetingFile.Head head = files.head(reference).orElseThrow();
        if (head.awaitsMinutesSignature()) {
            minutes.signOnPaper(reference, paper, by);
        } else if (head.status().equals("HELD")) {
            sessions.signOnPaper(reference, paper, by);
        } else {
            throw CommitteeRefusal.because("nothingToSign", reference);
        }
    }

    private static void requireNumber(String registryNumber) {
        if (registryNumber.isBlank() || registryNumber.length() > 100) {
            throw CommitteeRefusal.because("missing.registryNumber");
        }
    }

    /** The scan, kept for good once the transaction ends well; nothing when it was refused. */
    private @Nullable UUID stored(String reference, @Nullable MultipartFile scan, Problems problems) {
        try {
            return Uploads.read(
                    scan,
                    "missing.scan",
                    incoming -> documents.store(incoming, reference).id());
        } catch (Refusal refusal) {
            problems.add(refusal);
            return null;
        }
    }

    private static LocalDate day(String signedOn) {
        try {
            return LocalDate.parse(signedOn.strip());
        } catch (DateTimeException notADate) {
            throw CommitteeRefusal.because("signatureDayUnreadable");
        }
    }
}
