package ma.tansiq.grant.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One evaluator's part in a file (rule E4).
 *
 * @param evaluator account
 * @param scores one for each criterion, once it is in
 * @param remark on the whole, or why the evaluator is recused
 */
public record Evaluation(
        String evaluator,
        Status status,
        List<Score> scores,
        @Nullable String remark) {

    public enum Status {
        AWAITED,
        IN,
        /** Somebody else does it: a conflict of interest was declared. */
        RECUSED,
        /** Somebody else does it: the cut-off was missed. */
        REPLACED
    }

    /**
     * @param code of the criterion
     * @param points at most the criterion's weight
     */
    public record Score(String code, int points, String comment) {}

    int total() {
        return scores.stream().mapToInt(Score::points).sum();
    }
}
