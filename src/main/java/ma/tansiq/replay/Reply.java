package ma.tansiq.replay;

import java.util.Map;
import java.util.function.Function;

/**
 * How simulated people answer one kind of task.
 *
 * @param optional whether the task may be left: then it closes by itself
 * @param tries how many answers are tried until the last refusal stops the replay
 */
record Reply(boolean optional, int tries, Function<Asked, Map<String, ?>> answer) {

    /** What has to be done, however late. */
    static Reply duty(Function<Asked, Map<String, ?>> answer) {
        return new Reply(false, 1, answer);
    }

    /** What some leave until it closes by itself. */
    static Reply choice(Function<Asked, Map<String, ?>> answer) {
        return new Reply(true, 1, answer);
    }

    /** The same, with another answer when one is refused. */
    Reply upTo(int most) {
        return new Reply(optional, most, answer);
    }

    /** Kinds of tasks that simulated people know how to answer. */
    interface Repertoire {

        /** By id of the task in its diagram. */
        Map<String, Reply> replies();
    }
}
