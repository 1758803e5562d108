package ma.tansiq.engine;

import java.util.List;

/**
 * A request that a rule does not allow. Carries the key of a sentence in {@code i18n/messages*.properties} and its
 * arguments; pages, Tasklist and API each show that sentence in the user's language, and the transaction is rolled
 * back. Every module declares its own refusals as subclasses.
 */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> arguments;

    protected Refusal(String messageKey, Object... arguments) {
        super(messageKey + List.of(arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    /** Key of the sentence; always starts with {@code refusal.}. */
    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
