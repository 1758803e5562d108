package ma.tansiq.replay;

import java.util.List;

/** The replay that was asked for cannot be played; nothing was touched. */
final class ReplayRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ReplayRefused(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    ReplayRefused(String problem) {
        this(List.of(problem));
    }

    List<String> problems() {
        return problems;
    }
}
