package ma.tansiq.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.tansiq.LegalTime;
import org.jspecify.annotations.Nullable;

/**
 * Writes what forms show: Western digits, {@code dd/MM/yyyy}, in the zone of Morocco, whatever the language. A form
 * reads its texts as Markdown.
 */
public final class FormTexts {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private FormTexts() {}

    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    public static String dateTime(Instant instant) {
        return DATE_TIME.format(instant.atZone(LegalTime.ZONE));
    }

    /** Paragraphs of a text component; empty ones are left out. */
    public static String lines(List<String> paragraphs) {
        return paragraphs.stream().filter(each -> !each.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /** What somebody typed, to be shown letter by letter: nothing in it is a heading, a list or a link. */
    public static String verbatim(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.strip()
                        .replaceAll("([\\\\`*_\\[\\]<>#|~&])", "\\\\$1")
                        .replaceAll("(?m)^[ \\t]+", "")
                        .replaceAll("(?m)^([-+=])", "\\\\$1")
                        .replaceAll("(?m)^(\\d+)([.)])", "$1\\\\$2");
    }

    /** A line of a list that leads to a stored file. */
    public static String file(String name, UUID id, long size) {
        return "- [%s](/documents/%s) (%d Ko)".formatted(verbatim(name), id, Math.max(1, size / 1024));
    }

    /** Paragraphs set apart from what surrounds them. */
    public static String quote(String text) {
        return text.lines().map("> "::concat).collect(Collectors.joining("\n"));
    }

    /** A text of any length, as a form's field or text component reads it. */
    public static Object text(String text) {
        return FormValues.text(text);
    }

    /** Options of a select, from account to name. */
    public static Object options(Map<String, String> names) {
        return json(names.entrySet().stream()
                .map(each -> Map.of("value", each.getKey(), "label", each.getValue()))
                .toList());
    }

    /** Rows of a dynamic list. */
    public static Object json(List<?> rows) {
        return FormValues.rows(rows);
    }
}
