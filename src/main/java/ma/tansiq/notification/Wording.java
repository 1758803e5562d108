package ma.tansiq.notification;

import java.util.regex.Pattern;

/** Makes text that people typed fit for a subject, a header or a line of a mail. */
final class Wording {

    private static final int LONGEST_SUBJECT = 180;

    /** Controls and line ends break headers; bidirectional overrides make a text read as another one. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private Wording() {}

    /** The text on one line, without anything that a header or a reader could take for something else. */
    static String oneLine(String text) {
        return SPACES.matcher(UNFIT.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** One line, cut at a length that mail programs show. */
    static String subject(String text) {
        String line = oneLine(text);
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
