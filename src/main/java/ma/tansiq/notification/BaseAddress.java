package ma.tansiq.notification;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where people reach the application: {@code tansiq.base-url}, which production demands, or else this machine at the
 * port that the server really listens on.
 */
@Component
class BaseAddress {

    private final @Nullable String set;
    private volatile int port;

    BaseAddress(@Value("${tansiq.base-url:#{null}}") @Nullable String set, @Value("${server.port:8080}") int port) {
        this.set = set == null || set.isBlank() ? null : set.strip();
        this.port = port;
    }

    @EventListener
    void on(WebServerInitializedEvent started) {
        if (started.getApplicationContext().getServerNamespace() == null) {
            port = started.getWebServer().getPort();
        }
    }

    /** Without a slash at its end. */
    URI uri() {
        String address = set == null ? "http://localhost:" + port : set;
        return URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
    }
}
