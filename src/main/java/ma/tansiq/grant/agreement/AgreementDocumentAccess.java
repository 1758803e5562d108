package ma.tansiq.grant.agreement;

import java.util.Set;
import ma.tansiq.document.DocumentAccess;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.Accounts;
import org.springframework.stereotype.Component;

/** Documents of a grant are read by those who work on grants, coordinators and auditors. */
@Component
class AgreementDocumentAccess implements DocumentAccess {

    private static final Set<String> READERS =
            Set.of("grant-officer", "authorising-officer", "finance", "coordinator", "auditor");

    /** Owner of a certificate of a bank: this, and the code of the association. */
    static final String BANK = "bank ";

    private final Agreements agreements;
    private final Accounts accounts;

    AgreementDocumentAccess(Agreements agreements, Accounts accounts) {
        this.agreements = agreements;
        this.accounts = accounts;
    }

    @Override
    public boolean mayRead(StoredDocument document, String account) {
        return (document.owner().startsWith(BANK) || agreements.existsById(document.owner()))
                && accounts.groupsOf(account).stream().anyMatch(READERS::contains);
    }
}
