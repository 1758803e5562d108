package ma.tansiq.committee.cadence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that a body owes by its cadence (rule A2). Days are days of Morocco's legal time.
 *
 * @param since the period begins on the day after: that of the meeting before, or of the obligation missed before
 * @param cadence ISO 8601 period that set the date
 * @param dueOn last day of the period
 * @param shiftedTo the day that counts instead, where {@code dueOn} lies in a quiet period (rule A2b)
 * @param meeting the one that was held, or whose chair is asked why none was
 * @param reason why it was missed, once the chair has said so
 */
public record Obligation(
        String body,
        LocalDate since,
        String cadence,
        LocalDate dueOn,
        @Nullable LocalDate shiftedTo,
        Outcome outcome,
        @Nullable String meeting,
        @Nullable String reason,
        @Nullable String justifiedBy,
        @Nullable Instant justifiedAt) {

    /** What became of it. */
    public enum Outcome {
        OPEN,
        HELD,
        MISSED
    }

    /** The last day on which a meeting fulfils it. */
    public LocalDate date() {
        return shiftedTo == null ? dueOn : shiftedTo;
    }

    public boolean isMissed() {
        return outcome == Outcome.MISSED;
    }
}
