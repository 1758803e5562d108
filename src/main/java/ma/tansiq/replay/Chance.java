package ma.tansiq.replay;

import java.util.List;

/**
 * What might have come otherwise. The same seed and the same question give the same answer, in whatever order questions
 * are asked: who replays a year under another rule meets the same people, with the same habits.
 */
final class Chance {

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int BITS_OF_A_FRACTION = 53;

    private final long state;

    private Chance(long state) {
        this.state = state;
    }

    static Chance of(long seed) {
        return new Chance(seed);
    }

    /** The chance in one question: {@code about("CP11-2026-03", "Task_PlanMeeting", "sec.cp11")}. */
    Chance about(Object... question) {
        long hash = FNV_START ^ state;
        for (Object each : question) {
            for (char letter : String.valueOf(each).toCharArray()) {
                hash = (hash ^ letter) * FNV_PRIME;
            }
            hash = (hash ^ '\n') * FNV_PRIME;
        }
        return new Chance(hash);
    }

    /** At least 0, less than 1. */
    double fraction() {
        return (mixed(state) >>> (Long.SIZE - BITS_OF_A_FRACTION)) * 0x1.0p-53;
    }

    boolean happens(double probability) {
        return fraction() < probability;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + (int) (fraction() * (most - least + 1));
    }

    double between(double least, double most) {
        return least + fraction() * (most - least);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get((int) (fraction() * choices.size()));
    }

    /** Spreads what differs in one bit over all of them (the finalizer of SplitMix64). */
    private static long mixed(long value) {
        long mixed = (value + 0x9e3779b97f4a7c15L);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
