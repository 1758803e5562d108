package ma.tansiq.grant.application;

import java.util.Set;
import java.util.UUID;
import ma.tansiq.document.DocumentAccess;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.Accounts;
import org.springframework.stereotype.Component;

/**
 * Documents of a submitted application are read by those who work on grants, coordinators and auditors; those of a draft by
 * nobody who works here. What an association reads of its own is for its portal to say.
 */
@Component
class ApplicationDocumentAccess implements DocumentAccess {

    private static final Set<String> READERS =
            Set.of("grant-officer", "authorising-officer", "finance", "coordinator", "auditor");

    private final Applications applications;
    private final Accounts accounts;

    ApplicationDocumentAccess(Applications applications, Accounts accounts) {
        this.applications = applications;
        this.accounts = accounts;
    }

    @Override
    public boolean mayRead(StoredDocument document, String account) {
        return document.owner().startsWith(Application.OWNER)
                && applications
                        .findById(UUID.fromString(document.owner().substring(Application.OWNER.length())))
                        .filter(each -> !each.isDraft())
                        .isPresent()
                && accounts.groupsOf(account).stream().anyMatch(READERS::contains);
    }
}
