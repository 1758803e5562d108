package ma.tansiq.committee.minutes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.paper.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** The minutes of a session on their way from draft to seal (rule C5). */
public class Minutes {

    enum Status {
        DRAFT,
        IN_REVIEW,
        TO_SIGN,
        SIGNED,
        SEALED
    }

    @Id
    private final String meeting;

    @Version
    private int version;

    private int edition = 1;
    private Status status = Status.DRAFT;
    private String introduction = "";
    private String closing = "";
    private @Nullable String draftedBy;
    private @Nullable Instant reviewFrom;
    private @Nullable Instant silenceEndsAt;
    private @Nullable String returnRemark;
    private @Nullable String signatory;
    private @Nullable Instant signedAt;
    private @Nullable UUID paperScan;
    private @Nullable LocalDate paperSignedOn;
    private @Nullable String registryNumber;
    private @Nullable String correctionMotive;
    private @Nullable String correctionBy;
    private @Nullable Instant correctionOpenedAt;
    private boolean decisionsAltered;
    private @Nullable UUID draftDocument;
    private @Nullable String approvedIn;

    @PersistenceCreator
    Minutes(String meeting) {
        this.meeting = meeting;
    }

    /** The draft is complete: those present read it until the silence period ends. */
    void submit(String opening, String end, String by, Instant from, Instant silenceEnds) {
        require(Status.DRAFT);
        introduction = opening;
        closing = end;
        draftedBy = by;
        reviewFrom = from;
        silenceEndsAt = silenceEnds;
        status = Status.IN_REVIEW;
    }

    /** The readers get more time. They were told an end, which never comes earlier (rule D2). */
    void prolong(Instant silenceEnds) {
        require(Status.IN_REVIEW);
        if (silenceEndsAt == null || silenceEnds.isAfter(silenceEndsAt)) {
            silenceEndsAt = silenceEnds;
        }
    }

    /** The body approves them at its next session: nobody is waited for any more (rule C5). */
    void approveIn(String session, Instant at) {
        require(Status.IN_REVIEW);
        approvedIn = session;
        silenceEndsAt = at;
    }

    /** Everybody answered, or silence approved (rule C5). */
    void closeReview() {
        require(Status.IN_REVIEW);
        status = Status.TO_SIGN;
    }

    /** The signatory wants another draft; those present will read it anew. */
    void returnForChange(String remark) {
        require(Status.TO_SIGN);
        returnRemark = remark;
        approvedIn = null;
        edition++;
        status = Status.DRAFT;
    }

    void sign(Signature signature) {
        require(Status.TO_SIGN);
        signatory = signature.signatory();
        signedAt = signature.signedAt();
        Signature.PaperSignature paper = signature.paper();
        if (paper != null) {
            paperScan = paper.scan();
            paperSignedOn = paper.signedOn();
            registryNumber = paper.registryNumber();
        }
        status = Status.SIGNED;
    }

    void seal() {
        require(Status.SIGNED);
        status = Status.SEALED;
    }

    /** Sealed minutes are wrong: another draft begins, to be sealed as a version of its own (rule C5). */
    void correct(String motive, String by, Instant at) {
        require(Status.SEALED);
        correctionMotive = motive;
        correctionBy = by;
        correctionOpenedAt = at;
        returnRemark = null;
        signatory = null;
        signedAt = null;
        paperScan = null;
        paperSignedOn = null;
        registryNumber = null;
        decisionsAltered = false;
        approvedIn = null;
        edition++;
        status = Status.DRAFT;
    }

    /** The draft is kept as that document, for whoever reads it and for a signature on paper. */
    public void drafted(UUID document) {
        draftDocument = document;
    }

    /** A reservation altered a decision: its record gets a new version with the seal (rule C4b). */
    void alterDecisions() {
        decisionsAltered = true;
    }

    private void require(Status expected) {
        if (status != expected) {
            throw CommitteeRefusal.because("wrongMinutes." + status, meeting);
        }
    }

    public boolean isInReview() {
        return status == Status.IN_REVIEW;
    }

    boolean isSigned() {
        return status == Status.SIGNED || status == Status.SEALED;
    }

    String meeting() {
        return meeting;
    }

    /** 1 for the first draft that was read, one more for each draft that came back. */
    public int edition() {
        return edition;
    }

    Status status() {
        return status;
    }

    public String introduction() {
        return introduction;
    }

    public String closing() {
        return closing;
    }

    /** When the draft was put up for review. */
    Optional<Instant> reviewFrom() {
        return Optional.ofNullable(reviewFrom);
    }

    Optional<Instant> silenceEndsAt() {
        return Optional.ofNullable(silenceEndsAt);
    }

    Optional<String> returnRemark() {
        return Optional.ofNullable(returnRemark);
    }

    /** Reference of the session that approved them, if one did. */
    public Optional<String> approvedIn() {
        return Optional.ofNullable(approvedIn);
    }

    /** The latest draft as a document. */
    public Optional<UUID> draft() {
        return Optional.ofNullable(draftDocument);
    }

    /** Whether the signature under these minutes covers a new version of the record of decisions too. */
    public boolean decisionsAltered() {
        return decisionsAltered;
    }

    /** Why sealed minutes are drafted anew; empty for the first version. */
    public Optional<String> correctionMotive() {
        return Optional.ofNullable(correctionMotive);
    }

    /** When the correction began that is not sealed yet. */
    public Optional<Instant> openCorrectionSince() {
        return status == Status.SEALED ? Optional.empty() : Optional.ofNullable(correctionOpenedAt);
    }

    /** The signature under these minutes, once there is one. */
    Optional<Signature> signature() {
        if (signatory == null || signedAt == null) {
            return Optional.empty();
        }
        Signature.PaperSignature paper = paperScan == null || paperSignedOn == null || registryNumber == null
                ? null
                : new Signature.PaperSignature(paperScan, paperSignedOn, registryNumber);
        return Optional.of(new Signature(signatory, signedAt, paper, signatory));
    }
}
