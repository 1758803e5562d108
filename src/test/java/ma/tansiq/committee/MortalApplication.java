package ma.tansiq.committee;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import ma.tansiq.ApplicationProcess;

/**
 * The application as a process that is killed at random moments of what is asked of it and started again, on one port and
 * one directory.
 */
final class MortalApplication implements AutoCloseable {

    /** One attempt in this many is hit, until all kills are spent. */
    private static final int ATTEMPTS_PER_KILL = 3;

    private static final int LATEST_MILLISECONDS = 600;
    private static final int MINUTES_TO_SUCCEED = 5;

    private final int port;
    private final String[] arguments;
    private final Random chance;
    private final int most;
    private ApplicationProcess process;
    private int kills;

    MortalApplication(Path data, int port, Random chance, int most) {
        this.port = port;
        this.arguments = new String[] {"--server.port=" + port, "--tansiq.data-directory=" + data};
        this.chance = chance;
        this.most = most;
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
        if (kills == most || chance.nextInt(ATTEMPTS_PER_KILL) > 0) {
            return CompletableFuture.completedFuture(null);
        }
        kills++;
        int moment = chance.nextInt(LATEST_MILLISECONDS);
        return CompletableFuture.runAsync(() -> {
            pause(moment);
            process.kill();
        });
    }

    private void reviveIfDead() {
        if (!process.isAlive()) {
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
