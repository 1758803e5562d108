package ma.tansiq.deadline;

import java.util.List;
import java.util.stream.Stream;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.OpenTask;
import org.springframework.stereotype.Component;

/** Whose task it is: who holds it, with the absent person that the holder stands in for, or everybody who may take it when nobody has. */
@Component
class Holders {

    private final Accounts accounts;

    Holders(Accounts accounts) {
        this.accounts = accounts;
    }

    List<String> of(OpenTask task) {
        return task.assignee()
                .map(holder -> Stream.concat(Stream.of(holder), task.absent().stream())
                        .distinct()
                        .toList())
                .orElseGet(() -> candidates(task).toList());
    }

    private Stream<String> candidates(OpenTask task) {
        return task.candidateGroups().stream()
                .flatMap(group -> accounts.membersOf(group).stream())
                .map(Account::id)
                .distinct();
    }
}
