package ma.tansiq.deadline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The deadlines computed in this transaction. The engine asks six times for each task that it creates, and for each of
 * the members who get the same one: all of them get the same answer, computed once.
 */
@Component
class CurrentDeadlines {

    private record Key(String businessKey, String taskKind) {}

    private static final class Known extends HashMap<Key, Deadline> {
        private static final long serialVersionUID = 1L;
    }

    Deadline get(String businessKey, String taskKind, Supplier<Deadline> computed) {
        @Nullable
        Deadline known =
                known().map(all -> all.get(new Key(businessKey, taskKind))).orElse(null);
        if (known != null) {
            return known;
        }
        Deadline deadline = computed.get();
        put(businessKey, deadline);
        return deadline;
    }

    void put(String businessKey, Deadline deadline) {
        known().ifPresent(all -> all.put(new Key(businessKey, deadline.taskKind()), deadline));
    }

    void forget(String businessKey) {
        known().ifPresent(all -> all.keySet().removeIf(key -> key.businessKey().equals(businessKey)));
    }

    private Optional<Map<Key, Deadline>> known() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        if (!(TransactionSynchronizationManager.getResource(this) instanceof Known known)) {
            return Optional.of(begin());
        }
        return Optional.of(known);
    }

    private Known begin() {
        Known known = new Known();
        TransactionSynchronizationManager.bindResource(this, known);
        TransactionSynchronizationManager.registerSynchronization(new End());
        return known;
    }

    private final class End implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(CurrentDeadlines.this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CurrentDeadlines.this);
        }
    }
}
