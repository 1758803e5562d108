package ma.tansiq.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Whom a mail goes to.
 *
 * @param address empty when the account has none
 * @param digest whether one digest a day was chosen for what may wait (rule D4)
 */
record Recipient(String account, String name, String address, Locale locale, boolean digest) {

    Recipient(String account, String name, String address, Locale locale) {
        this(account, name, address, locale, false);
    }

    /** Whether mail can be addressed to it at all: one plain address, nothing else. */
    boolean isReachable() {
        try {
            new InternetAddress(address, true).validate();
            return new URI("mailto:" + address).getSchemeSpecificPart().equals(address);
        } catch (AddressException | URISyntaxException e) {
            return false;
        }
    }
}
