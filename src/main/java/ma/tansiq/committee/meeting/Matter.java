package ma.tansiq.committee.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** A matter (in French <em>question</em>): one thread with a permanent reference, {@code SNIA-2026-0042} (rule B1). */
public class Matter {

    enum Status {
        BACKLOG,
        ON_AGENDA,
        CLOSED
    }

    enum Confidentiality {
        PUBLIC,
        INTERNAL,
        RESTRICTED,
        SECRET
    }

    @Id
    private final String reference;

    @Version
    private int version;

    private final int year;
    private final int number;
    private final String body;
    private final String title;
    private final String text;
    private final @Nullable String proposedBy;
    private Status status;
    private final Confidentiality confidentiality;
    private final Instant createdAt;
    private final @Nullable String origin;

    @SuppressWarnings("TooManyParameters")
    Matter(
            String reference,
            int version,
            int year,
            int number,
            String body,
            String title,
            String text,
            @Nullable String proposedBy,
            Status status,
            Confidentiality confidentiality,
            Instant createdAt,
            @Nullable String origin) {
        this.reference = reference;
        this.version = version;
        this.year = year;
        this.number = number;
        this.body = body;
        this.title = title;
        this.text = text;
        this.proposedBy = proposedBy;
        this.status = status;
        this.confidentiality = confidentiality;
        this.createdAt = createdAt;
        this.origin = origin;
    }

    /** @param origin code in the strategy's file, for a matter that nobody proposed */
    @SuppressWarnings("TooManyParameters")
    static Matter opened(
            String strategy,
            int year,
            int number,
            String body,
            Proposal proposal,
            @Nullable String by,
            @Nullable String origin,
            Instant at) {
        String reference = "%s-%d-%04d".formatted(strategy, year, number);
        return new Matter(
                reference,
                0,
                year,
                number,
                body,
                proposal.title(),
                proposal.text(),
                by,
                Status.BACKLOG,
                Confidentiality.INTERNAL,
                at,
                origin);
    }

    public String reference() {
        return reference;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    String body() {
        return body;
    }

    public @Nullable String proposedBy() {
        return proposedBy;
    }

    /** Whether only named people may know what it is about (rule B8). */
    public boolean isSecret() {
        return confidentiality == Confidentiality.SECRET;
    }

    boolean inBacklog() {
        return status == Status.BACKLOG;
    }

    /** Whether it was elsewhere before. */
    boolean placedOnAgenda() {
        return moved(Status.ON_AGENDA);
    }

    /** Whether it was elsewhere before. */
    public boolean returnedToBacklog() {
        return moved(Status.BACKLOG);
    }

    /** Whether it was open before. */
    public boolean closed() {
        return moved(Status.CLOSED);
    }

    private boolean moved(Status to) {
        boolean changed = status != to;
        status = to;
        return changed;
    }
}
