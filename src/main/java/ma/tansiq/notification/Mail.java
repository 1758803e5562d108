package ma.tansiq.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, as it was rendered when its cause happened. Nothing of it changes afterwards but where it stands
 * and, when somebody corrected it, the address.
 *
 * @param cause what happened; unique together with recipient and template
 * @param recipient account
 * @param messageId stable, so that a receiver recognises a second copy
 * @param invitation the RFC 5545 object, with {@code method} {@code REQUEST} or {@code CANCEL}
 * @param nextAttemptAt by the application's clock
 * @param notBefore until then it is held back; null for what goes at once
 */
record Mail(
        UUID id,
        long position,
        String cause,
        String template,
        String recipient,
        String reference,
        String language,
        String recipientName,
        String address,
        @Nullable String replyTo,
        String messageId,
        String subject,
        String bodyText,
        String bodyHtml,
        @Nullable String invitation,
        @Nullable String method,
        Instant createdAt,
        MailState state,
        int attempts,
        Instant nextAttemptAt,
        Failure.@Nullable Kind failure,
        @Nullable String lastError,
        @Nullable Instant sentAt,
        @Nullable Instant notBefore) {

    /** A file that goes with a mail. */
    record Enclosure(UUID document, String fileName) {}

    /** Mail was written and committed: dispatchers may look for it. */
    record Queued() {}

    /** A mail to be written. */
    record Draft(
            String cause,
            Template template,
            Recipient recipient,
            String reference,
            Letter letter,
            @Nullable String replyTo,
            @Nullable Invitation invitation,
            List<Enclosure> enclosures) {

        /** A mail with nothing but its letter. */
        static Draft plain(String cause, Template template, Recipient recipient, String reference, Letter letter) {
            return new Draft(cause, template, recipient, reference, letter, null, null, List.of());
        }
    }
}
