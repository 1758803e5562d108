package ma.tansiq.grant.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OncePerTransaction;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;

/** Where {@code processes/grant/GrantAgreement.bpmn} and the agreement meet. */
@Component
public class GrantAgreementProcess {

    private static final String PROCESS = "GrantAgreement";

    private final RuntimeService runtime;
    private final Correlation correlation;
    private final Agreements agreements;
    private final AgreementManagement management;
    private final PaymentManagement paying;
    private final ReportManagement reporting;
    private final Payments payments;
    private final BankAccounts accounts;
    private final ReportDates dates;
    private final AgreementTexts texts;
    private final Clock clock;
    private final OncePerTransaction<String, Agreement> read = new OncePerTransaction<>();

    @SuppressWarnings("TooManyParameters")
    GrantAgreementProcess(
            RuntimeService runtime,
            Correlation correlation,
            Agreements agreements,
            AgreementManagement management,
            PaymentManagement paying,
            ReportManagement reporting,
            Payments payments,
            BankAccounts accounts,
            ReportDates dates,
            AgreementTexts texts,
            Clock clock) {
        this.runtime = runtime;
        this.correlation = correlation;
        this.agreements = agreements;
        this.management = management;
        this.paying = paying;
        this.reporting = reporting;
        this.payments = payments;
        this.accounts = accounts;
        this.dates = dates;
        this.texts = texts;
        this.clock = clock;
    }

    @EventListener
    void on(AgreementManagement.Begun begun) {
        runtime.startProcessInstanceByKey(PROCESS, begun.agreement());
    }

    @EventListener
    void on(AgreementManagement.SignedByAssociation signed) {
        correlation.tell("AgreementSignedByAssociation", signed.agreement());
    }

    /** Only a payment that is under way stops; the others ask when their time has come. */
    @EventListener
    void on(AgreementManagement.Halted halted) {
        correlation.tellIfAwaited("GrantSuspended", halted.agreement());
    }

    @EventListener
    void on(AgreementManagement.GoneOn goneOn) {
        correlation.tellIfAwaited("GrantResumed", goneOn.agreement());
    }

    @EventListener
    void on(AgreementManagement.CalledOff calledOff) {
        correlation.tell("GrantTerminated", calledOff.agreement());
    }

    @EventListener
    void on(ReportManagement.Submitted submitted) {
        correlation.tell("ReportSubmitted", submitted.agreement());
    }

    // what the diagram asks

    public boolean agreementReturned(String agreement) {
        return !found(agreement).isSigned();
    }

    public boolean suspended(String agreement) {
        return found(agreement).isSuspended();
    }

    public boolean instalmentPaid(String agreement) {
        return found(agreement).due().isEmpty();
    }

    public boolean reportAccepted(String agreement) {
        return reporting.isAccepted(agreement);
    }

    public boolean instalmentsLeft(String agreement) {
        return found(agreement).due().isPresent();
    }

    public Date signatureAwaited(String agreement) {
        return Date.from(dates.signatureAwaited());
    }

    public Date reportDueSoon(String agreement) {
        return Date.from(dates.dueSoon(reportDueOn(agreement)));
    }

    public Date reportOverdue(String agreement) {
        return Date.from(dates.overdue(reportDueOn(agreement)));
    }

    private LocalDate reportDueOn(String agreement) {
        return Objects.requireNonNull(found(agreement).lastPaid().orElseThrow().reportDueOn());
    }

    // what the diagram does

    public void announceAgreement(String agreement) {
        management.announceAgreement(agreement);
    }

    public void remindOfSignature(String agreement) {
        management.remindOfSignature(agreement);
    }

    public void announceSignature(String agreement) {
        management.announceSignature(agreement);
    }

    public void announcePayment(String agreement) {
        paying.announcePayment(agreement);
    }

    public void remindOfReport(String agreement) {
        reporting.remind(agreement);
    }

    public void announceReview(String agreement) {
        reporting.announceReview(agreement);
    }

    public void announceClosure(String agreement) {
        management.announceClosure(agreement);
    }

    public void announceTermination(String agreement) {
        management.announceTermination(agreement);
    }

    // what people answer

    public void prepared(Answers answers) {
        management.prepare(answers.businessKey(), answers.read(GrantAgreementProcess::terms), answers.submitter());
    }

    private static Terms terms(Fields fields) {
        return new Terms(
                fields.date("startsOn"),
                fields.date("endsOn"),
                fields.text("conditions", 10_000).orElse(""),
                fields.rows("reports", row -> row.date("dueOn")));
    }

