package ma.tansiq.grant.application;

import java.util.List;

/** What an association is told about its file, inside the transaction that makes it true. */
public final class FileEvents {

    private FileEvents() {}

    /** It has a number; this is the receipt. */
    public record Submitted(Application application, Receipt receipt) {}

    /** These documents are to be replaced, until the day that the application says. */
    public record CompletionAsked(Application application, List<AttachedDocument> returned) {}

    /** The day comes near. */
    public record CompletionAwaited(Application application) {}

    public record Admissible(Application application) {}

    /** Its motive is the application's; an appeal is possible. */
    public record Inadmissible(Application application) {}

    public record Withdrawn(Application application) {}
}
