package ma.tansiq.deadline;

import java.util.List;
import java.util.Map;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the modules that own the subjects know about them; what none knows gets the general rules. */
@Component
class Subjects {

    private static final DeadlineSubject UNKNOWN = new DeadlineSubject("", "", Map.of());

    private final ObjectProvider<DeadlineSubjects> owners;
    private final Accounts accounts;

    Subjects(ObjectProvider<DeadlineSubjects> owners, Accounts accounts) {
        this.owners = owners;
        this.accounts = accounts;
    }

    DeadlineSubject of(String businessKey) {
        return owners.orderedStream()
                .flatMap(owner -> owner.find(businessKey).stream())
                .findFirst()
                .orElse(UNKNOWN);
    }

    List<String> accountsOn(Rung rung, String businessKey) {
        List<String> seated = owners.orderedStream()
                .filter(owner -> owner.find(businessKey).isPresent())
                .findFirst()
                .map(owner -> owner.accountsOn(rung, businessKey))
                .orElse(List.of());
        return seated.isEmpty() && rung == Rung.COORDINATOR ? coordinators() : seated;
    }

    private List<String> coordinators() {
        return accounts.membersOf("coordinator").stream().map(Account::id).toList();
    }
}
