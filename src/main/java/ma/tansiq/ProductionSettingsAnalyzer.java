package ma.tansiq;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in the console everything that production lacks, instead of a stack trace. */
class ProductionSettingsAnalyzer extends AbstractFailureAnalyzer<ProductionSettingsRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ProductionSettingsRefused refused) {
        String problems = refused.problems().stream().map(p -> "  - " + p).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "Tansiq does not start in production with these settings:\n" + problems,
                "Set each as an environment variable (the name in capitals), or start without the production profile"
                        + " for a demonstration.",
                refused);
    }
}
