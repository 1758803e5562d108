package ma.tansiq.grant.call;

import ma.tansiq.engine.Refusal;

/** What the rules about calls for projects do not allow. */
public final class CallRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private CallRefusal(String name, Object... arguments) {
        super("refusal.call." + name, arguments);
    }

    /** A refusal whose sentence has the key {@code refusal.call.<name>}. */
    static CallRefusal because(String name, Object... arguments) {
        return new CallRefusal(name, arguments);
    }
}
