package ma.tansiq.grant.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What an association asks for under a call (rules E1b to E3): a draft, and from its submission the file
 * {@code AAP-2027-01-0042}.
 */
@Table("grant_application")
public class Application {

    public enum Status {
        /** Nobody but the association sees it. */
        DRAFT,
        /** Submitted: the officer verifies it. */
        IN_VERIFICATION,
        /** The association is to replace documents (rule E3). */
        COMPLETION_AWAITED,
        /** It is being evaluated. */
        ADMISSIBLE,
        /** Its evaluations are in: it waits for the selection. */
        EVALUATED,
        INADMISSIBLE,
        WITHDRAWN
    }

    static final String OWNER = "application ";

    @Id
    private final UUID id;

    @Version
    private int version;

    private final String call;
    private final String organisation;
    private final boolean onPaper;
    private final String begunBy;
    private Status status = Status.DRAFT;
    private String content;
    private Instant savedAt;
    private @Nullable Integer number;
    private @Nullable String reference;
    private @Nullable Instant submittedAt;
    private @Nullable String submittedBy;
    private @Nullable String verifiedBy;
    private @Nullable Instant verifiedAt;
    private @Nullable LocalDate completionDueOn;
    private @Nullable Instant completedAt;
    private @Nullable String completedBy;
    private @Nullable String motive;
    private @Nullable Instant endedAt;

    @PersistenceCreator
    Application(
            UUID id,
            String call,
            String organisation,
            boolean onPaper,
            String begunBy,
            String content,
            Instant savedAt) {
        this.id = id;
        this.call = call;
        this.organisation = organisation;
        this.onPaper = onPaper;
        this.begunBy = begunBy;
        this.content = content;
        this.savedAt = savedAt;
    }

    static Application begun(String call, String organisation, boolean onPaper, String by, Instant at) {
        return new Application(
                UUID.randomUUID(), call, organisation, onPaper, by, ApplicationContent.EMPTY.write(), at);
    }

    /** Owner of the documents of an association's application to a call ({@code document.StoredDocument}). */
    public static String documentOwner(UUID id) {
        return OWNER + id;
    }

    void save(ApplicationContent typed, Instant at) {
        requireDraft();
        content = typed.write();
        savedAt = at;
    }

    void submit(int allotted, String by, Instant at) {
        requireDraft();
        number = allotted;
        reference = "%s-%04d".formatted(call, allotted);
        submittedBy = by;
        submittedAt = at;
        status = Status.IN_VERIFICATION;
    }

    void accept(String by, Instant at) {
        verify(by, at);
        status = Status.ADMISSIBLE;
    }

    void evaluated() {
        require(Status.ADMISSIBLE);
        status = Status.EVALUATED;
    }

    void askForCompletion(LocalDate dueOn, String by, Instant at) {
        verify(by, at);
        completionDueOn = dueOn;
        status = Status.COMPLETION_AWAITED;
    }

    private void verify(String by, Instant at) {
        require(Status.IN_VERIFICATION);
        verifiedBy = by;
        verifiedAt = at;
    }

    void complete(String by, Instant at) {
        require(Status.COMPLETION_AWAITED);
        completedBy = by;
        completedAt = at;
        status = Status.IN_VERIFICATION;
    }

    /** Inadmissible: a document is still wrong, or did not come. */
    void refuse(String why, String by, Instant at) {
        if (status != Status.COMPLETION_AWAITED) {
            verify(by, at);
        }
        motive = why;
        endedAt = at;
        status = Status.INADMISSIBLE;
    }

    void withdraw(String why, Instant at) {
        if (status == Status.DRAFT || status == Status.INADMISSIBLE || status == Status.WITHDRAWN) {
            throw ApplicationRefusal.because("wrongState." + status, name());
        }
        motive = why;
        endedAt = at;
        status = Status.WITHDRAWN;
    }

    /** What was asked for has been replaced: there is no second completion request (rule E3). */
    public boolean isCompleted() {
        return completedAt != null;
    }

    void requireDraft() {
        require(Status.DRAFT);
    }

    void require(Status expected) {
        if (status != expected) {
            throw ApplicationRefusal.because("wrongState." + status, name());
        }
    }

    /** Its reference, or its call's as long as it has none. */
    private String name() {
        return reference == null ? call : reference;
    }

    public boolean isDraft() {
        return status == Status.DRAFT;
    }

    public UUID id() {
        return id;
    }

    public String call() {
        return call;
    }

    /** Code of the association. */
    public String organisation() {
        return organisation;
    }

    /** Handed in on paper, and registered by an officer. */
    public boolean onPaper() {
        return onPaper;
    }

    public String begunBy() {
        return begunBy;
    }

    public Status status() {
        return status;
    }

    public ApplicationContent content() {
        return ApplicationContent.read(content);
    }

    /** When the draft was last saved. */
    public Instant savedAt() {
        return savedAt;
    }

    /** {@code AAP-2027-01-0042}, from its submission on. */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<String> submittedBy() {
        return Optional.ofNullable(submittedBy);
    }

    /** Account of the officer who verified it last: whoever did does not authorise it (rule E6). */
    public Optional<String> verifiedBy() {
        return Optional.ofNullable(verifiedBy);
    }

    public Optional<Instant> verifiedAt() {
        return Optional.ofNullable(verifiedAt);
    }

    /** Last day for what the association is asked to replace; stays once it has. */
    public Optional<LocalDate> completionDueOn() {
        return Optional.ofNullable(completionDueOn);
    }

    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    public Optional<String> completedBy() {
        return Optional.ofNullable(completedBy);
    }

    /** Why it is inadmissible or was withdrawn. */
    public Optional<String> motive() {
        return Optional.ofNullable(motive);
    }

    /** When it was found inadmissible or withdrawn. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
