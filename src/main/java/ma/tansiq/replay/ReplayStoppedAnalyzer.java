package ma.tansiq.replay;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in the console where the play stopped, and why. */
class ReplayStoppedAnalyzer extends AbstractFailureAnalyzer<ReplayStopped> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ReplayStopped stopped) {
        String cause = stopped.getCause() == null ? "" : " (" + stopped.getCause() + ")";
        return new FailureAnalysis(
                "The replay stopped: " + stopped.getMessage() + cause,
                "What was played so far is of no use; the next replay into the same directory begins anew. When a task is"
                        + " unknown to the play, teach it in ma.tansiq.replay.",
                stopped);
    }
}
