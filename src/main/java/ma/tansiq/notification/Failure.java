package ma.tansiq.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt failed, by RFC 5321: a reply of the 5xx class about the address or the content is final, everything else
 * passes.
 *
 * @param reason what the server answered, on one line
 */
record Failure(Kind kind, String reason) {

    private static final int LONGEST_REASON = 500;
    private static final int SERVICE_NOT_AVAILABLE = 421;

    enum Kind {
        /** The server, not this mail: unreachable, hanging, closing, refusing our sign-in or our sender. */
        SERVER,
        /** This mail, for now. */
        TEMPORARY,
        /** This mail, for good. */
        PERMANENT
    }

    static Failure of(Exception thrown) {
        return new Failure(kind(thrown), reason(thrown));
    }

    static Failure permanent(String reason) {
        return new Failure(Kind.PERMANENT, oneLine(reason));
    }

    private static Kind kind(Exception thrown) {
        if (thrown instanceof SMTPSenderFailedException || thrown instanceof AuthenticationFailedException) {
            return Kind.SERVER;
        }
        for (Exception each = thrown; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException refused) {
                return byReply(refused.getReturnCode());
            }
            if (each instanceof SMTPSenderFailedException || each instanceof IOException) {
                return Kind.SERVER;
            }
            if (each instanceof AddressException || each instanceof UnsendableException) {
                return Kind.PERMANENT;
            }
        }
        return thrown instanceof SMTPSendFailedException refused ? byReply(refused.getReturnCode()) : fallback(thrown);
    }

    private static Kind byReply(int code) {
        if (code == SERVICE_NOT_AVAILABLE || code < 0) {
            return Kind.SERVER;
        }
        return code >= 500 ? Kind.PERMANENT : Kind.TEMPORARY;
    }

    private static Kind fallback(Exception thrown) {
        return thrown instanceof MessagingException ? Kind.SERVER : Kind.TEMPORARY;
    }

    private static @Nullable Exception next(Exception thrown) {
        return thrown instanceof MessagingException mail ? mail.getNextException() : cause(thrown);
    }

    private static @Nullable Exception cause(Exception thrown) {
        return thrown.getCause() instanceof Exception cause ? cause : null;
    }

    private static String reason(Exception thrown) {
        Exception last = thrown;
        for (Exception each = thrown; each != null; each = next(each)) {
            last = each;
        }
        String message = last.getMessage();
        return oneLine(message == null ? last.getClass().getSimpleName() : message);
    }

    private static String oneLine(String text) {
        String line = Wording.oneLine(text);
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }
}
