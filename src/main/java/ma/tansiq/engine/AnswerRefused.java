package ma.tansiq.engine;

/** An answer of a form that is missing, of the wrong kind, or too much. The sentence names the field by its label. */
public final class AnswerRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private AnswerRefused(String name, Object... arguments) {
        super("refusal.engine." + name, arguments);
    }

    static AnswerRefused missing(String label) {
        return new AnswerRefused("missing", label);
    }

    static AnswerRefused missing(String dateLabel, String hourLabel) {
        return new AnswerRefused("missingInstant", dateLabel, hourLabel);
    }

    static AnswerRefused tooLong(String label, int maximum, int actual) {
        return new AnswerRefused("tooLong", label, Integer.toString(maximum), Integer.toString(actual));
    }

    static AnswerRefused tooManyRows(String label, int maximum) {
        return new AnswerRefused("tooManyRows", label, Integer.toString(maximum));
    }

    static AnswerRefused notText(String label) {
        return new AnswerRefused("notText", label);
    }

    static AnswerRefused notDate(String label) {
        return new AnswerRefused("notDate", label);
    }

    static AnswerRefused notDateTime(String label) {
        return new AnswerRefused("notDateTime", label);
    }

    static AnswerRefused notTime(String label) {
        return new AnswerRefused("notTime", label);
    }

    static AnswerRefused notNumber(String label) {
        return new AnswerRefused("notNumber", label);
    }

    static AnswerRefused notWhole(String label, long least, long most) {
        return new AnswerRefused("notWhole", label, Long.toString(least), Long.toString(most));
    }

    static AnswerRefused outOfRange(String label, long least, long most) {
        return new AnswerRefused("outOfRange", label, Long.toString(least), Long.toString(most));
    }

    static AnswerRefused notFlag(String label) {
        return new AnswerRefused("notFlag", label);
    }

    static AnswerRefused notChoice(String label) {
        return new AnswerRefused("notChoice", label);
    }

    static AnswerRefused notRows(String label) {
        return new AnswerRefused("notRows", label);
    }

    static AnswerRefused unknown(String name) {
        return new AnswerRefused("unknownField", name);
    }

    static AnswerRefused unreadable(String label) {
        return new AnswerRefused("unreadable", label);
    }
}
