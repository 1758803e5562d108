package ma.tansiq.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is wrong with the answers of one form. The first finding stops the reading, unless all of it is wished for: then
 * the reading goes on with a value that stands in, and nothing of it leaves {@link #all}.
 */
final class Findings {

    private final List<AnswerRefused> found = new ArrayList<>();
    private boolean collecting;

    /** What was read, or that value in its stead while findings are collected. */
    <T> T or(T standIn, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (AnswerRefused refused) {
            if (!collecting) {
                throw refused;
            }
            found.add(refused);
            return standIn;
        }
    }

    /** What was read, when nothing about it was wrong. A rule broken by values that stand in is none. */
    <T> T all(Supplier<T> reading) {
        collecting = true;
        try {
            T read = reading.get();
            refuseFound();
            return read;
        } catch (Refusal refusal) {
            refuseFound();
            throw refusal;
        } finally {
            collecting = false;
            found.clear();
        }
    }

    private void refuseFound() {
        if (found.size() == 1) {
            throw found.get(0);
        }
        if (!found.isEmpty()) {
            throw new AnswersRefused(found);
        }
    }
}
