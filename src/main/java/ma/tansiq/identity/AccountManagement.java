package ma.tansiq.identity;

import ma.tansiq.engine.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people change about their own account. */
@Component
public class AccountManagement {

    private final Accounts accounts;
    private final Preferences preferences;

    AccountManagement(Accounts accounts, Preferences preferences) {
        this.accounts = accounts;
        this.preferences = preferences;
    }

    /** The language of pages, forms and mails; {@code null} lets the browser decide. */
    @Transactional
    public void chooseLanguage(String account, @Nullable Language language) {
        preferences.chooseLanguage(account, language);
    }

    @Transactional
    public void chooseMail(String account, MailMode mail) {
        preferences.chooseMail(account, mail);
    }

    /**
     * Gives the account a new password.
     *
     * @throws IdentityRefusal when the current one is wrong, or the new one too short, known, or typed differently twice
     */
    @Transactional(noRollbackFor = IdentityRefusal.class)
    public void changePassword(String account, String current, String wanted, String repeated) {
        if (!accounts.passwordMatches(account, current)) {
            throw IdentityRefusal.wrongPassword();
        }
        if (!wanted.equals(repeated)) {
            throw IdentityRefusal.passwordsDiffer();
        }
        PasswordRule.check(account, wanted);
        accounts.changePassword(account, wanted);
    }
}
