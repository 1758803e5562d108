package ma.tansiq.committee;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.ApplicationProcess;

/**
 * The application as a process that is killed at random moments of what is asked of it and started again, on one port and
 * one directory; or whose database is killed, and which has to help itself.
 */
final class MortalApplication implements AutoCloseable {

    /** What {@code kill -9} hits. */
    enum Victim {
        APPLICATION,
        DATABASE
    }

    /** The way has more steps than these, so that every kill happens. */
    private static final int FIRST_ATTEMPTS = 15;

    private static final int LATEST_MILLISECONDS = 600;
    private static final int MINUTES_TO_SUCCEED = 5;

    private final Path data;
    private final int port;
    private final String[] arguments;
    private final Victim victim;
    private final Random chance;
    private final Set<Integer> fatal;
    private ApplicationProcess process;
    private int attempts;
    private int kills;

    MortalApplication(Path data, int port, Victim victim, int kills, Random chance, String... more) {
        this.data = data;
        this.port = port;
        this.arguments = Stream.concat(
                        Stream.of("--server.port=" + port, "--tansiq.data-directory=" + data), Stream.of(more))
                .toArray(String[]::new);
        this.victim = victim;
        this.chance = chance;
        this.fatal = chance.ints(1, FIRST_ATTEMPTS + 1)
                .distinct()
                .limit(kills)
                .boxed()
                .collect(Collectors.toSet());
        this.process = ApplicationProcess.start(arguments).awaitStarted();
    }

    int port() {
        return port;
    }

    int kills() {
        return kills;
    }

    /** Tries until it holds; whatever a killed application does to the attempt is no answer. */
    void until(String what, Callable<Boolean> attempt) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_TO_SUCCEED);
        Object last = "it does not hold";
        while (System.nanoTime() < deadline) {
            CompletableFuture<Void> death = death();
            try {
                if (attempt.call()) {
                    return;
                }
            } catch (Exception | AssertionError failed) {
                last = failed;
            } finally {
                death.join();
                reviveIfDead();
            }
            pause(200);
        }
        throw new AssertionError(what + ": " + last + "\n" + process.output());
    }

    private CompletableFuture<Void> death() {
        if (!fatal.contains(++attempts)) {
            return CompletableFuture.completedFuture(null);
        }
        kills++;
        int moment = chance.nextInt(LATEST_MILLISECONDS);
        return CompletableFuture.runAsync(() -> {
            pause(moment);
            kill();
        });
    }

    private void kill() {
        if (victim == Victim.APPLICATION) {
            process.kill();
        } else {
            postmaster().destroyForcibly();
        }
    }

    /** The server of this directory alone. */
    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                    .get(0)
                    .strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (java.io.IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    private void reviveIfDead() {
        if (!process.isAlive()) {
            if (victim != Victim.APPLICATION) {
                throw new IllegalStateException("the application ended with its database\n" + process.output());
            }
            process = ApplicationProcess.start(arguments).awaitStarted();
        }
    }

    private static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
