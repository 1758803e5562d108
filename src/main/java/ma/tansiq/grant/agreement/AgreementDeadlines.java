package ma.tansiq.grant.agreement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.tansiq.deadline.DeadlineSubject;
import ma.tansiq.deadline.DeadlineSubjects;
import ma.tansiq.deadline.Rung;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import org.springframework.stereotype.Component;

/** Tells the deadline rules about agreements: the officers stand below the authorising officers (rule D1). */
@Component
class AgreementDeadlines implements DeadlineSubjects {

    private final Agreements agreements;
    private final Accounts accounts;

    AgreementDeadlines(Agreements agreements, Accounts accounts) {
        this.agreements = agreements;
        this.accounts = accounts;
    }

    @Override
    public Optional<DeadlineSubject> find(String businessKey) {
        return agreements.findById(businessKey).map(each -> new DeadlineSubject(each.title(), "GRANT", Map.of()));
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
