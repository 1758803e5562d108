package ma.tansiq.replay;

import java.time.Duration;
import java.time.Instant;

/**
 * How somebody works: what part of the time given for a task goes by before it is done, and whether what is optional is
 * answered at all.
 *
 * @param least part of the time that goes by at least
 * @param most at most; beyond 1 it is late
 * @param answers how probably an optional task is done
 */
record Manner(double least, double most, double answers) {

    private static final Manner PROMPT = new Manner(0.05, 0.5, 0.92);
    private static final Manner USUAL = new Manner(0.2, 1.02, 0.75);
    private static final Manner SLOW = new Manner(0.6, 2.2, 0.45);

    private static final double PROMPT_PEOPLE = 0.45;
    private static final double SLOW_PEOPLE = 0.15;

    /** What is due at once still takes a while. */
    private static final Duration SHORTEST = Duration.ofHours(24);

    /** The manner of that person, the same all the year. */
    static Manner of(Chance chance, String account) {
        double drawn = chance.about("manner", account).fraction();
        return drawn < PROMPT_PEOPLE ? PROMPT : drawn < 1 - SLOW_PEOPLE ? USUAL : SLOW;
    }

    /** When a task of these instants is done, as far as it depends on that person. */
    Instant when(Instant opened, Instant due, Chance chance) {
        Duration given = Duration.between(opened, due);
        Duration time = given.compareTo(SHORTEST) < 0 ? SHORTEST : given;
        return opened.plusSeconds(
                (long) (time.toSeconds() * chance.about("when").between(least, most)));
    }

    boolean answersOptional(Chance chance) {
        return chance.about("answers").happens(answers);
    }
}
