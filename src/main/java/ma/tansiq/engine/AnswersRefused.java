package ma.tansiq.engine;

import java.util.List;

/** Several answers of one form that are refused together, each with its own sentence. */
public final class AnswersRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<AnswerRefused> each;

    AnswersRefused(List<AnswerRefused> each) {
        super("refusal.engine.several", Integer.toString(each.size()));
        this.each = List.copyOf(each);
    }

    /** At least two, in the order in which the answers are read. */
    public List<AnswerRefused> each() {
        return each;
    }
}
