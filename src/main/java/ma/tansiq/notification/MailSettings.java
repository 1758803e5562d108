package ma.tansiq.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves.
 *
 * @param from address that mail comes from; its domain also names our messages
 * @param fromName name shown beside that address
 * @param dispatchers threads of this node that send
 * @param pollInterval how often a node looks for due mail when nothing wakes it
 */
@ConfigurationProperties("tansiq.mail")
record MailSettings(
        @DefaultValue("tansiq@localhost.localdomain") String from,
        @DefaultValue("Tansiq") String fromName,
        @DefaultValue("2") int dispatchers,
        @DefaultValue("5s") Duration pollInterval) {

    /** What follows the {@code @} of the sender's address. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
