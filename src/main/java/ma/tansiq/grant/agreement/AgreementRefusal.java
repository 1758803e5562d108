package ma.tansiq.grant.agreement;

import ma.tansiq.engine.Refusal;

/** What the rules about agreements, payments and reports do not allow. */
public final class AgreementRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private AgreementRefusal(String name, Object... arguments) {
        super("refusal.agreement." + name, arguments);
    }

    /** A refusal whose sentence has the key {@code refusal.agreement.<name>}. */
    static AgreementRefusal because(String name, Object... arguments) {
        return new AgreementRefusal(name, arguments);
    }
}
