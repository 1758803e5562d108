package ma.tansiq.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A message of the demonstration's mailbox shows the parts that it has and no others. */
@TansiqTest
class MailboxPageTests {

    @Autowired
    Mailbox mailbox;

    @LocalServerPort
    int port;

    @Test
    void mailWithoutInvitationShowsNone() throws Exception {
        assertThat(page("<p>Bonjour</p>", "text/html"))
                .contains("mail-frame")
                .doesNotContain("Invitation (calendrier)", "Version texte");
    }

    @Test
    void mailWithInvitationShowsIt() throws Exception {
        assertThat(page("BEGIN:VCALENDAR", "text/calendar")).contains("Invitation (calendrier)", "BEGIN:VCALENDAR");
    }

    private String page(String content, String type) throws Exception {
        String recipient = type.replace('/', '.') + "@mailbox.example.org";
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content, type + "; charset=UTF-8");
        message.setSubject("Essai");
        message.setContent(new MimeMultipart(part));
        message.saveChanges();
        mailbox.keep(recipient, message);
        long number = mailbox.of(recipient).get(0).number();
        return new Browser(port)
                .signIn("coord", "tansiq-demo")
                .get("/demo/mailbox/" + number)
                .body();
    }
}
