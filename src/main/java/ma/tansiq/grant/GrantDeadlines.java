package ma.tansiq.grant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.tansiq.deadline.DeadlineSubject;
import ma.tansiq.deadline.DeadlineSubjects;
import ma.tansiq.deadline.Rung;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.grant.agreement.Agreement;
import ma.tansiq.grant.agreement.Agreements;
import ma.tansiq.grant.application.Applications;
import ma.tansiq.grant.call.Calls;
import org.springframework.stereotype.Component;

/**
 * Tells the deadline rules about calls, submitted files and agreements: the officers stand below the authorising officers
 * (rule D1).
 */
@Component
class GrantDeadlines implements DeadlineSubjects {

    private static final String LEVEL = "GRANT";

    private final Calls calls;
    private final Applications applications;
    private final Agreements agreements;
    private final Accounts accounts;

    GrantDeadlines(Calls calls, Applications applications, Agreements agreements, Accounts accounts) {
        this.calls = calls;
        this.applications = applications;
        this.agreements = agreements;
        this.accounts = accounts;
    }

    @Override
    public Optional<DeadlineSubject> find(String businessKey) {
        return calls.find(businessKey)
                .map(each -> each.title(Locale.FRENCH))
                .or(() -> applications
                        .findByReference(businessKey)
                        .map(each -> each.content().title()))
                .or(() -> agreements.findById(businessKey).map(Agreement::title))
                .map(title -> new DeadlineSubject(title, LEVEL, Map.of()));
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
