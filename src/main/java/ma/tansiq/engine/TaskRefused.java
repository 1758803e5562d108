package ma.tansiq.engine;

/** A step on a task that its state does not allow: not claimed, given back wrongly, answered without a form. */
public final class TaskRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private TaskRefused(String name, Object... arguments) {
        super("refusal.engine." + name, arguments);
    }

    static TaskRefused notClaimed() {
        return new TaskRefused("notClaimed");
    }

    static TaskRefused nobody() {
        return new TaskRefused("nobody");
    }

    static TaskRefused claimForOther() {
        return new TaskRefused("claimForOther");
    }

    static TaskRefused notOffered() {
        return new TaskRefused("notOffered");
    }

    static TaskRefused notAllowed() {
        return new TaskRefused("notAllowed");
    }
}
