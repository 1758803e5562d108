package ma.tansiq.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells Tasklist what time it is with every answer, in Morocco's legal time, so that it asks neither the clock nor the
 * zone of the browser which day it is and what is late.
 */
final class TasklistTime extends OncePerRequestFilter {

    static final String HEADER = "Tansiq-Time";

    private final Clock clock;

    TasklistTime(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(
                HEADER,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(clock.instant().atZone(clock.getZone())));
        chain.doFilter(request, response);
    }
}
