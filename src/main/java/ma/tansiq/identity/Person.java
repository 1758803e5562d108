package ma.tansiq.identity;

import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who can sign in, with what mails and pages need to know.
 *
 * @param account sign-in name
 * @param name given and family name; the sign-in name when neither is known
 * @param email empty when there is none
 * @param language the language chosen; empty lets the browser, then French decide
 */
public record Person(String account, String name, String email, Optional<Locale> language, MailMode mail) {

    /** The language for what is written without a browser: the one chosen, else French. */
    public Locale writtenLanguage() {
        return language.orElse(Language.FRENCH.locale());
    }
}
