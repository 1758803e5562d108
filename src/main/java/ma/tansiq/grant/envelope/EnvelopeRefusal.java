package ma.tansiq.grant.envelope;

import ma.tansiq.engine.Refusal;

/** What an envelope does not hold, or an amount that is none. */
public final class EnvelopeRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private EnvelopeRefusal(String name, Object... arguments) {
        super("refusal.envelope." + name, arguments);
    }

    static EnvelopeRefusal because(String name, Object... arguments) {
        return new EnvelopeRefusal(name, arguments);
    }
}
