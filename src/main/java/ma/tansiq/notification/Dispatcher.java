package ma.tansiq.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Sends what the outbox holds, as soon as it is committed and whenever something falls due. Nodes need no agreement: each
 * takes what no other has taken. While the server does not answer, one mail per poll tries it; when it does, all that
 * waited for it goes.
 */
@Component
class Dispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final long LONGEST_STOP_SECONDS = 5;

    private final Delivery delivery;
    private final Outbox outbox;
    private final JavaMailSenderImpl sender;
    private final MailSettings settings;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
    private volatile boolean stopping;

    Dispatcher(Delivery delivery, Outbox outbox, JavaMailSenderImpl sender, MailSettings settings) {
        this.delivery = delivery;
        this.outbox = outbox;
        this.sender = sender;
        this.settings = settings;
    }

    @EventListener
    void on(Mail.Queued queued) {
        work.release();
    }

    /** Sends all that is due, or stops at the first sign that the server does not answer. */
    void drain() {
        try (SmtpConnection connection = new SmtpConnection(sender)) {
            boolean first = true;
            Delivery.Outcome outcome = delivery.next(connection);
            while (!stopping && goesOn(outcome)) {
                if (outcome == Delivery.Outcome.SENT && first) {
                    outbox.serverIsBack();
                    first = false;
                }
                outcome = delivery.next(connection);
            }
        }
    }

    private static boolean goesOn(Delivery.Outcome outcome) {
        return outcome == Delivery.Outcome.SENT || outcome == Delivery.Outcome.FAILED;
    }

    @Override
    public synchronized void start() {
        stopping = false;
        running = true;
        for (int i = 1; i <= settings.dispatchers(); i++) {
            Thread thread = new Thread(this::run, "mail-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        running = false;
        work.release(threads.size());
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(LONGEST_STOP_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                drain();
                awaitWork();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("mail dispatcher interrupted, tries again: {}", e.toString());
                pause();
            }
        }
    }

    private void awaitWork() throws InterruptedException {
        if (work.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    private void pause() {
        try {
            awaitWork();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
