package ma.tansiq.committee.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session made of a matter, on its way back to a body that the matter came from (rule B3).
 *
 * @param meeting reference of the meeting that dealt with the matter
 * @param body code of the body that acknowledges
 * @param round 1 when the session returned it, one more for each correction of its minutes that returned something again
 * @param dueAt until when its secretary may acknowledge; after that it counts as acknowledged, and is flagged so
 * @param acknowledgedBy account of the secretary or coordinator; null while open, and when the deadline did it
 * @param motive why a coordinator acknowledged in the secretary's place
 */
public record Extract(
        String meeting,
        String matter,
        String body,
        int round,
        Instant sentAt,
        Instant dueAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Way way,
        @Nullable String motive) {

    /** How an extract was acknowledged. */
    public enum Way {
        SECRETARY,
        DEADLINE,
        COORDINATOR
    }

    /** Whether it takes the place of one that said otherwise. */
    public boolean isCorrected() {
        return round > 1;
    }

    public boolean isOpen() {
        return acknowledgedAt == null;
    }
}
