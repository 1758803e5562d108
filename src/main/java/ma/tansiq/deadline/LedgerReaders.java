package ma.tansiq.deadline;

import ma.tansiq.identity.ToldOfTasks;
import org.springframework.stereotype.Component;

/** Whoever was reminded of a task, or told that it is late, is in the ledger. */
@Component
class LedgerReaders implements ToldOfTasks {

    private final Ledger ledger;

    LedgerReaders(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean wasTold(String account, String taskId) {
        return ledger.ofTask(taskId).stream().anyMatch(each -> each.recipient().equals(account));
    }
}
