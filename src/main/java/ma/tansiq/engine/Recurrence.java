package ma.tansiq.engine;

import java.time.Instant;

/**
 * Says when work that recurs falls due, for the cycles of diagrams that the engine's own calendar cannot compute.
 * Implemented by the module that owns the calendar.
 */
public interface Recurrence {

    /** Whether this is the text of such a cycle. */
    boolean knows(String cycle);

    /** The first time after that instant. */
    Instant next(String cycle, Instant after);
}
