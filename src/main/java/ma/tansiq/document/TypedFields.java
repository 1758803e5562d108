package ma.tansiq.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was typed in a form with a file, as far as it is sent before the file. */
final class TypedFields {

    private static final int MOST = 1 << 16;
    private static final int MOST_FIELDS = 30;
    private static final int LONGEST = 4_000;
    private static final String LINE = "\r\n";
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=\"?([^\";,\\s]{1,70})\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"\r\n]{1,100})\"");
    private static final String TOKEN = "_csrf";

    private TypedFields() {}

    /** Reads the beginning of the form only: the fields before the first file, by name, without the form's token. */
    static Map<String, String> before(InputStream form, String contentType) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        // each byte a character, so that places in the text are places in the bytes
        String start = new String(form.readNBytes(MOST), StandardCharsets.ISO_8859_1);
        Map<String, String> typed = new LinkedHashMap<>();
        if (!boundary.find()) {
            return typed;
        }
        String separator = "--" + boundary.group(1);
        String[] parts = start.split(Pattern.quote(separator), -1);
        for (int i = 1; i < parts.length - 1 && typed.size() < MOST_FIELDS; i++) {
            if (!keep(parts[i], typed)) {
                break;
            }
        }
        return typed;
    }

    /** Whether the part was a field, and more may follow. */
    private static boolean keep(String part, Map<String, String> typed) {
        int end = part.indexOf(LINE + LINE);
        String head = end < 0 ? "" : part.substring(0, end);
        Matcher name = NAME.matcher(head);
        if (!name.find() || head.contains("filename=")) {
            return false;
        }
        String value = part.substring(
                end + 2 * LINE.length(), Math.max(end + 2 * LINE.length(), part.length() - LINE.length()));
        if (!name.group(1).equals(TOKEN) && value.length() <= LONGEST) {
            typed.put(name.group(1), new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
        return true;
    }
}
