package ma.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class OncePerTransactionTests {

    private final OncePerTransaction<String, Integer> known = new OncePerTransaction<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final TransactionTemplate transaction = new TransactionTemplate(new Transactions());
    private final TransactionTemplate another = new TransactionTemplate(new Transactions());

    @BeforeEach
    void anotherIsNew() {
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Test
    void readsOnceInATransactionAndAgainInTheNext() {
        transaction.executeWithoutResult(status -> {
            assertThat(read()).isEqualTo(1);
            assertThat(read()).isEqualTo(1);
        });
        transaction.executeWithoutResult(status -> assertThat(read()).isEqualTo(2));
    }

    @Test
    void forgetsWhatWasWritten() {
        transaction.executeWithoutResult(status -> {
            read();
            known.forget("a");
            assertThat(read()).isEqualTo(2);
        });
    }

    @Test
    void forgetsWhatARolledBackTransactionRead() {
        transaction.executeWithoutResult(status -> {
            read();
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> assertThat(read()).isEqualTo(2));
    }

    @Test
    void keepsTransactionsApart() {
        transaction.executeWithoutResult(status -> {
            read();
            another.executeWithoutResult(inner -> assertThat(read()).isEqualTo(2));
            assertThat(read()).as("what the suspended one knew").isEqualTo(3);
        });
    }

    @Test
    void remembersNothingOutsideATransaction() {
        assertThat(read()).isEqualTo(1);
        assertThat(read()).isEqualTo(2);
    }

    private int read() {
        return known.get("a", key -> reads.incrementAndGet());
    }

    /** Transactions over nothing. */
    private static final class Transactions extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;
        private static final ThreadLocal<Integer> OPEN = ThreadLocal.withInitial(() -> 0);

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected boolean isExistingTransaction(Object transaction) {
            return OPEN.get() > 0;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            OPEN.set(OPEN.get() + 1);
        }

        @Override
        protected Object doSuspend(Object transaction) {
            return transaction;
        }

        @Override
        protected void doResume(@org.jspecify.annotations.Nullable Object transaction, Object suspended) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            OPEN.set(OPEN.get() - 1);
        }
    }
}
