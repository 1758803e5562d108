package ma.tansiq.engine;

/** A request that came too late: somebody else was faster, or what it is about is no longer there. Answered with 409. */
public class Conflict extends Refusal {

    private static final long serialVersionUID = 1L;

    protected Conflict(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }

    static Conflict taskOfAnother(String person) {
        return new Conflict("refusal.engine.taskOfAnother", person);
    }

    static Conflict taskGone() {
        return new Conflict("refusal.engine.taskGone");
    }

    static Conflict stepOver(String reference) {
        return new Conflict("refusal.engine.stepOver", reference);
    }

    static Conflict stepOver(String reference, RuntimeException cause) {
        Conflict conflict = stepOver(reference);
        conflict.initCause(cause);
        return conflict;
    }

    static Conflict changedMeanwhile() {
        return new Conflict("refusal.engine.changedMeanwhile");
    }
}
