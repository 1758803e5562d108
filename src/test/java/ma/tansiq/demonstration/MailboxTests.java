package ma.tansiq.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** The in-process mail server, talked to by SMTP. */
class MailboxTests {

    @TempDir
    Path directory;

    private Mailbox mailbox;
    private GreenMail server;

    @BeforeEach
    void start() throws IOException {
        mailbox = new Mailbox(directory, 3);
        server = new MailServer().smtpServer(mailbox, 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void takesMailForEveryAddressWithItsFiles() throws Exception {
        send("anybody@example.org", "Réunion déplacée");

        assertThat(mailbox.recipients()).containsExactly("anybody@example.org");
        ReceivedMail mail = mailbox.of("ANYBODY@example.org").get(0);
        assertThat(mail.subject()).isEqualTo("Réunion déplacée");
        ReceivedMessage message = mailbox.open(mail.number()).orElseThrow();
        assertThat(message.text().orElseThrow()).contains("éàü text");
        assertThat(message.html().orElseThrow()).contains("<b>éàü</b>");
        assertThat(message.attachments()).containsExactly("dossier.pdf");
        assertThat(message.attachment(0)).isEqualTo("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void keepsMailAcrossRestarts() throws Exception {
        send("anybody@example.org", "one");

        Mailbox later = new Mailbox(directory, 3);

        assertThat(later.all()).isEqualTo(mailbox.all());
        assertThat(later.all()).hasSize(1);
    }

    @Test
    void letsTheOldestGoWhenItIsFull() throws Exception {
        for (String subject : new String[] {"one", "two", "three", "four"}) {
            send("anybody@example.org", subject);
        }

        assertThat(mailbox.all()).extracting(ReceivedMail::subject).containsExactly("four", "three", "two");
        try (Stream<Path> files = java.nio.file.Files.list(directory)) {
            assertThat(files).hasSize(3);
        }
        assertThat(mailbox.open(1)).isEmpty();
    }

    @Test
    void listensOnLoopbackOnlyAndKeepsNothingInMemory() throws Exception {
        send("anybody@example.org", "one");

        assertThat(server.getSmtp().getBindTo()).isEqualTo("127.0.0.1");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private void send(String to, String subject) throws Exception {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("tansiq@example.org");
        helper.setTo(to);
        helper.setSubject(subject);
        helper.setText("éàü text", "<b>éàü</b>");
        helper.addAttachment(
                "dossier.pdf",
                () -> new java.io.ByteArrayInputStream("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                "application/pdf");
        sender.send(message);
    }
}
