package ma.tansiq.committee.consultation;

import java.time.Instant;
import java.util.Optional;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A matter put to the voting members of its body in writing, {@code CP11-2026-C01} (rule B7): open until its end, or
 * until somebody objects; what was agreed is ratified by the next session.
 */
@Table("consultation")
public class Consultation {

    /** Where it stands. */
    public enum Status {
        OPEN,
        /** Adopted; the next session ratifies it. */
        AGREED,
        /** Somebody objected: the matter goes to a session. */
        OBJECTED,
        /** An expense that not everybody answered about: the matter goes to a session. */
        UNANSWERED,
        WITHDRAWN,
        RATIFIED,
        NOT_RATIFIED
    }

    @Id
    private final String reference;

    @Version
    private int version;

    private final String body;
    private final int year;
    private final int number;
    private final String matter;
    private final int textVersion;
    private final String proposal;
    private final @Nullable String urgencyMotive;
    private final boolean money;
    private final String openedBy;
    private final Instant openedAt;
    private Instant endsAt;
    private Status status = Status.OPEN;
    private @Nullable Instant closedAt;
    private @Nullable String closedBy;
    private @Nullable String remark;
    private @Nullable String session;
    private @Nullable Instant ratifiedAt;

    @PersistenceCreator
    @SuppressWarnings("TooManyParameters")
    Consultation(
            String reference,
            String body,
            int year,
            int number,
            String matter,
            int textVersion,
            String proposal,
            @Nullable String urgencyMotive,
            boolean money,
            String openedBy,
            Instant openedAt,
            Instant endsAt) {
        this.reference = reference;
        this.body = body;
        this.year = year;
        this.number = number;
        this.matter = matter;
        this.textVersion = textVersion;
        this.proposal = proposal;
        this.urgencyMotive = urgencyMotive;
        this.money = money;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
        this.endsAt = endsAt;
    }

    /** Everybody agreed, or said nothing where silence agrees. */
    void agree(Instant at) {
        close(Status.AGREED, null, null, at);
    }

    /** It did not suffice: the matter goes to a session. */
    void fail(boolean objected, Instant at) {
        close(objected ? Status.OBJECTED : Status.UNANSWERED, null, null, at);
    }

    void withdraw(String motive, String by, Instant at) {
        close(Status.WITHDRAWN, motive, by, at);
    }

    private void close(Status how, @Nullable String why, @Nullable String by, Instant at) {
        require(Status.OPEN);
        status = how;
        remark = why;
        closedBy = by;
        closedAt = at;
    }

    /** The session after it was agreed has been held. */
    void comesBefore(String meeting) {
        require(Status.AGREED);
        session = meeting;
    }

    void ratify(Instant at) {
        require(Status.AGREED);
        status = Status.RATIFIED;
        ratifiedAt = at;
    }

    void refuseRatification(String why, Instant at) {
        require(Status.AGREED);
        status = Status.NOT_RATIFIED;
        remark = why;
        ratifiedAt = at;
    }

    /** The calendar changed: it never ends earlier than people were told (rule D2). */
    void prolong(Instant until) {
        if (status == Status.OPEN && until.isAfter(endsAt)) {
            endsAt = until;
        }
    }

    void requireOpen() {
        require(Status.OPEN);
    }

    private void require(Status expected) {
        if (status != expected) {
            throw CommitteeRefusal.because("wrongConsultation." + status, reference);
        }
    }

    public String reference() {
        return reference;
    }

    public String body() {
        return body;
    }

    public String matter() {
        return matter;
    }

    /** Version of the matter's text that was put to the members. */
    public int textVersion() {
        return textVersion;
    }

    /** What whoever agrees agrees to. */
    public String proposal() {
        return proposal;
    }

    /** Why it is shorter than usual; empty when it is not. */
    public Optional<String> urgencyMotive() {
        return Optional.ofNullable(urgencyMotive);
    }

    /** Whether it commits an expense: then silence does not agree. */
    public boolean money() {
        return money;
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** When answers close. */
    public Instant endsAt() {
        return endsAt;
    }

    public Status status() {
        return status;
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    boolean isRatified() {
        return status == Status.RATIFIED;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** Who withdrew it. */
    public Optional<String> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    /** Why it was withdrawn, or why the session did not ratify it. */
    public Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    /** Reference of the session that is to ratify it, once it has been held. */
    public Optional<String> session() {
        return Optional.ofNullable(session);
    }

    public Optional<Instant> ratifiedAt() {
        return Optional.ofNullable(ratifiedAt);
    }
}
