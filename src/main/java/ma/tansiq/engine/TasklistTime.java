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
 * zone of the browser which day it is and what is late; and which days a replay played, where one did.
 */
final class TasklistTime extends OncePerRequestFilter {

    static final String HEADER = "Tansiq-Time";
    static final String SIMULATED = "Tansiq-Simulated";

    private final Clock clock;
    private final SimulatedData simulated;

    TasklistTime(Clock clock, SimulatedData simulated) {
        this.clock = clock;
        this.simulated = simulated;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(
                HEADER,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(clock.instant().atZone(clock.getZone())));
        simulated.period().ifPresent(days -> response.setHeader(SIMULATED, days.fromText() + " - " + days.toText()));
        chain.doFilter(request, response);
    }
}
