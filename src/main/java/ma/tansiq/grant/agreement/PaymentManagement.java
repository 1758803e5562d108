package ma.tansiq.grant.agreement;

import java.time.Clock;
import java.time.LocalDate;
import ma.tansiq.grant.envelope.Dirhams;
import ma.tansiq.grant.envelope.Envelopes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Instalments and the chain of their payment (rule E7); what is paid is booked in the call's envelope. */
@Component
@Transactional
public class PaymentManagement {

    private final Agreements agreements;
    private final Payments payments;
    private final BankAccounts accounts;
    private final Envelopes envelopes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaymentManagement(
            Agreements agreements,
            Payments payments,
            BankAccounts accounts,
            Envelopes envelopes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.agreements = agreements;
        this.payments = payments;
        this.accounts = accounts;
        this.envelopes = envelopes;
        this.events = events;
        this.clock = clock;
    }

    /** What finance says of a step. */
    record Step(PaymentStep.Kind kind, LocalDate doneOn, String reference, int budgetYear, String remark) {}

    /** Records the next step of the payment that is due; a payment is booked, and needs a confirmed account. */
    void record(String reference, Step step, String by) {
        Agreement agreement = agreements.required(reference);
        Instalment due = agreement.due().orElseThrow(() -> AgreementRefusal.because("nothingDue", reference));
        payments.of(reference, due.number()).check(step.kind(), step.doneOn(), step.budgetYear(), LocalDate.now(clock));
        if (step.kind() == PaymentStep.Kind.REJECTION && step.remark().isBlank()) {
            throw AgreementRefusal.because("rejectionMotive");
        }
        if (step.kind() != PaymentStep.Kind.REJECTION
                && accounts.current(agreement.organisation()).isEmpty()) {
            throw AgreementRefusal.because("noAccount", reference);
        }
        payments.add(
                reference,
                new PaymentStep(
                        due.number(),
                        step.kind(),
                        step.doneOn(),
                        step.reference(),
                        step.budgetYear(),
                        step.remark(),
                        by,
                        clock.instant()));
        if (step.kind() == PaymentStep.Kind.PAYMENT) {
            agreement.pay();
            agreements.save(agreement);
            envelopes.pay(
                    agreement.call(),
                    agreement.application(),
                    due.amount(),
                    "%s : tranche %d".formatted(reference, due.number()),
                    by);
        }
    }

    void announcePayment(String reference) {
        Agreement agreement = agreements.required(reference);
        events.publishEvent(
                new AgreementEvents.Paid(agreement, agreement.lastPaid().orElseThrow()));
    }

    /**
     * The association paid money back.
     *
     * @param cause the order to repay that it answers; books once
     */
    public void repay(String reference, Dirhams amount, String cause, String by) {
        Agreement agreement = agreements.toChange(reference);
        envelopes.repay(
                agreement.call(), agreement.application(), amount, "%s : %s".formatted(reference, cause.strip()), by);
    }
}
