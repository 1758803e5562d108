package ma.tansiq.committee.opinion;

import java.time.Instant;
import java.util.Optional;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** An opinion asked of one adviser on a matter, {@code CP11-2026-AV01} (rule B6). */
@Table("opinion_request")
public class OpinionRequest {

    /** Where it stands. */
    public enum Status {
        OPEN,
        GIVEN,
        /** The date passed: it is noted that no opinion was given. */
        NONE_GIVEN,
        WITHDRAWN
    }

    /** What the adviser thinks of it. */
    public enum Position {
        FAVOURABLE,
        WITH_RESERVATIONS,
        UNFAVOURABLE
    }

    @Id
    private final String reference;

    @Version
    private int version;

    private final String body;
    private final int year;
    private final int number;
    private final String matter;
    private final @Nullable String person;
    private final @Nullable String office;
    private final String question;
    private final String openedBy;
    private final Instant openedAt;
    private Instant dueAt;
    private Status status = Status.OPEN;
    private @Nullable Position position;
    private @Nullable String opinion;
    private @Nullable String givenBy;
    private @Nullable Instant closedAt;
    private @Nullable String remark;

    @PersistenceCreator
    @SuppressWarnings("TooManyParameters")
    OpinionRequest(
            String reference,
            String body,
            int year,
            int number,
            String matter,
            @Nullable String person,
            @Nullable String office,
            String question,
            String openedBy,
            Instant openedAt,
            Instant dueAt) {
        this.reference = reference;
        this.body = body;
        this.year = year;
        this.number = number;
        this.matter = matter;
        this.person = person;
        this.office = office;
        this.question = question;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
        this.dueAt = dueAt;
    }

    void give(Position what, String text, String by, Instant at) {
        close(Status.GIVEN, at);
        position = what;
        opinion = text;
        givenBy = by;
    }

    void expire(Instant at) {
        close(Status.NONE_GIVEN, at);
    }

    void withdraw(String why, Instant at) {
        close(Status.WITHDRAWN, at);
        remark = why;
    }

    private void close(Status how, Instant at) {
        if (status != Status.OPEN) {
            throw CommitteeRefusal.because("wrongOpinion." + status, reference);
        }
        status = how;
        closedAt = at;
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

    /** Account of the person asked; empty when an office is. */
    public Optional<String> person() {
        return Optional.ofNullable(person);
    }

    /** Candidate group of the office asked, {@code CP2-secretary}; empty when a person is. */
    public Optional<String> office() {
        return Optional.ofNullable(office);
    }

    public String question() {
        return question;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Status status() {
        return status;
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    public Optional<String> opinion() {
        return Optional.ofNullable(opinion);
    }

    public Optional<String> givenBy() {
        return Optional.ofNullable(givenBy);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** Why it was withdrawn. */
    public Optional<String> remark() {
        return Optional.ofNullable(remark);
    }
}
