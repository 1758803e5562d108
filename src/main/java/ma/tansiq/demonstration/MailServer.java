package ma.tansiq.demonstration;

import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * An SMTP server inside the application, so that a start without any other server sends mail by the same code as
 * production. Listens on loopback only, takes mail for every address and keeps it in the {@link Mailbox}. Another
 * {@code spring.mail.host} than {@code 127.0.0.1} switches it off.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demonstration")
@ConditionalOnProperty(name = "spring.mail.host", havingValue = MailServer.LOOPBACK)
class MailServer {

    static final String LOOPBACK = "127.0.0.1";

    @Bean
    Mailbox mailbox(@Value("${tansiq.data-directory}") Path data) throws IOException {
        return new Mailbox(data.resolve("mail"));
    }

    /** Port 0 takes any free port; the mail sender learns which. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail smtpServer(Mailbox mailbox, @Value("${spring.mail.port}") int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler((message, address) -> new MailboxUser(mailbox, address));
        return server;
    }

    @Bean
    static BeanPostProcessor mailSenderToSmtpServer(ObjectProvider<GreenMail> server) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof JavaMailSenderImpl sender) {
                    SmtpServer smtp = server.getObject().getSmtp();
                    sender.setPort(smtp.getPort());
                }
                return bean;
            }
        };
    }
}
