package ma.tansiq.grant.web;

import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.document.Documents;
import ma.tansiq.document.Uploads;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import ma.tansiq.engine.Tasks;
import ma.tansiq.grant.agreement.Agreement;
import ma.tansiq.grant.agreement.AgreementDesk;
import ma.tansiq.grant.agreement.Agreements;
import ma.tansiq.grant.agreement.BankAccounts;
import ma.tansiq.grant.agreement.GrantReport;
import ma.tansiq.grant.agreement.GrantReports;
import ma.tansiq.grant.agreement.PaymentStep;
import ma.tansiq.grant.agreement.Payments;
import ma.tansiq.grant.envelope.Booking;
import ma.tansiq.grant.envelope.Envelopes;
import ma.tansiq.strategy.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * One agreement: what was agreed, what is paid, reported and booked, and what somebody may do beside the tasks. What comes on
 * paper from the association is recorded here by an officer. All or nothing of a form is kept.
 */
@Controller
@RequestMapping("/coordination/grants/agreements/{reference}")
class AgreementPage {

    private static final Set<String> DONE = Set.of(
            "signature", "report", "proposed", "confirmed", "refused", "suspended", "resumed", "terminated", "repaid");

    private final Agreements agreements;
    private final AgreementDesk desk;
    private final Payments payments;
    private final GrantReports reports;
    private final BankAccounts bank;
    private final Envelopes envelopes;
    private final Organisations organisations;
    private final Documents documents;
    private final Tasks tasks;
    private final Accounts accounts;
    private final GrantWorkers workers;
    private final Refusals refusals;
    private final TransactionTemplate transaction;

    @SuppressWarnings("TooManyParameters")
    AgreementPage(
            Agreements agreements,
            AgreementDesk desk,
            Payments payments,
            GrantReports reports,
            BankAccounts bank,
            Envelopes envelopes,
            Organisations organisations,
            Documents documents,
            Tasks tasks,
            Accounts accounts,
            GrantWorkers workers,
            Refusals refusals,
            TransactionTemplate transaction) {
        this.agreements = agreements;
        this.desk = desk;
        this.payments = payments;
        this.reports = reports;
        this.bank = bank;
        this.envelopes = envelopes;
        this.organisations = organisations;
        this.documents = documents;
        this.tasks = tasks;
        this.accounts = accounts;
        this.workers = workers;
        this.refusals = refusals;
        this.transaction = transaction;
    }

    @GetMapping
    String show(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String done,
            Principal reader,
            Model model,
            Locale locale) {
        model.addAttribute("done", DONE.contains(done) ? done : null);
        fill(reference, reader, model, locale);
        return "grant/agreement-page";
    }

    @PostMapping("/signature")
    ModelAndView sign(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String signatory,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            Principal by,
            Model model,
            Locale locale) {
        workers.require(workers.reader(by.getName()).officer());
        model.addAttribute("signatory", signatory);
        return act(
                reference,
                "signature",
                by,
                model,
                locale,
                agreement -> desk.sign(reference, signatory, store(scan, reference)));
    }

    @PostMapping("/report")
    ModelAndView report(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String handedInBy,
            @RequestParam(defaultValue = "") String spent,
            @RequestParam(required = false) @Nullable MultipartFile narrative,
            @RequestParam(required = false) @Nullable MultipartFile financial,
            Principal by,
            Model model,
            Locale locale) {
        workers.require(workers.reader(by.getName()).officer());
        model.addAttribute("handedInBy", handedInBy);
        model.addAttribute("spent", spent);
        return act(
                reference,
                "report",
                by,
                model,
                locale,
                agreement -> desk.report(
                        reference, store(narrative, reference), store(financial, reference), spent, handedInBy));
    }

    @PostMapping("/bank")
    ModelAndView propose(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String rib,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            Principal by,
            Model model,
            Locale locale) {
        workers.require(workers.reader(by.getName()).keepsAccounts());
        model.addAttribute("rib", rib);
        model.addAttribute("holder", holder);
        return act(
                reference,
                "proposed",
                by,
                model,
                locale,
                agreement -> bank.propose(
                        agreement.organisation(),
                        rib,
                        holder,
                        store(proof, BankAccounts.owner(agreement.organisation())),
                        by.getName()));
    }

    @PostMapping("/bank/confirm")
    ModelAndView confirm(@PathVariable String reference, Principal by, Model model, Locale locale) {
        workers.require(workers.reader(by.getName()).keepsAccounts());
        return act(
                reference,
                "confirmed",
                by,
                model,
                locale,
                agreement -> bank.confirm(agreement.organisation(), by.getName()));
    }

