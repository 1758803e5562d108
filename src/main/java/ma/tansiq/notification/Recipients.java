package ma.tansiq.notification;

import java.util.Locale;
import ma.tansiq.engine.Accounts;
import org.springframework.stereotype.Component;

/** Names, addresses and languages of accounts. */
@Component
class Recipients {

    private final Accounts accounts;

    Recipients(Accounts accounts) {
        this.accounts = accounts;
    }

    /** An account that is unknown by now still gets its mail written, without address, so that the gap shows. */
    Recipient of(String account) {
        return accounts.find(account)
                .map(known -> new Recipient(account, known.name(), known.email(), Locale.FRENCH))
                .orElseGet(() -> new Recipient(account, account, "", Locale.FRENCH));
    }
}
