package ma.tansiq.replay;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in the console all that is wrong with the replay that was asked for, instead of a stack trace. */
class ReplayRefusedAnalyzer extends AbstractFailureAnalyzer<ReplayRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ReplayRefused refused) {
        String problems = refused.problems().stream().map(p -> "  - " + p).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "This replay is not played:\n" + problems,
                "Example: mvn spring-boot:run -Dspring-boot.run.profiles=replay"
                        + " -Dspring-boot.run.arguments=\"--tansiq.replay.from=2017-09-01 --tansiq.replay.to=2018-08-31"
                        + " --tansiq.replay.seed=7 --tansiq.replay.rules.CP.silence=3\"",
                refused);
    }
}
