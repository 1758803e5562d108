package ma.tansiq.engine;

/** Cleans what people typed of everything that cannot be seen. */
public final class Texts {

    private Texts() {}

    /** Line ends become {@code \n}; other control characters and overrides of the writing direction go; ends are trimmed. */
    public static String clean(String typed) {
        StringBuilder kept = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(Texts::visible)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean visible(int c) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !Character.isISOControl(c) && !direction && !loneSurrogate && c != 0xFEFF;
    }
}
