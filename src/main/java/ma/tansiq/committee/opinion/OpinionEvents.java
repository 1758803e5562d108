package ma.tansiq.committee.opinion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people are told about opinions that are asked for, inside the transaction that makes it true. */
public final class OpinionEvents {

    private OpinionEvents() {}

    /**
     * What every such message says.
     *
     * @param title of the matter; null when a mail must not say what it is about (rule B8)
     * @param recipients accounts of the adviser, or of the secretaries who asked
     */
    public record OpinionNotice(
            String reference, String matter, @Nullable String title, String body, List<String> recipients) {}

    /** The adviser is asked. */
    public record Requested(OpinionNotice notice, Instant dueAt) {}

    /** The opinion came, or the date passed: the secretaries are told. */
    public record Answered(OpinionNotice notice, boolean given) {}

    /** The adviser need not answer any more. */
    public record Withdrawn(OpinionNotice notice, String motive) {}
}
