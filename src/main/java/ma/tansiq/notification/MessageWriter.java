package ma.tansiq.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import ma.tansiq.committee.meeting.AttendanceLinks;
import org.springframework.stereotype.Component;

/**
 * Makes the MIME message of a mail: text, HTML and the calendar part that mail programs act on as alternatives of one
 * another, then the invitation and the papers as files. The same mail makes the same message, Message-ID and date
 * included.
 */
@Component
class MessageWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;
    private final Papers papers;
    private final AttendanceLinks links;

    MessageWriter(MailSettings settings, Papers papers, AttendanceLinks links) {
        this.links = links;
        this.settings = settings;
        this.papers = papers;
    }

    /**
     * The message, ready to be sent.
     *
     * @throws UnsendableException or {@link AddressException} when no attempt can ever succeed
     */
    MimeMessage write(Mail mail, List<Mail.Enclosure> enclosures, Session session) throws MessagingException {
        MimeMessage message = new Identified(session, mail.messageId());
        message.setFrom(address(settings.from(), settings.fromName()));
        message.setRecipient(MimeMessage.RecipientType.TO, address(mail.address(), mail.recipientName()));
        String replyTo = mail.replyTo();
        if (replyTo != null) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo, true)});
        }
        message.setSubject(Wording.subject(mail.subject()), UTF_8);
        message.setSentDate(Date.from(mail.createdAt()));
        message.setHeader("References", "<" + thread(mail) + "@" + settings.domain() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language());
        message.setContent(content(mail, enclosures));
        message.saveChanges();
        return message;
    }

    private MimeMultipart content(Mail mail, List<Mail.Enclosure> enclosures) throws MessagingException {
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(alternatives(mail));
        mixed.addBodyPart(body);
        String invitation = mail.invitation();
        if (invitation != null) {
            byte[] content = invitation.getBytes(StandardCharsets.UTF_8);
            mixed.addBodyPart(file(content, "application/ics", mail.reference() + ".ics"));
        }
        for (Mail.Enclosure each : enclosures) {
            Papers.Paper paper = papers.open(each.document());
            mixed.addBodyPart(
                    file(paper.content().getByteArray(), paper.mediaType(), each.fileName() + paper.ending()));
        }
        return mixed;
    }

    private MimeMultipart alternatives(Mail mail) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(signed(mail, mail.bodyText()), "text/plain; charset=UTF-8"));
        alternatives.addBodyPart(part(signed(mail, mail.bodyHtml()), "text/html; charset=UTF-8"));
        String invitation = mail.invitation();
        if (invitation != null) {
            alternatives.addBodyPart(part(invitation, "text/calendar; charset=UTF-8; method=" + mail.method()));
        }
        return alternatives;
    }

    /** Whoever reads the mail where it is kept cannot answer for its recipient. */
    private String signed(Mail mail, String body) {
        return links.signed(body, mail.recipient(), mail.reference());
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart file(byte[] content, String type, String name) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setFileName(name.replaceAll("[^A-Za-z0-9._-]", "-"));
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress address(String address, String name) throws AddressException {
        if (address.isBlank()) {
            throw new UnsendableException("no address");
        }
        InternetAddress parsed = new InternetAddress(address, true);
        parsed.validate();
        try {
            parsed.setPersonal(Wording.oneLine(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return parsed;
    }

    /** Mails about a meeting and its actions form one thread. */
    private static String thread(Mail mail) {
        return mail.reference().replaceAll("-A\\d+$", "").replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private static final class Identified extends MimeMessage {

        private final String messageId;

        Identified(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
