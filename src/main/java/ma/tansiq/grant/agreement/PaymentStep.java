package ma.tansiq.grant.agreement;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One step of the payment of an instalment, as finance recorded it (rule E7).
 *
 * @param doneOn day of the visa, order, payment or rejection
 * @param reference number of the visa, order or payment
 * @param budgetYear year whose appropriations it is charged to
 * @param remark why the accountant rejected it; else empty
 */
public record PaymentStep(
        int instalment,
        Kind kind,
        LocalDate doneOn,
        String reference,
        int budgetYear,
        String remark,
        String recordedBy,
        Instant recordedAt) {

    /** What happens to a payment, in that order. */
    public enum Kind {
        /** The commitment is endorsed. */
        VISA,
        /** The authorising officer orders the accountant to pay. */
        ORDER,
        /** The accountant paid. */
        PAYMENT,
        /** The accountant did not pay, and said why: it is ordered again. */
        REJECTION
    }
}
