package ma.tansiq.demonstration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the mailbox's list. */
record ReceivedMail(
        long number,
        String recipient,
        String sender,
        String subject,
        @Nullable Instant date) {}
