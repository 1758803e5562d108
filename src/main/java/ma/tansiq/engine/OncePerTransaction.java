package ma.tansiq.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction has read or computed, so that a step does it once however often the diagram asks. Whoever writes
 * the thing says so by {@link #forget}; the end or suspension of the transaction forgets everything. Outside a
 * transaction nothing is remembered.
 */
public final class OncePerTransaction<K, V> {

    private static final class Known<K, V> extends HashMap<K, V> {
        private static final long serialVersionUID = 1L;
    }

    public V get(K key, Function<? super K, ? extends V> read) {
        Map<K, V> known = known();
        @Nullable V value = known.get(key);
        if (value == null) {
            value = read.apply(key);
            known.put(key, value);
        }
        return value;
    }

    public void put(K key, V value) {
        known().put(key, value);
    }

    public void forget(K key) {
        known().remove(key);
    }

    public void forgetIf(Predicate<? super K> which) {
        known().keySet().removeIf(which);
    }

    @SuppressWarnings("unchecked")
    private Map<K, V> known() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new HashMap<>();
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Known<?, ?> known) {
            return (Map<K, V>) known;
        }
        Known<K, V> begun = new Known<>();
        TransactionSynchronizationManager.bindResource(this, begun);
        TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        return begun;
    }

    private final class Forgetting implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }
    }
}
