package ma.tansiq.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import ma.tansiq.committee.body.Mandates;
import ma.tansiq.demonstration.Advance.Ran;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * How time passes that nobody waits for: the clock stops at every instant at which something falls due, and that runs
 * there, one thing after the other.
 */
@Component
@Profile("demonstration")
public class Passage {

    private final DueWork work;
    private final Mandates mandates;
    private final Clock clock;

    Passage(DueWork work, Mandates mandates, Clock clock) {
        this.work = work;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** @param hand moves the application's clock forward to an instant */
    public Way by(Consumer<Instant> hand) {
        return new Way(hand);
    }

    /**
     * What one step did.
     *
     * @param ran what was due; empty when nothing was, or when somebody else was faster
     * @param arrived whether nothing is due any more and the clock shows the instant to go to
     */
    public record Step(Optional<Ran> ran, boolean arrived) {

        /** Why what was due failed, and what that was. */
        public Optional<String> failure() {
            return ran.filter(Ran::failed)
                    .map(each -> "%s of %s about %s: %s"
                            .formatted(each.element(), each.process(), each.about(), each.failure()));
        }
    }

    /** One passage: remembers what failed, so that it is not tried for ever. */
    public final class Way {

        private final Consumer<Instant> hand;
        private final DueWork.Round round = work.round();

        private Way(Consumer<Instant> hand) {
            this.hand = hand;
        }

        /** Runs one thing that is due; when nothing is, goes to the next that falls due, no later than that instant. */
        public Step step(Instant target) {
            Optional<Job> due = round.due();
            if (due.isPresent()) {
                return new Step(round.run(due.get()), false);
            }
            Optional<Instant> next = round.nextDue(target);
            moveTo(next.orElse(target));
            return new Step(Optional.empty(), next.isEmpty());
        }

        /** Mandates begin and end with a day. */
        private void moveTo(Instant instant) {
            LocalDate before = LocalDate.now(clock);
            hand.accept(instant);
            mandates.refreshSince(before);
        }
    }
}
