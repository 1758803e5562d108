package ma.tansiq.grant.application;

import java.util.Set;
import java.util.UUID;
import ma.tansiq.document.DocumentAccess;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.Accounts;
import org.springframework.stereotype.Component;

/**
 * Documents of a submitted application are read by those who work on grants, coordinators, auditors and the
 * evaluators who have the file; those of a draft by
 * nobody who works here. What an association reads of its own is for its portal to say.
 */
@Component
class ApplicationDocumentAccess implements DocumentAccess {

    private static final Set<String> READERS =
            Set.of("grant-officer", "authorising-officer", "finance", "coordinator", "auditor");

    private final Applications applications;
    private final Evaluations evaluations;
    private final Accounts accounts;

    ApplicationDocumentAccess(Applications applications, Evaluations evaluations, Accounts accounts) {
        this.applications = applications;
        this.evaluations = evaluations;
        this.accounts = accounts;
    }

    @Override
    public boolean mayRead(StoredDocument document, String account) {
        if (!document.owner().startsWith(Application.OWNER)) {
            return false;
        }
        UUID application = UUID.fromString(document.owner().substring(Application.OWNER.length()));
        return applications
                        .findById(application)
                        .filter(each -> !each.isDraft())
                        .isPresent()
                && (accounts.groupsOf(account).stream().anyMatch(READERS::contains) || evaluates(application, account));
    }

    private boolean evaluates(UUID application, String account) {
        return evaluations.of(application).stream()
                .filter(each -> each.status() == Evaluation.Status.AWAITED || each.status() == Evaluation.Status.IN)
                .anyMatch(each -> each.evaluator().equals(account));
    }
}
