package ma.tansiq.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.committee.body.Groups;
import ma.tansiq.engine.OpenTask;
import org.jspecify.annotations.Nullable;

/**
 * A task in front of somebody, with what its form shows.
 *
 * @param person who answers
 * @param shown values of the form by name
 * @param chance in this answer of this person
 * @param refused how many answers to this task were refused before
 */
record Asked(OpenTask task, String person, Map<String, Object> shown, Chance chance, int refused) {

    /** What the task is about: a meeting, a report, an action. */
    String about() {
        return task.businessKey();
    }

    String body() {
        return Groups.bodyOf(about());
    }

    /** Empty when the form shows nothing under that name. */
    String text(String name) {
        return text(shown.get(name));
    }

    int number(String name) {
        String text = text(name);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** The rows of a list, each to be changed and sent back. */
    List<Map<String, Object>> rows(String name) {
        return shown.get(name) instanceof List<?> rows
                ? rows.stream().map(row -> copy((Map<?, ?>) row)).toList()
                : List.of();
    }

    /** The values that a choice offers. */
    List<String> options(String name) {
        return rows(name).stream().map(row -> text(row.get("value"))).toList();
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static Map<String, Object> copy(Map<?, ?> row) {
        Map<String, Object> copy = new LinkedHashMap<>();
        row.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), value);
            }
        });
        return copy;
    }
}
