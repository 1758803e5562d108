package ma.tansiq.committee.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one of those asked said.
 *
 * @param choice null while nothing was said
 * @param comment why, of an objection; may be null otherwise
 */
public record ConsultationAnswer(
        String consultation,
        String account,
        @Nullable Choice choice,
        @Nullable String comment,
        @Nullable Instant answeredAt) {

    /** The two answers that there are. */
    public enum Choice {
        AGREED,
        OBJECTED
    }

    boolean objects() {
        return choice == Choice.OBJECTED;
    }
}
