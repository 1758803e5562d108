package ma.tansiq.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A connection to the mail server, opened when the first mail needs it and used for the next ones. Never waits for the
 * server without limit, whatever the configuration says.
 */
final class SmtpConnection implements AutoCloseable {

    private static final String CONNECT_LIMIT = "5000";
    private static final String READ_LIMIT = "20000";

    private final JavaMailSenderImpl sender;
    private final Session session;
    private @Nullable Transport transport;

    SmtpConnection(JavaMailSenderImpl sender) {
        this.sender = sender;
        this.session = Session.getInstance(limited(sender.getJavaMailProperties()));
    }

    Session session() {
        return session;
    }

    void send(MimeMessage message) throws MessagingException {
        Transport open = transport == null || !transport.isConnected() ? connect() : transport;
        open.sendMessage(message, message.getAllRecipients());
    }

    @Override
    public void close() {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException e) {
            // the server is gone: so is the connection
        } finally {
            transport = null;
        }
    }

    private Transport connect() throws MessagingException {
        close();
        Transport opened = session.getTransport(protocol());
        transport = opened;
        opened.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
        return opened;
    }

    private String protocol() {
        return Objects.requireNonNullElse(sender.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }

    private Properties limited(Properties configured) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol() + ".";
        properties.put(prefix + "connectiontimeout", CONNECT_LIMIT);
        properties.put(prefix + "timeout", READ_LIMIT);
        properties.put(prefix + "writetimeout", READ_LIMIT);
        properties.putAll(configured);
        return properties;
    }
}
