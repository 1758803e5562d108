package ma.tansiq.grant.agreement;

import java.util.UUID;
import java.util.regex.Pattern;
import ma.tansiq.engine.Refusal;
import ma.tansiq.grant.envelope.Dirhams;
import org.springframework.stereotype.Component;

/** What is done to a grant beside the tasks of its process, as people type it. */
@Component
public class AgreementDesk {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,13}([.,][0-9]{1,2})?");
    private static final int LONGEST_NAME = 200;

    private final AgreementManagement agreements;
    private final ReportManagement reports;
    private final PaymentManagement payments;
    private final GrantReports handedIn;

    AgreementDesk(
            AgreementManagement agreements,
            ReportManagement reports,
            PaymentManagement payments,
            GrantReports handedIn) {
        this.agreements = agreements;
        this.reports = reports;
        this.payments = payments;
        this.handedIn = handedIn;
    }

    /** A form came without the file that it asks for. */
    public static Refusal missingFile() {
        return AgreementRefusal.because("missingFile");
    }

    /** The association's signature came on paper. */
    public void sign(String agreement, String signatory, UUID scan) {
        agreements.signForAssociation(agreement, signatory, scan);
    }

    /** A report came on paper. */
    public void report(String agreement, UUID narrative, UUID financial, String spent, String handedInBy) {
        if (handedInBy.isBlank() || handedInBy.length() > LONGEST_NAME) {
            throw AgreementRefusal.because("handedInBy", LONGEST_NAME);
        }
        reports.submit(agreement, narrative, financial, amount(spent), handedInBy.strip());
    }

    public void suspend(String agreement, String motive) {
        agreements.suspend(agreement, motive);
    }

    public void resume(String agreement) {
        agreements.resume(agreement);
    }

    public void terminate(String agreement, String motive, String by) {
        agreements.terminate(agreement, motive, by);
    }

    /** @param order number of the order to repay; books once */
    public void repay(String agreement, String amount, String order, String by) {
        if (order.isBlank() || order.length() > 100) {
            throw AgreementRefusal.because("repaymentOrder");
        }
        payments.repay(agreement, amount(amount), order, by);
    }

    /** Whether the association owes a report now. */
    public boolean awaitsReport(Agreement agreement) {
        return agreement.isInExecution()
                && agreement.due().isEmpty()
                && agreement
                        .lastPaid()
                        .filter(paid -> handedIn.latest(agreement.reference(), paid.number())
                                .filter(each -> each.waits() || each.isAccepted())
                                .isEmpty())
                        .isPresent();
    }

    /** An amount as people type it: spaces are left out, the decimal sign is a comma or a point. */
    private static Dirhams amount(String typed) {
        String digits = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (!AMOUNT.matcher(digits).matches()) {
            throw AgreementRefusal.because("amount");
        }
        return Dirhams.of(digits.replace(',', '.'));
    }
}
