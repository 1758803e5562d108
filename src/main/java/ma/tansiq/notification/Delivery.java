package ma.tansiq.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one mail: takes its row, hands it to the server, marks the row, in one transaction. If the node dies in between,
 * the row is free again and the mail goes once more under the same Message-ID.
 */
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Outbox outbox;
    private final MessageWriter writer;
    private final TransactionTemplate transaction;

    Delivery(Outbox outbox, MessageWriter writer, PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.writer = writer;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of the attempt. */
    enum Outcome {
        NOTHING_DUE,
        SENT,
        FAILED,
        SERVER_FAILED
    }

    Outcome next(SmtpConnection connection) {
        Outcome outcome = transaction.execute(
                status -> outbox.claim().map(mail -> attempt(mail, connection)).orElse(Outcome.NOTHING_DUE));
        return Optional.ofNullable(outcome).orElse(Outcome.NOTHING_DUE);
    }

    private Outcome attempt(Mail mail, SmtpConnection connection) {
        Optional<Failure> failure = send(mail, connection);
        if (failure.isEmpty()) {
            outbox.sent(mail);
            return Outcome.SENT;
        }
        connection.close();
        outbox.failed(mail, failure.get());
        log.warn(
                "mail not sent mail={} reference={} template={} attempt={} failure={}",
                mail.id(),
                mail.reference(),
                mail.template(),
                mail.attempts() + 1,
                failure.get().kind());
        return failure.get().kind() == Failure.Kind.SERVER ? Outcome.SERVER_FAILED : Outcome.FAILED;
    }

    private Optional<Failure> send(Mail mail, SmtpConnection connection) {
        try {
            MimeMessage message = writer.write(mail, outbox.enclosures(mail.id()), connection.session());
            connection.send(message);
            return Optional.empty();
        } catch (MessagingException | RuntimeException e) {
            return Optional.of(Failure.of(e));
        }
    }
}
