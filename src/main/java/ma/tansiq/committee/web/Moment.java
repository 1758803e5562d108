package ma.tansiq.committee.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a meeting's timeline.
 *
 * @param text what happened or will happen, in the reader's language
 * @param who names of whoever did it, or whom it was sent to
 * @param detail in the words that were entered, where the reader may know them
 * @param tense {@code past}, {@code ahead}, or {@code late} for what should have happened
 */
record Moment(
        @Nullable Instant at,
        String text,
        List<String> who,
        @Nullable String detail,
        String tense) {

    static final Comparator<Moment> BY_TIME =
            Comparator.comparing(Moment::at, Comparator.nullsLast(Comparator.naturalOrder()));

    static Moment past(Instant at, String text, List<String> who, @Nullable String detail) {
        return new Moment(at, text, who, detail, "past");
    }

    static Moment ahead(Instant at, String text) {
        return new Moment(at, text, List.of(), null, "ahead");
    }
}
