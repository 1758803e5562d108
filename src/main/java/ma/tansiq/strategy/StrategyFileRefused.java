package ma.tansiq.strategy;

import java.util.List;
import java.util.stream.Collectors;

/** The strategy's file is wrong; nothing of it was loaded. Names every wrong line, not only the first. */
final class StrategyFileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final transient List<Problem> problems;

    StrategyFileRefused(String file, List<Problem> problems) {
        super(file + "\n" + problems.stream().map(p -> "  " + p).collect(Collectors.joining("\n")));
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    String file() {
        return file;
    }

    List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param line counted from 1; 0 when it concerns the file as a whole
     */
    record Problem(int line, String reason) {

        @Override
        public String toString() {
            return line == 0 ? reason : "line " + line + ": " + reason;
        }
    }
}
