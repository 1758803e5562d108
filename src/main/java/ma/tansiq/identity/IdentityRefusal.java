package ma.tansiq.identity;

import ma.tansiq.engine.Refusal;

/** What the rules about passwords and preferences do not allow. */
public final class IdentityRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private IdentityRefusal(String name, Object... arguments) {
        super("refusal.identity." + name, arguments);
    }

    static IdentityRefusal wrongPassword() {
        return new IdentityRefusal("wrongPassword");
    }

    static IdentityRefusal passwordTooShort(int least) {
        return new IdentityRefusal("passwordTooShort", Integer.toString(least));
    }

    static IdentityRefusal passwordTooLong(int most) {
        return new IdentityRefusal("passwordTooLong", Integer.toString(most));
    }

    static IdentityRefusal passwordKnown() {
        return new IdentityRefusal("passwordKnown");
    }

    static IdentityRefusal passwordsDiffer() {
        return new IdentityRefusal("passwordsDiffer");
    }
}
