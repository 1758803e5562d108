package ma.tansiq.demonstration;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says in the console, when everything is ready, where to go and who to sign in as; in the operator's language. */
@Component
@Profile("demonstration & !replay")
class Welcome {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

    private final MessageSource texts;
    private final Clock clock;

    Welcome(MessageSource texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    @SuppressWarnings("SystemOut")
    void greet(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web) {
            System.out.println(text(web.getWebServer().getPort(), Locale.getDefault()));
        }
    }

    String text(int port, Locale locale) {
        String now = MINUTE.format(clock.instant().atZone(clock.getZone()));
        return texts.getMessage("welcome", new Object[] {"http://localhost:" + port, Cast.PASSWORD, now}, locale);
    }
}
