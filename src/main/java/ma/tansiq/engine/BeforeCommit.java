package ma.tansiq.engine;

import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does work of the application itself at the end of the transaction that asks for it: the engine has written what it
 * opened, and what fails now undoes all of it.
 */
@Component
public class BeforeCommit {

    private final Acting acting;

    BeforeCommit(Acting acting) {
        this.acting = acting;
    }

    /** In the order asked for, and before {@link TasksOpened} is published. */
    public void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalTransactionStateException("nothing will be committed here");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return 0;
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                unrestricted(work);
            }
        });
    }

    void unrestricted(Runnable work) {
        acting.unrestricted(() -> {
            work.run();
            return true;
        });
    }
}