    @PostMapping("/bank/refuse")
    ModelAndView refuse(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String motive,
            Principal by,
            Model model,
            Locale locale) {
        workers.require(workers.reader(by.getName()).keepsAccounts());
        model.addAttribute("bankMotive", motive);
        return act(
                reference,
                "refused",
                by,
                model,
                locale,
                agreement -> bank.refuse(agreement.organisation(), motive, by.getName()));
    }

    @PostMapping("/suspend")
    ModelAndView suspend(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String motive,
            Principal by,
            Model model,
            Locale locale) {
        workers.require(workers.reader(by.getName()).authority());
        model.addAttribute("motive", motive);
        return act(reference, "suspended", by, model, locale, agreement -> desk.suspend(reference, motive));
    }

    @PostMapping("/resume")
    ModelAndView resume(@PathVariable String reference, Principal by, Model model, Locale locale) {
        workers.require(workers.reader(by.getName()).authority());
        return act(reference, "resumed", by, model, locale, agreement -> desk.resume(reference));
    }

    @PostMapping("/terminate")
    ModelAndView terminate(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String motive,
            Principal by,
            Model model,
            Locale locale) {
        workers.require(workers.reader(by.getName()).authority());
        model.addAttribute("motive", motive);
        return act(
                reference,
                "terminated",
                by,
                model,
                locale,
                agreement -> desk.terminate(reference, motive, by.getName()));
    }

    @PostMapping("/repayment")
    ModelAndView repay(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String order,
            Principal by,
            Model model,
            Locale locale) {
        workers.require(workers.reader(by.getName()).finance());
        model.addAttribute("amount", amount);
        model.addAttribute("order", order);
        return act(
                reference,
                "repaid",
                by,
                model,
                locale,
                agreement -> desk.repay(reference, amount, order, by.getName()));
    }

    private ModelAndView act(
            String reference, String done, Principal by, Model model, Locale locale, Consumer<Agreement> act) {
        Agreement agreement = found(reference);
        try {
            transaction.executeWithoutResult(status -> act.accept(agreement));
            return new ModelAndView("redirect:/coordination/grants/agreements/" + reference + "?done=" + done);
        } catch (Refusal refusal) {
            fill(reference, by, model, locale);
            return refusals.again("grant/agreement-page", refusal, model, locale);
        }
    }

    private UUID store(@Nullable MultipartFile file, String owner) {
        return Uploads.read(
                file,
                AgreementDesk::missingFile,
                incoming -> documents.store(incoming, owner).id());
    }

    /** Puts on the model what the page shows. */
    private void fill(String reference, Principal reader, Model model, Locale locale) {
        model.addAttribute("rights", workers.reader(reader.getName()));
        Agreement agreement = found(reference);
        List<PaymentStep> steps = payments.of(reference);
        List<GrantReport> handedIn = reports.of(reference);
        List<Booking> bookings = envelopes.bookings(agreement.call(), agreement.application());
        model.addAttribute("agreement", agreement);
        model.addAttribute(
                "association",
                organisations
                        .find(agreement.organisation())
                        .map(each -> each.name(locale))
                        .orElse(agreement.organisation()));
        model.addAttribute("steps", steps);
        model.addAttribute("reports", handedIn);
        model.addAttribute("bookings", bookings);
        model.addAttribute("held", envelopes.position(agreement.call(), agreement.application()));
        model.addAttribute("account", bank.current(agreement.organisation()).orElse(null));
        model.addAttribute("proposed", bank.proposed(agreement.organisation()).orElse(null));
        model.addAttribute("tasks", open(reference));
        model.addAttribute("awaitsReport", desk.awaitsReport(agreement));
        model.addAttribute("documents", documents.find(files(agreement, handedIn)));
        model.addAttribute("names", accounts.namesOf(people(steps, handedIn, bookings, agreement)));
    }

    private List<OpenTask> open(String reference) {
        return tasks.openFor(reference).stream()
                .sorted(Comparator.comparing(OpenTask::createdAt))
                .toList();
    }

    private static Set<UUID> files(Agreement agreement, List<GrantReport> handedIn) {
        return Stream.concat(
                        Stream.of(agreement.textFr(), agreement.textAr(), agreement.associationDocument())
                                .flatMap(Optional::stream),
                        handedIn.stream().flatMap(each -> Stream.of(each.narrative(), each.financial())))
                .collect(Collectors.toSet());
    }

    private static Set<String> people(
            List<PaymentStep> steps, List<GrantReport> handedIn, List<Booking> bookings, Agreement agreement) {
        return Stream.of(
                        steps.stream().map(PaymentStep::recordedBy),
                        handedIn.stream().flatMap(each -> Stream.ofNullable(each.reviewedBy())),
                        bookings.stream().map(Booking::by),
                        agreement.signedBy().stream(),
                        agreement.endedBy().stream())
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    private Agreement found(String reference) {
        return agreements.findById(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
