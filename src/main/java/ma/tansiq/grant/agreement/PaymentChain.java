package ma.tansiq.grant.agreement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.tansiq.engine.FormTexts;

/**
 * The steps of one instalment's payment so far: endorsed, ordered, then paid or rejected; after a rejection it is ordered
 * again, or endorsed again when another year's appropriations bear it.
 */
public record PaymentChain(List<PaymentStep> steps) {

    /** What may come next; nothing once it is paid. */
    public Set<PaymentStep.Kind> next() {
        return last().map(PaymentStep::kind).map(PaymentChain::after).orElse(EnumSet.of(PaymentStep.Kind.VISA));
    }

    private static Set<PaymentStep.Kind> after(PaymentStep.Kind last) {
        return switch (last) {
            case VISA -> EnumSet.of(PaymentStep.Kind.ORDER);
            case ORDER -> EnumSet.of(PaymentStep.Kind.PAYMENT, PaymentStep.Kind.REJECTION);
            case REJECTION -> EnumSet.of(PaymentStep.Kind.ORDER, PaymentStep.Kind.VISA);
            case PAYMENT -> EnumSet.noneOf(PaymentStep.Kind.class);
        };
    }

    public Optional<PaymentStep> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    /** @param today nothing is recorded that has not happened yet */
    void check(PaymentStep.Kind kind, LocalDate doneOn, int budgetYear, LocalDate today) {
        if (!next().contains(kind)) {
            throw AgreementRefusal.because("paymentOrder." + kind);
        }
        if (doneOn.isAfter(today)) {
            throw AgreementRefusal.because("paymentInFuture");
        }
        last().filter(each -> doneOn.isBefore(each.doneOn())).ifPresent(each -> {
            throw AgreementRefusal.because("paymentBefore", FormTexts.date(each.doneOn()));
        });
        checkYear(kind, doneOn, budgetYear);
    }

    private void checkYear(PaymentStep.Kind kind, LocalDate doneOn, int budgetYear) {
        if (kind == PaymentStep.Kind.VISA) {
            if (budgetYear < doneOn.getYear() - 1 || budgetYear > doneOn.getYear()) {
                throw AgreementRefusal.because(
                        "budgetYear", String.valueOf(doneOn.getYear() - 1), String.valueOf(doneOn.getYear()));
            }
            return;
        }
        int endorsed = visa().orElseThrow().budgetYear();
        if (budgetYear != endorsed) {
            throw AgreementRefusal.because("budgetYearOfVisa", String.valueOf(endorsed));
        }
    }

    private Optional<PaymentStep> visa() {
        return steps.stream()
                .filter(each -> each.kind() == PaymentStep.Kind.VISA)
                .reduce((earlier, later) -> later);
    }
}