    public void signed(Answers answers) {
        if (answers.either("decision", "sign", "return")) {
            management.sign(answers.businessKey(), answers.submitter());
        } else {
            management.sendBack(answers.businessKey(), answers.requiredText("motive", 2_000));
        }
    }

    public void paid(Answers answers) {
        paying.record(answers.businessKey(), answers.read(GrantAgreementProcess::step), answers.submitter());
    }

    private static PaymentManagement.Step step(Fields fields) {
        return new PaymentManagement.Step(
                fields.choice("step", PaymentStep.Kind.class),
                fields.date("doneOn"),
                fields.requiredText("number", 100),
                fields.wholeNumber("budgetYear", 2000, 2200),
                fields.text("remark", 2_000).orElse(""));
    }

    public void reviewed(Answers answers) {
        if (answers.either("decision", "accept", "return")) {
            reporting.accept(
                    answers.businessKey(), answers.text("remark", 2_000).orElse(""), answers.submitter());
        } else {
            reporting.sendBack(answers.businessKey(), answers.requiredText("remark", 2_000), answers.submitter());
        }
    }

    public void closed(Answers answers) {
        management.close(answers.businessKey(), answers.requiredText("remark", 2_000), answers.submitter());
    }

    // what forms show

    public String reference(String agreement) {
        return agreement;
    }

    public Object title(String agreement) {
        return FormTexts.text(FormTexts.verbatim(found(agreement).title()));
    }

    public String association(String agreement) {
        return texts.association(found(agreement));
    }

    public String amount(String agreement) {
        return found(agreement).amount().toString();
    }

    public String formName(String agreement) {
        return texts.form(found(agreement));
    }

    public String callReference(String agreement) {
        return found(agreement).call();
    }

    public Object returnMotive(String agreement) {
        return FormTexts.text(
                found(agreement).returnMotive().map(FormTexts::verbatim).orElse(""));
    }

    public String startsOn(String agreement) {
        return found(agreement).startsOn().map(LocalDate::toString).orElse("");
    }

    public String endsOn(String agreement) {
        return found(agreement).endsOn().map(LocalDate::toString).orElse("");
    }

    public Object conditions(String agreement) {
        return FormTexts.text(found(agreement).conditions());
    }

    public Object instalmentChoices(String agreement) {
        return FormTexts.json(texts.instalmentChoices(found(agreement)));
    }

    /** A row for each instalment, with the day that was laid down before. */
    public Object reports(String agreement) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Instalment each : found(agreement).instalments()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("number", each.number());
            @Nullable LocalDate due = each.reportDueOn();
            if (due != null) {
                row.put("dueOn", due.toString());
            }
            rows.add(row);
        }
        return FormTexts.json(rows);
    }

    public String period(String agreement) {
        return texts.period(found(agreement));
    }

    public Object plan(String agreement) {
        return FormTexts.text(texts.plan(found(agreement)));
    }

    public String signatory(String agreement) {
        return found(agreement).associationSignatory().map(FormTexts::verbatim).orElse("");
    }

    public String signedDocument(String agreement) {
        return texts.signedDocument(found(agreement));
    }

    public String instalment(String agreement) {
        return texts.instalment(found(agreement).due().orElseThrow());
    }

    public Object account(String agreement) {
        return FormTexts.text(texts.account(accounts.current(found(agreement).organisation())));
    }

    public Object steps(String agreement) {
        return FormTexts.text(texts.steps(chain(agreement)));
    }

    public Object stepChoices(String agreement) {
        return FormTexts.json(texts.stepChoices(chain(agreement)));
    }

    public int budgetYear(String agreement) {
        return chain(agreement)
                .last()
                .map(PaymentStep::budgetYear)
                .orElse(LocalDate.now(clock).getYear());
    }

    private PaymentChain chain(String agreement) {
        return payments.of(agreement, found(agreement).due().orElseThrow().number());
    }

    public Object report(String agreement) {
        Agreement found = found(agreement);
        return FormTexts.text(texts.report(found, reporting.latest(found)));
    }

    public String documents(String agreement) {
        return texts.documents(reporting.latest(found(agreement)));
    }

    public String balance(String agreement) {
        return texts.balance(found(agreement));
    }

    private Agreement found(String agreement) {
        return read.get(agreement, agreements::required);
    }

    @EventListener
    void on(AfterSaveEvent<Agreement> saved) {
        read.forget(saved.getEntity().reference());
    }
}
