package ma.tansiq.strategy;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in the console what is wrong in the strategy's file, line by line, instead of a stack trace. */
class StrategyFileFailureAnalyzer extends AbstractFailureAnalyzer<StrategyFileRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, StrategyFileRefused refused) {
        String problems =
                refused.problems().stream().map(problem -> "  - " + problem).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "The strategy's file was refused and nothing of it was loaded.\n  " + refused.file() + "\n" + problems,
                "Correct these lines, or name another file with --tansiq.strategy=file:/path/to/strategy.yaml",
                refused);
    }
}
