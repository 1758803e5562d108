package ma.tansiq.grant.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.tansiq.deadline.DeadlineSubject;
import ma.tansiq.deadline.DeadlineSubjects;
import ma.tansiq.deadline.Rung;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import org.springframework.stereotype.Component;

/** Tells the deadline rules about calls: the officers stand below the authorising officers (rule D1). */
@Component
class CallDeadlines implements DeadlineSubjects {

    private final Calls calls;
    private final Accounts accounts;

    CallDeadlines(Calls calls, Accounts accounts) {
        this.calls = calls;
        this.accounts = accounts;
    }

    @Override
    public Optional<DeadlineSubject> find(String businessKey) {
        return calls.find(businessKey).map(each -> new DeadlineSubject(each.title(Locale.FRENCH), "GRANT", Map.of()));
    }

    @Override
    public List<String> accountsOn(Rung rung, String businessKey) {
        return switch (rung) {
            case ASSIGNEE -> List.of();
            case SECRETARY -> members("grant-officer");
            case CHAIR, PARENT_SECRETARIAT -> members("authorising-officer");
            case COORDINATOR -> members("coordinator");
        };
    }

    private List<String> members(String group) {
        return accounts.membersOf(group).stream().map(Account::id).toList();
    }
}
