package ma.tansiq.demonstration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in the console that Tansiq is already running, instead of a stack trace. */
class DataDirectoryInUseAnalyzer extends AbstractFailureAnalyzer<DataDirectoryInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DataDirectoryInUse refused) {
        return new FailureAnalysis(
                "Tansiq is already running on the data directory " + refused.directory() + ".",
                "Stop the other one first, or start this one with directories and ports of its own:"
                        + " --tansiq.data-directory=data2 --server.port=8081 --spring.mail.port=3026",
                refused);
    }
}
