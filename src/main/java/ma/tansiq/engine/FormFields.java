package ma.tansiq.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fields that a form (form-js schema) lets a person fill in: name, label and kind of each. */
final class FormFields {

    static final FormFields UNLABELLED = new FormFields(Map.of(), "", true);
    static final FormFields NONE = new FormFields(Map.of(), "", false);

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Told in the form itself, out of place in a sentence. */
    private static final String REQUIRED_MARK = " \\*$";

    private static final Set<String> SINGLE_LINE = Set.of("textfield", "select", "radio");

    private record Field(String label, String hourLabel, String kind, boolean fillable, FormFields row) {}

    private final Map<String, Field> fields;
    private final String prefix;
    private final boolean anything;

    private FormFields(Map<String, Field> fields, String prefix, boolean anything) {
        this.fields = fields;
        this.prefix = prefix;
        this.anything = anything;
    }

    static FormFields read(InputStream schema) {
        try (schema) {
            return of(JSON.readTree(schema).path("components"));
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable form", e);
        }
    }

    private static FormFields of(JsonNode components) {
        Map<String, Field> fields = new LinkedHashMap<>();
        collect(components, fields);
        return new FormFields(fields, "", false);
    }

    private static void collect(JsonNode components, Map<String, Field> fields) {
        for (JsonNode component : components) {
            String kind = component.path("type").asText();
            if (kind.equals("dynamiclist")) {
                fields.put(component.path("path").asText(), field(component, of(component.path("components"))));
            } else if (kind.equals("group")) {
                collect(component.path("components"), fields);
            } else if (component.hasNonNull("key")) {
                fields.put(component.path("key").asText(), field(component, NONE));
            }
        }
    }

    private static Field field(JsonNode component, FormFields row) {
        boolean fillable = !component.path("readonly").asBoolean(false)
                && !component.path("disabled").asBoolean(false);
        String name = component.path("path").asText(component.path("key").asText());
        String label =
                component.path("label").asText(component.path("dateLabel").asText(name));
        return new Field(
                unmarked(label), hourLabel(component), component.path("type").asText(), fillable, row);
    }

    /** How the form names the hour beside a date; empty where it asks for none. */
    private static String hourLabel(JsonNode component) {
        return component.path("subtype").asText().equals("datetime")
                ? unmarked(component.path("timeLabel").asText())
                : "";
    }

    private static String unmarked(String label) {
        return label.replaceFirst(REQUIRED_MARK, "");
    }

    boolean knows(String name) {
        return anything || fields.containsKey(name);
    }

    /** Whether a person may fill it in; one that is only shown comes back with the form and is passed over. */
    boolean fillable(String name) {
        Field field = fields.get(name);
        return anything || (field != null && field.fillable());
    }

    boolean singleLine(String name) {
        Field field = fields.get(name);
        return field != null && SINGLE_LINE.contains(field.kind());
    }

    String label(String name) {
        Field field = fields.get(name);
        return prefix + (field == null ? name : field.label());
    }

    /** How the form names the hour beside that date, if it asks for one: half an instant arrives as none. */
    String hourLabel(String name) {
        Field field = fields.get(name);
        return field == null ? "" : field.hourLabel();
    }

    FormFields rowOf(String name) {
        Field field = fields.get(name);
        return field == null ? (anything ? UNLABELLED : NONE) : field.row();
    }

    /** The fields of one row, whose labels name the list and the row. */
    FormFields row(String name, int number) {
        FormFields row = rowOf(name);
        return new FormFields(row.fields, label(name) + ", " + number + " : ", row.anything);
    }
}
