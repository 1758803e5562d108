package ma.tansiq.committee.opinion;

import java.time.Instant;
import ma.tansiq.committee.meeting.WrittenQuestion;

/** What people are told about opinions that are asked for, inside the transaction that makes it true. */
public final class OpinionEvents {

    private OpinionEvents() {}

    /** The adviser is asked. */
    public record Requested(WrittenQuestion question, Instant dueAt) {}

    /** The opinion came, or the date passed: the secretaries are told. */
    public record Answered(WrittenQuestion question, boolean given) {}

    /** The adviser need not answer any more. */
    public record Withdrawn(WrittenQuestion question, String motive) {}
}
