package ma.tansiq.committee.progress;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a programme reports of a quarter.
 *
 * @param narrative what was done
 * @param risks what stands in the way; empty when nothing does
 */
public record ProgressContents(
        String narrative, String risks, List<Indicator> indicators, List<BudgetLine> budget, List<Request> requests) {

    /**
     * @param unit such as {@code communes} or {@code %}; empty for a plain count
     * @param target null when none is set
     */
    public record Indicator(
            String name, String unit, @Nullable BigDecimal target, BigDecimal value) {}

    /** Amounts in dirhams, since the beginning of the year. */
    public record BudgetLine(String line, BigDecimal planned, BigDecimal committed, BigDecimal paid) {}

    /**
     * What the programme asks the body above to settle.
     *
     * @param matter reference of the matter that it became; null until it is taken up
     */
    public record Request(
            String title, String text, @Nullable String matter) {}
}
