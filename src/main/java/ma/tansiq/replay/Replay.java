package ma.tansiq.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import ma.tansiq.LegalTime;
import ma.tansiq.demonstration.Passage;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import ma.tansiq.engine.SimulatedData;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays the period from its first instant to its last: whatever falls due runs, people do what they intend, and time
 * goes on to the next of both. Shows its progress in the console, then the report.
 */
@Component
@Profile("replay")
class Replay implements ApplicationRunner {

    private static final Duration LONGEST_FOR_MAIL = Duration.ofMinutes(2);

    private final ReplayPlan plan;
    private final StandingClock clock;
    private final Passage passage;
    private final Diary diary;
    private final Players players;
    private final Initiatives initiatives;
    private final HolidayNews holidays;
    private final ChangedTable table;
    private final ReplayFigures figures;
    private final SimulatedData simulated;
    private final Refusals refusals;
    private final ReportText texts;

    @SuppressWarnings("TooManyParameters")
    Replay(
            ReplayPlan plan,
            StandingClock clock,
            Passage passage,
            Diary diary,
            Players players,
            Initiatives initiatives,
            HolidayNews holidays,
            ChangedTable table,
            ReplayFigures figures,
            SimulatedData simulated,
            Refusals refusals,
            MessageSource messages) {
        this.plan = plan;
        this.clock = clock;
        this.passage = passage;
        this.diary = diary;
        this.players = players;
        this.initiatives = initiatives;
        this.holidays = holidays;
        this.table = table;
        this.figures = figures;
        this.simulated = simulated;
        this.refusals = refusals;
        this.texts = new ReportText(messages, Locale.getDefault());
    }

    @Override
    public void run(ApplicationArguments arguments) {
        say(texts.text("begins", plan.from().toString(), plan.to().toString(), String.valueOf(plan.seed())));
        simulated.mark(plan.from(), plan.to());
        table.putInForce();
        initiatives.note();
        holidays.note();
        play();
        awaitMail();
        clock.leave();
        finish();
    }

    private void play() {
        Instant end = clock.end();
        Passage.Way way = passage.by(clock::moveTo);
        Progress progress = new Progress();
        boolean over = false;
        while (!over) {
            Instant goal = diary.next().filter(end::isAfter).orElse(end);
            Passage.Step step = way.step(goal);
            step.failure().ifPresent(failure -> {
                throw new ReplayStopped("a step of the engine failed: " + failure);
            });
            if (step.arrived()) {
                over = goal.equals(end);
                if (!over) {
                    progress.done++;
                    act(diary.take());
                }
            }
            players.takeNotice();
            progress.show();
        }
    }

    private void act(Runnable deed) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            throw new ReplayStopped(
                    "what somebody began was refused: " + refusals.sentence(refusal, Locale.ENGLISH), refusal);
        }
        clock.tick();
    }

    /** Mail leaves by itself; the next start should not find it waiting. */
    private void awaitMail() {
        long deadline = System.nanoTime() + LONGEST_FOR_MAIL.toNanos();
        while (figures.queued() > 0 && System.nanoTime() < deadline) {
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void finish() {
        ReplayReport report = new ReplayReport(
                plan.from(),
                plan.to(),
                plan.seed(),
                plan.rules().values(),
                figures.count(clock.end()),
                clock.elapsed().toSeconds(),
                figures.transactions());
        new ReplayDirectory(plan.directory()).finish(report);
        ReplayReport earlier = plan.earlier();
        say(texts.of(report));
        if (earlier != null) {
            say(texts.comparing(earlier, report));
        }
        say(texts.text(
                "ends",
                plan.directory().toString(),
                plan.directory().resolve(ReplayReport.FILE).toString()));
    }

    @SuppressWarnings("SystemOut")
    private static void say(String text) {
        System.out.println(text);
    }

    /** One line for each month that has gone by. */
    private final class Progress {

        private YearMonth month = YearMonth.from(plan.from());
        private int done;

        void show() {
            LocalDate today = clock.now().atZone(LegalTime.ZONE).toLocalDate();
            if (!YearMonth.from(today).equals(month)) {
                say(texts.text("month", month.toString(), done, clock.elapsed().toSeconds()));
                month = YearMonth.from(today);
            }
        }
    }
}
