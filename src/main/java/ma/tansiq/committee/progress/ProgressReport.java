package ma.tansiq.committee.progress;

import java.time.Instant;
import java.util.Optional;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A programme committee's report of one quarter to the steering review, {@code CP11-2026-Q2} (rule C7). Each quarter is
 * reported once; what was validated never changes.
 */
@Table("progress_report")
public class ProgressReport {

    enum Status {
        REQUESTED,
        SUBMITTED,
        VALIDATED
    }

    @Id
    private final String reference;

    @Version
    private int version;

    private final String body;
    private final String period;
    private String review;
    private Instant requestedAt;
    private Status status = Status.REQUESTED;
    private String narrative = "";
    private String risks = "";
    private @Nullable String returnRemark;
    private @Nullable String submittedBy;
    private @Nullable Instant submittedAt;
    private @Nullable String validatedBy;
    private @Nullable Instant validatedAt;
    private @Nullable Validation validation;
    private @Nullable Instant closedAt;
    private @Nullable Instant supersededAt;

    @PersistenceCreator
    ProgressReport(String reference, String body, String period, String review, Instant requestedAt) {
        this.reference = reference;
        this.body = body;
        this.period = period;
        this.review = review;
        this.requestedAt = requestedAt;
    }

    static ProgressReport requested(String body, Quarter quarter, String review, Instant at) {
        return new ProgressReport(body + "-" + quarter, body, quarter.toString(), review, at);
    }

    /** Another review asks for the same quarter, since the one that did was cancelled. */
    void requestedAgain(String otherReview, Instant at) {
        review = otherReview;
        requestedAt = at;
        closedAt = null;
        supersededAt = null;
    }

    void submit(String done, String difficulties, String by, Instant at) {
        require(Status.REQUESTED);
        narrative = done;
        risks = difficulties;
        submittedBy = by;
        submittedAt = at;
        status = Status.SUBMITTED;
    }

    void validate(Validation how, String by, Instant at) {
        require(Status.SUBMITTED);
        validation = how;
        validatedBy = by;
        validatedAt = at;
        returnRemark = null;
        status = Status.VALIDATED;
    }

    void returnForChange(String remark) {
        require(Status.SUBMITTED);
        returnRemark = remark;
        status = Status.REQUESTED;
    }

    /** The review goes on with what is there. */
    void close(Instant at) {
        closedAt = at;
    }

    /** The next quarter is asked for: nobody waits for this one any more. */
    void supersede(Instant at) {
        supersededAt = at;
    }

    private void require(Status expected) {
        if (status != expected) {
            throw CommitteeRefusal.because("wrongReport." + status, reference);
        }
    }

    public Standing standing() {
        if (validatedAt != null) {
            return closedAt != null && validatedAt.isAfter(closedAt) ? Standing.FED_LATE : Standing.FED;
        }
        if (closedAt != null) {
            return status == Status.SUBMITTED ? Standing.NOT_VALIDATED : Standing.NOT_FED;
        }
        return status == Status.SUBMITTED ? Standing.TO_VALIDATE : Standing.AWAITED;
    }

    public boolean isValidated() {
        return status == Status.VALIDATED;
    }

    /** Whether it is handed in, and the chair has not said yet what becomes of it. */
    public boolean awaitsValidation() {
        return status == Status.SUBMITTED;
    }

    public String reference() {
        return reference;
    }

    /** Code of the programme committee. */
    public String body() {
        return body;
    }

    public Quarter quarter() {
        return Quarter.parse(period);
    }

    /** Reference of the steering committee's meeting that it feeds. */
    public String review() {
        return review;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** What was done in the quarter; empty until it is handed in. */
    String narrative() {
        return narrative;
    }

    String risks() {
        return risks;
    }

    /** Why the chair sent it back; empty once it was validated. */
    public Optional<String> returnRemark() {
        return Optional.ofNullable(returnRemark);
    }

    public Optional<String> submittedBy() {
        return Optional.ofNullable(submittedBy);
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<String> validatedBy() {
        return Optional.ofNullable(validatedBy);
    }

    public Optional<Instant> validatedAt() {
        return Optional.ofNullable(validatedAt);
    }

    public Optional<Validation> validation() {
        return Optional.ofNullable(validation);
    }

    /** When the review went on without waiting any longer; empty while it waits. */
    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
