package ma.tansiq.committee.progress;

import java.math.BigDecimal;
import java.util.List;
import ma.tansiq.committee.body.Body;
import org.jspecify.annotations.Nullable;

/** A quarter as all programmes report it, and what changed since each reported last. */
public record ProgressSummary(String review, Quarter quarter, List<Programme> programmes) {

    /**
     * @param body the programme committee
     * @param earlier quarter that it reported last before; null when it never did
     */
    public record Programme(
            ProgressReport report,
            ProgressContents contents,
            Body body,
            @Nullable Quarter earlier,
            List<IndicatorChange> indicators,
            Budget budget,
            ActionCount actions) {

        /** Whether there is something to read: a report that its chair stands behind, or that waits for him. */
        public boolean reported() {
            return report.isValidated() || report.awaitsValidation();
        }
    }

    /** @param change since the earlier report; null when that had no such indicator */
    public record IndicatorChange(
            ProgressContents.Indicator indicator, @Nullable BigDecimal change) {}

    /** Sums of all lines, in dirhams, and how much each grew since the earlier report; changes null without one. */
    public record Budget(
            BigDecimal planned,
            BigDecimal committed,
            BigDecimal paid,
            @Nullable BigDecimal committedChange,
            @Nullable BigDecimal paidChange) {}

    /**
     * @param done in the quarter
     * @param open at present, overdue ones included
     */
    public record ActionCount(int done, int open, int overdue) {}

    /** How many programmes stand so. */
    public long count(Standing standing) {
        return programmes.stream()
                .filter(each -> each.report().standing() == standing)
                .count();
    }

    /** How many programmes fed the review, on time or late. */
    public long fed() {
        return count(Standing.FED) + count(Standing.FED_LATE);
    }
}
