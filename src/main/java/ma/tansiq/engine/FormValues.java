package ma.tansiq.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.jspecify.annotations.Nullable;

/** Values for a task's {@code inputParameter}s, as Camunda Forms reads them. */
public final class FormValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Characters that the engine's columns of texts hold. */
    private static final int LONGEST_TEXT = 4000;

    private FormValues() {}

    /**
     * Rows and options: a list of maps from key to text, number or yes/no, one per row. The form would not read a plain
     * Java list.
     */
    public static Object rows(List<?> rows) {
        return Spin.JSON(rows);
    }

    /** The same values as a reader of the form gets them; those that are not set are left out. */
    static Map<String, Object> plain(VariableMap variables) {
        Map<String, Object> plain = new LinkedHashMap<>();
        variables.keySet().forEach(name -> {
            Object value = plain(variables.<TypedValue>getValueTyped(name));
            if (value != null) {
                plain.put(name, value);
            }
        });
        return plain;
    }

    private static @Nullable Object plain(TypedValue value) {
        try {
            return value instanceof SerializableValue written && written.getValueSerialized() != null
                    ? JSON.readValue(written.getValueSerialized(), Object.class)
                    : value.getValue();
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /**
     * A text of any length. What the engine keeps as a text ends at 4000 characters; a longer one is kept as a document of
     * its own, which costs the task a row more to write and to delete.
     */
    public static Object text(String text) {
        return text.length() <= LONGEST_TEXT
                ? text
                : Spin.JSON('"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"');
    }
}
