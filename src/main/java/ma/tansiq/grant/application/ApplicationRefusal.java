package ma.tansiq.grant.application;

import ma.tansiq.engine.Refusal;

/** What the rules about applications do not allow. */
public final class ApplicationRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private ApplicationRefusal(String name, Object... arguments) {
        super("refusal.application." + name, arguments);
    }

    /** A refusal whose sentence has the key {@code refusal.application.<name>}. */
    static ApplicationRefusal because(String name, Object... arguments) {
        return new ApplicationRefusal(name, arguments);
    }
}
