package ma.tansiq.engine;

import java.util.List;

/** Several things are wrong with one request: they are refused together, each with its own sentence. */
public final class SeveralRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> each;

    SeveralRefused(List<Refusal> each) {
        super("refusal.engine.several", Integer.toString(each.size()));
        this.each = List.copyOf(each);
    }

    /** At least two, in the order in which they were found. */
    public List<Refusal> each() {
        return each;
    }
}
