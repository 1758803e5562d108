package ma.tansiq.demonstration;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import ma.tansiq.LegalTime;
import org.jspecify.annotations.Nullable;

/**
 * An instant at which something falls due next.
 *
 * @param work what falls due then, in no order
 */
record Upcoming(Instant at, List<Work> work) {

    /** As {@link Advance.Ran} names it. */
    record Work(
            @Nullable String process,
            @Nullable String element,
            @Nullable String name,
            @Nullable String about,
            @Nullable String step) {}

    /** What takes the clock exactly there, as {@link ClockRequest} reads it. */
    public String to() {
        return LocalDateTime.ofInstant(at, LegalTime.ZONE)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }
}
