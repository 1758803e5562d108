package ma.tansiq.committee.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.engine.FormTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** What somebody does because a body decided it (rule C6), until done or cancelled by a decision. */
public class Action {

    public enum Status {
        PLANNED,
        IN_PROGRESS,
        REPORTED_DONE,
        DONE,
        CANCELLED
    }

    @Id
    private final String reference;

    @Version
    private int version;

    private final String decision;
    private final String meeting;
    private final String body;
    private final String title;
    private final String owner;
    private final String organisation;
    private LocalDate dueOn;
    private Status status = Status.PLANNED;
    private int progress;
    private @Nullable Instant closedAt;
    private @Nullable String closedBy;
    private @Nullable String closeReason;
    private @Nullable String returnedBy;
    private @Nullable Instant returnedAt;

    @PersistenceCreator
    @SuppressWarnings("TooManyParameters")
    public Action(
            String reference,
            String decision,
            String meeting,
            String body,
            String title,
            String owner,
            String organisation,
            LocalDate dueOn) {
        this.reference = reference;
        this.decision = decision;
        this.meeting = meeting;
        this.body = body;
        this.title = title;
        this.owner = owner;
        this.organisation = organisation;
        this.dueOn = dueOn;
    }

    /** Progress in percent; 100 declares completion, which the secretary still confirms. */
    void report(int percent) {
        requireOpen();
        progress = percent;
        status = percent == 100 ? Status.REPORTED_DONE : Status.IN_PROGRESS;
    }

    /** Whether that is less than was reported before; what was reported and not accepted does not count. */
    boolean fallsTo(int percent) {
        return percent < progress && !isReturned();
    }

    void complete(String by, Instant at) {
        requireOpen();
        status = Status.DONE;
        closedBy = by;
        closedAt = at;
    }

    /** Completion was not accepted: the owner goes on. */
    void reopen(String reason, String by, Instant at) {
        requireOpen();
        status = Status.IN_PROGRESS;
        closeReason = reason;
        returnedBy = by;
        returnedAt = at;
    }

    void cancel(String reason, String by, Instant at) {
        requireOpen();
        status = Status.CANCELLED;
        closedBy = by;
        closeReason = reason;
        closedAt = at;
    }

    /** A deadline that people were told of may lengthen, never shorten (rule D2). */
    void extend(LocalDate later) {
        requireOpen();
        if (!later.isAfter(dueOn)) {
            throw CommitteeRefusal.because("extensionNotLater", reference, FormTexts.date(dueOn));
        }
        dueOn = later;
    }

    void requireOpen() {
        if (isClosed()) {
            throw CommitteeRefusal.because("actionClosed", reference);
        }
    }

    boolean isClosed() {
        return status == Status.DONE || status == Status.CANCELLED;
    }

    boolean isReportedDone() {
        return status == Status.REPORTED_DONE;
    }

    boolean isDone() {
        return status == Status.DONE;
    }

    public String reference() {
        return reference;
    }

    String meeting() {
        return meeting;
    }

    public String body() {
        return body;
    }

    public String title() {
        return title;
    }

    public String organisation() {
        return organisation;
    }

    public Status status() {
        return status;
    }

    /** Reference of the decision that it carries out. */
    public String decision() {
        return decision;
    }

    public String owner() {
        return owner;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public int progress() {
        return progress;
    }

    /** Whether completion was declared and not accepted, and nothing has been reported since. */
    boolean isReturned() {
        return status == Status.IN_PROGRESS && progress == 100;
    }

    /** Who did not accept the completion, when and why, as long as the action is open. */
    Optional<Returned> returned() {
        return isClosed() || closeReason == null || returnedBy == null || returnedAt == null
                ? Optional.empty()
                : Optional.of(new Returned(returnedBy, returnedAt, closeReason));
    }

    record Returned(String by, Instant at, String remark) {}

    /** Why completion was not accepted, or why the action was cancelled. */
    Optional<String> remark() {
        return Optional.ofNullable(closeReason);
    }
}
