package ma.tansiq.grant.agreement;

import java.time.LocalDate;

/** What people are told about a grant, inside the transaction that makes it true. */
public final class AgreementEvents {

    private AgreementEvents() {}

    /** The association has an agreement to sign. */
    public record Sent(Agreement agreement) {}

    /** The association has not signed yet. */
    public record SignatureAwaited(Agreement agreement) {}

    /** Both sides have signed. */
    public record Signed(Agreement agreement) {}

    /** An instalment was paid; the association reports on it until that day. */
    public record Paid(Agreement agreement, Instalment instalment) {}

    /** A report is due soon, or was due on that day. */
    public record ReportAwaited(Agreement agreement, int number, LocalDate dueOn, boolean overdue) {}

    /** A report is returned for that reason, or accepted. */
    public record ReportReviewed(Agreement agreement, GrantReport report) {}

    public record Suspended(Agreement agreement, String motive) {}

    public record Resumed(Agreement agreement) {}

    /** The grant ends before its time. */
    public record Terminated(Agreement agreement, String motive) {}

    /** The last report is accepted, and the grant is closed. */
    public record Closed(Agreement agreement) {}
}
