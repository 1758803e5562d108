package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import ma.tansiq.LegalTime;
import ma.tansiq.engine.FormRows;

/** Writes what forms show: Western digits, {@code dd/MM/yyyy}, in the zone of Morocco, whatever the language. */
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

    /** Paragraphs of a text component. */
    public static String lines(List<String> paragraphs) {
        return String.join("\n\n", paragraphs);
    }

    /** Options of a select, from account to name. */
    public static Object options(Map<String, String> names) {
        return json(names.entrySet().stream()
                .map(each -> Map.of("value", each.getKey(), "label", each.getValue()))
                .toList());
    }

    /** Rows of a dynamic list. */
    public static Object json(List<?> rows) {
        return FormRows.of(rows);
    }
}
