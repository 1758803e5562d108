package ma.tansiq.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.tansiq.demonstration.Advance.Ran;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Moves the one clock of application and engine forward, stopping at every instant at which something falls due and
 * running it there. Advances come one after the other, and the engine's own job executor rests meanwhile. Nothing of it
 * acts in the name of who asked.
 */
@Component
@Profile("demonstration & !replay")
class DemonstrationClock implements AutoCloseable {

    /** More than this in one advance, and the clock stops where it is. */
    private static final int MOST_WORK = 5_000;

    private final Clock clock;
    private final ClockOffset offset;
    private final DueWork work;
    private final Passage passage;
    private final RestingExecutor jobExecutor;
    private final Happenings happenings;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(run -> new Thread(run, "clock"));

    DemonstrationClock(
            Clock clock,
            ClockOffset offset,
            DueWork work,
            Passage passage,
            RestingExecutor jobExecutor,
            Happenings happenings) {
        this.clock = clock;
        this.offset = offset;
        this.work = work;
        this.passage = passage;
        this.jobExecutor = jobExecutor;
        this.happenings = happenings;
    }

    ZonedDateTime now() {
        return clock.instant().atZone(clock.getZone());
    }

    /** What falls due next, at no more than that many instants. */
    List<Upcoming> next(int most) {
        return work.next(most);
    }

    /** Advances to what the request means when its turn has come. */
    Advance advance(ClockRequest request) {
        Future<Advance> advance = worker.submit(() -> jobExecutor.whileResting(() -> run(request.target(now()))));
        try {
            return advance.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Advance run(Instant target) {
        Instant from = clock.instant();
        List<Ran> ran = new ArrayList<>();
        Passage.Way way = passage.by(offset::moveTo);
        for (int steps = 0; steps < MOST_WORK; steps++) {
            Passage.Step step = way.step(target);
            step.ran().ifPresent(ran::add);
            if (step.arrived()) {
                return advance(from, true, ran);
            }
        }
        return advance(from, false, ran);
    }

    private Advance advance(Instant from, boolean complete, List<Ran> ran) {
        Instant now = clock.instant();
        return new Advance(
                from,
                now,
                complete,
                List.copyOf(ran),
                happenings.told(from, now),
                happenings.tasks(from, now),
                happenings.mails(from, now));
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
