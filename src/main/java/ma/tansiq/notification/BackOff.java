package ma.tansiq.notification;

import java.time.Duration;

/** How long to wait after failed attempts: 30 seconds, then twice as long each time, never more than an hour. */
final class BackOff {

    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 7;

    private BackOff() {}

    static Duration after(int attempts) {
        Duration wait = SHORTEST.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), DOUBLINGS));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
