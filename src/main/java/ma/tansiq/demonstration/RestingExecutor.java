package ma.tansiq.demonstration;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** Keeps the engine's job executor from taking jobs while the clock moves, and wakes it afterwards. */
@Component
@Profile("demonstration")
class RestingExecutor {

    private static final int LONGEST_WAIT_MILLIS = 10_000;
    private static final int PAUSE_MILLIS = 20;

    private final ProcessEngineConfigurationImpl engine;
    private final ObjectProvider<ThreadPoolTaskExecutor> threads;

    RestingExecutor(
            ProcessEngineConfigurationImpl engine,
            @Qualifier("camundaTaskExecutor") ObjectProvider<ThreadPoolTaskExecutor> threads) {
        this.engine = engine;
        this.threads = threads;
    }

    <T> T whileResting(Supplier<T> work) {
        JobExecutor executor = engine.getJobExecutor();
        if (executor == null || !executor.isActive()) {
            return work.get();
        }
        executor.shutdown();
        try {
            awaitIdle();
            return work.get();
        } finally {
            executor.start();
        }
    }

    /** Lets jobs that were already taken finish. */
    private void awaitIdle() {
        ThreadPoolTaskExecutor pool = threads.getIfAvailable();
        for (int waited = 0; busy(pool) && waited < LONGEST_WAIT_MILLIS; waited += PAUSE_MILLIS) {
            pause();
        }
    }

    private static boolean busy(@Nullable ThreadPoolTaskExecutor pool) {
        return pool != null && (pool.getActiveCount() > 0 || pool.getQueueSize() > 0);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
