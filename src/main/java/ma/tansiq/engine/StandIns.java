package ma.tansiq.engine;

import java.util.Optional;

/** Says who does a person's tasks in the person's absence; the module that keeps absences answers. */
public interface StandIns {

    /** Account that does a task of that kind about that reference instead of the account now, if any. */
    Optional<String> of(String businessKey, String taskKind, String account);

    /** A task of the account was done by whoever stands in. Called in the transaction that completes it. */
    void did(String businessKey, String taskKind, String account, String standIn);
}
