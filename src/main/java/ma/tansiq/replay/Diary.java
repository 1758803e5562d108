package ma.tansiq.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What simulated people intend to do, and when; of two things at one instant, the one noted first. */
@Component
@Profile("replay")
class Diary {

    private final Queue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private long noted;

    private record Entry(Instant at, long number, Runnable deed) {}

    void note(Instant at, Runnable deed) {
        entries.add(new Entry(at, noted++, deed));
    }

    /** When the next of them is. */
    Optional<Instant> next() {
        return Optional.ofNullable(entries.peek()).map(Entry::at);
    }

    /** Takes the next of them out, to be done. */
    Runnable take() {
        return entries.remove().deed();
    }
}
