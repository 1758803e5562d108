package ma.tansiq.engine;

import java.util.List;
import java.util.Optional;

/**
 * Tasks that one transaction opened, published once, before it commits and after the engine has written them: whoever
 * listens tells people in the same transaction, so that nobody is told of what did not happen.
 */
public record TasksOpened(List<Opened> tasks) {

    /**
     * One of them.
     *
     * @param by account of whoever did what opened it; empty when the engine went on by itself
     */
    public record Opened(OpenTask task, Optional<String> by) {}
}
