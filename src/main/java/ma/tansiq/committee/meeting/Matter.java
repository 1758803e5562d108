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
        /** Members are asked in writing, or were and the next session is to ratify it (rule B7). */
        CONSULTED,
        CLOSED
    }

    /** Who may know it (rule B8). */
    public enum Confidentiality {
        PUBLIC,
        INTERNAL,
        RESTRICTED,
        SECRET
    }

    private static final int LONGEST_TITLE = 200;

    @Id
    private final String reference;

    @Version
    private int version;

    private final int year;
    private final int number;
    private final String firstBody;
    private String body;
    private int passage;
    private String title;
    private String text;
    private int textVersion;
    private final @Nullable String proposedBy;
    private Status status;
    private Confidentiality confidentiality;
    private final Instant createdAt;
    private final @Nullable String origin;
    private final @Nullable String parent;
    private final int part;
    private final @Nullable Integer splitAt;
    private final @Nullable ItemOutcome partOutcome;

    @SuppressWarnings("TooManyParameters")
    Matter(
            String reference,
            int version,
            int year,
            int number,
            String firstBody,
            String body,
            int passage,
            String title,
            String text,
            int textVersion,
            @Nullable String proposedBy,
            Status status,
            Confidentiality confidentiality,
            Instant createdAt,
            @Nullable String origin,
            @Nullable String parent,
            int part,
            @Nullable Integer splitAt,
            @Nullable ItemOutcome partOutcome) {
        this.reference = reference;
        this.version = version;
        this.year = year;
        this.number = number;
        this.firstBody = firstBody;
        this.body = body;
        this.passage = passage;
        this.title = title;
        this.text = text;
        this.textVersion = textVersion;
        this.proposedBy = proposedBy;
        this.status = status;
        this.confidentiality = confidentiality;
        this.createdAt = createdAt;
        this.origin = origin;
        this.parent = parent;
        this.part = part;
        this.splitAt = splitAt;
        this.partOutcome = partOutcome;
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
                body,
                1,
                proposal.title(),
                proposal.text(),
                1,
                by,
                Status.BACKLOG,
                Confidentiality.INTERNAL,
                at,
                origin,
                null,
                0,
                null,
                null);
    }

    public String reference() {
        return reference;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }

    /** Raised by every correction (rule B2); earlier texts are kept. */
    public int textVersion() {
        return textVersion;
    }

    /** Code of the body that it is, or was last, before. */
    public String body() {
        return body;
    }

    /** Code of the body that it was opened in. */
    public String firstBody() {
        return firstBody;
    }

    /** 1, 2, …: how many times it came before a body, the present time included. */
    public int passage() {
        return passage;
    }

    public boolean isClosed() {
        return status == Status.CLOSED;
    }

    public @Nullable String proposedBy() {
        return proposedBy;
    }

    /** Whether only named people may know what it is about (rule B8). */
    public boolean isSecret() {
        return confidentiality == Confidentiality.SECRET;
    }

    /** Whether its title is told to those it concerns alone, and never in a mail (rule B8). */
    public boolean isConfidential() {
        return isSecret() || confidentiality == Confidentiality.RESTRICTED;
    }

    public Confidentiality confidentiality() {
        return confidentiality;
    }

    /** Who may know it from now on. */
    public void classify(Confidentiality level) {
        confidentiality = level;
    }

    /** Whether it is about the body itself, whose minutes it approves or whose late actions it lists, and ends with it. */
    public boolean isOwnBusiness() {
        return origin != null && (origin.startsWith("PV:") || origin.startsWith("OVERDUE:"));
    }

    public boolean inBacklog() {
        return status == Status.BACKLOG;
    }

    /** Whether it was elsewhere before. */
    boolean placedOnAgenda() {
        return moved(Status.ON_AGENDA);
    }

    /** Whether it was elsewhere before. */
    boolean returnedToBacklog() {
        return moved(Status.BACKLOG);
    }

    /** Whether its members are asked in writing, or have agreed so and the next session is to ratify it. */
    public boolean isConsulted() {
        return status == Status.CONSULTED;
    }

    /**
     * Its members are asked in writing: no agenda takes it up meanwhile (rule B7).
     *
     * @throws CommitteeRefusal unless it waits for an agenda
     */
    public void consult() {
        if (status != Status.BACKLOG) {
            throw CommitteeRefusal.because("matterNotWaiting." + status, reference);
        }
        status = Status.CONSULTED;
    }

    /** Waits for an agenda of the body that was asked, as before. */
    public void consultationOver() {
        returnedToBacklog();
    }

    /**
     * One of the parts that it is split into, {@code SNIA-2026-0042.1}: it has the thread of the whole until now, and an
     * outcome of its own (rule B1).
     *
     * @param number 1, 2, …
     * @param suffix what its title adds to that of the whole
     * @param outcome what the session made of this part
     */
    public Matter part(int number, String suffix, String partText, ItemOutcome outcome, Instant at) {
        String whole = title.length() + suffix.length() > LONGEST_TITLE
                ? title.substring(0, LONGEST_TITLE - suffix.length())
                : title;
        return new Matter(
                reference + "." + number,
                0,
                year,
                this.number,
                firstBody,
                body,
                passage,
                whole + suffix,
                partText,
                1,
                proposedBy,
                Status.CLOSED,
                confidentiality,
                at,
                null,
                reference,
                number,
                passage,
                outcome);
    }

    /** Whether it is itself a part, which is not split again. */
    public boolean isPart() {
        return parent != null;
    }

    /** Waits for an agenda again, as a new passage: of that body, which may be another one (rules B2, B5). */
    public void goesBefore(String next) {
        body = next;
        passage++;
        status = Status.BACKLOG;
    }

    /** What it says from now on. */
    public void correct(String correctedTitle, String correctedText) {
        title = correctedTitle;
        text = correctedText;
        textVersion++;
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
