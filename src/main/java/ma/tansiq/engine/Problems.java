package ma.tansiq.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with one request, gathered so that a person is told all of it and not one thing after the other. Whoever
 * gathers calls {@link #refuse} before anything is changed.
 */
public final class Problems {

    private final List<Refusal> found = new ArrayList<>();

    /** Makes a check and keeps its refusal, so that the next check is made too. */
    public void check(Runnable check) {
        try {
            check.run();
        } catch (Refusal refusal) {
            add(refusal);
        }
    }

    /** Keeps that refusal. A conflict with somebody else is no answer to mend: it is refused at once, alone. */
    public void add(Refusal refusal) {
        if (refusal instanceof Conflict conflict) {
            throw conflict;
        }
        if (refusal instanceof SeveralRefused several) {
            found.addAll(several.each());
        } else {
            found.add(refusal);
        }
    }

    public boolean none() {
        return found.isEmpty();
    }

    /**
     * Ends the request if anything was wrong.
     *
     * @throws Refusal the only one, or {@link SeveralRefused} with all of them
     */
    public void refuse() {
        if (found.size() == 1) {
            throw found.get(0);
        }
        if (!found.isEmpty()) {
            throw new SeveralRefused(found);
        }
    }
}
