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
 */
record Recipient(String account, String name, String address, Locale locale) {

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
