package ma.tansiq.administration;

import ma.tansiq.engine.Refusal;

/** What was typed on a page of the administration and cannot be read. */
final class AdministrationRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private AdministrationRefusal(String name) {
        super("refusal.administration." + name);
    }

    /** A refusal whose sentence has the key {@code refusal.administration.<name>}. */
    static AdministrationRefusal because(String name) {
        return new AdministrationRefusal(name);
    }
}
