package ma.tansiq.demonstration;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A whole message of the mailbox, as it came in by SMTP. */
final class ReceivedMessage {

    private final long number;
    private final MimeMessage message;
    private final List<Part> leaves = new ArrayList<>();

    ReceivedMessage(long number, MimeMessage message) {
        this.number = number;
        this.message = message;
        collect(message);
    }

    ReceivedMail summary() {
        try {
            return new ReceivedMail(number, recipient(), sender(), subject(), date(message.getSentDate()));
        } catch (MessagingException e) {
            throw new IllegalStateException("unreadable message " + number, e);
        }
    }

    Optional<String> text() {
        return body("text/plain");
    }

    Optional<String> html() {
        return body("text/html");
    }

    /** The calendar invitation that mail programs act on. */
    Optional<String> invitation() {
        return body("text/calendar");
    }

    /** Names of the attached files, in order. */
    List<String> attachments() {
        return files().stream().map(ReceivedMessage::fileName).toList();
    }

    byte[] attachment(int index) {
        try (InputStream in = files().get(index).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("unreadable message " + number, e);
        }
    }

    String header(String name) {
        try {
            return Optional.ofNullable(message.getHeader(name, ", ")).orElse("");
        } catch (MessagingException e) {
            throw new IllegalStateException("unreadable message " + number, e);
        }
    }

    private List<Part> files() {
        return leaves.stream().filter(part -> !fileName(part).isEmpty()).toList();
    }

    private Optional<String> body(String type) {
        return leaves.stream()
                .filter(part -> isType(part, type) && fileName(part).isEmpty())
                .findFirst()
                .map(ReceivedMessage::content);
    }

    private void collect(Part part) {
        try {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart child = parts.getBodyPart(i);
                    collect(child);
                }
            } else {
                leaves.add(part);
            }
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("unreadable message " + number, e);
        }
    }

    private String recipient() {
        return header("Delivered-To").lines().findFirst().orElse("").split(", ", 2)[0];
    }

    private String sender() throws MessagingException {
        var from = message.getFrom();
        return from == null || from.length == 0 ? "" : ((InternetAddress) from[0]).toUnicodeString();
    }

    private String subject() throws MessagingException {
        return Optional.ofNullable(message.getSubject()).orElse("");
    }

    private static String content(Part part) {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), charset(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String charset(Part part) throws MessagingException {
        String type = part.getContentType().toLowerCase(Locale.ROOT);
        return type.contains("utf-8") ? "UTF-8" : "ISO-8859-1";
    }

    private static boolean isType(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fileName(Part part) {
        try {
            String name = part.getFileName();
            return name == null ? "" : MimeUtility.decodeText(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant date(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
