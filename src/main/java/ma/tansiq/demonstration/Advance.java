package ma.tansiq.demonstration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened while the clock moved.
 *
 * @param from what the clock showed before
 * @param now what it shows afterwards
 * @param complete whether everything due ran; otherwise there was too much of it for one advance
 * @param ran what ran, in the order in which it did
 */
record Advance(Instant from, Instant now, boolean complete, List<Ran> ran) {

    /**
     * One thing that had become due.
     *
     * @param at what the clock showed when it ran
     * @param process id of its process
     * @param element id of the element in the diagram
     * @param name the element's French name, if it has one
     * @param about business key: reference of what it is about
     * @param failure why it failed; empty when it did not
     * @param retriesLeft after a failure, how often it will be tried again
     */
    record Ran(
            Instant at,
            @Nullable String process,
            @Nullable String element,
            @Nullable String name,
            @Nullable String about,
            @Nullable String failure,
            @Nullable Integer retriesLeft) {

        public boolean failed() {
            return failure != null;
        }
    }

    public long failures() {
        return ran.stream().filter(Ran::failed).count();
    }
}
