package ma.tansiq.deadline;

import java.util.function.Supplier;
import ma.tansiq.engine.OncePerTransaction;
import org.springframework.stereotype.Component;

/**
 * The deadlines computed in this transaction. The engine asks six times for each task that it creates, and for each of
 * the members who get the same one: all of them get the same answer, computed once.
 */
@Component
class CurrentDeadlines {

    private record Key(String businessKey, String taskKind) {}

    private final OncePerTransaction<Key, Deadline> known = new OncePerTransaction<>();

    Deadline get(String businessKey, String taskKind, Supplier<Deadline> computed) {
        return known.get(new Key(businessKey, taskKind), key -> computed.get());
    }

    void put(String businessKey, Deadline deadline) {
        known.put(new Key(businessKey, deadline.taskKind()), deadline);
    }

    void forget(String businessKey) {
        known.forgetIf(key -> key.businessKey().equals(businessKey));
    }
}
