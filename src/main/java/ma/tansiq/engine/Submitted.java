package ma.tansiq.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a request carries into plain texts, numbers, booleans, lists and maps. A value of any other kind, above
 * all one that would have to be deserialised, is refused unread.
 */
final class Submitted {

    private static final int MAX_TEXT = 200_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(6)
                        .maxStringLength(MAX_TEXT)
                        .maxNumberLength(40)
                        .build());
    }

    private Submitted() {}

    /** The values under the names that the form has; another name is refused, a field that is only shown is passed over. */
    static Map<String, Object> accepted(Map<String, ?> submitted, FormFields form) {
        Map<String, Object> accepted = new LinkedHashMap<>();
        for (String name : submitted.keySet()) {
            if (!form.knows(name)) {
                throw AnswerRefused.unknown(name.length() > 60 ? name.substring(0, 60) : name);
            }
            Object value = form.fillable(name) ? value(raw(submitted, name), form.label(name)) : null;
            if (value != null) {
                checkRows(value, form.rowOf(name));
                accepted.put(name, value);
            }
        }
        return accepted;
    }

    static Map<String, Object> plain(Map<String, ?> values) {
        return accepted(values, FormFields.UNLABELLED);
    }

    static Map<String, Object> names(Map<?, ?> row) {
        Map<String, Object> names = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            if (value != null) {
                names.put(String.valueOf(name), value);
            }
        });
        return names;
    }

    private static void checkRows(Object value, FormFields row) {
        if (!(value instanceof List<?> rows)) {
            return;
        }
        for (Object entry : rows) {
            if (entry instanceof Map<?, ?> fields) {
                names(fields).forEach((name, field) -> checkField(name, field, row));
            }
        }
    }

    private static void checkField(String name, Object value, FormFields row) {
        if (!row.knows(name)) {
            throw AnswerRefused.unknown(name);
        }
        checkRows(value, row.rowOf(name));
    }

    private static @Nullable Object raw(Map<String, ?> submitted, String name) {
        return submitted instanceof VariableMap typed ? typed.getValueTyped(name) : submitted.get(name);
    }

    private static @Nullable Object value(@Nullable Object raw, String label) {
        if (raw instanceof JsonValue json) {
            return json(json.getValueSerialized(), label);
        }
        if (raw instanceof PrimitiveValue<?> primitive) {
            return value(primitive.getValue(), label);
        }
        if (raw instanceof TypedValue typed) {
            return untyped(typed, label);
        }
        return plain(raw, label);
    }

    private static @Nullable Object untyped(TypedValue typed, String label) {
        if (typed.getType() == null || typed.getType().getName().equals("null")) {
            return plain(typed.getValue(), label);
        }
        throw AnswerRefused.unreadable(label);
    }

    private static @Nullable Object json(@Nullable String text, String label) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > MAX_TEXT) {
            throw AnswerRefused.tooLong(label, MAX_TEXT, text.length());
        }
        try {
            return plain(JSON.readValue(text, Object.class), label);
        } catch (JsonProcessingException e) {
            AnswerRefused refusal = AnswerRefused.unreadable(label);
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static @Nullable Object plain(@Nullable Object value, String label) {
        if (value == null || value instanceof Boolean || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof String text) {
            if (text.length() > MAX_TEXT) {
                throw AnswerRefused.tooLong(label, MAX_TEXT, text.length());
            }
            return text;
        }
        if (value instanceof Number number) {
            return decimal(number, label);
        }
        if (value instanceof List<?> entries) {
            return entries(entries, label);
        }
        if (value instanceof Map<?, ?> fields) {
            return fields(fields, label);
        }
        throw AnswerRefused.unreadable(label);
    }

    private static List<Object> entries(List<?> entries, String label) {
        List<Object> plain = new ArrayList<>();
        for (Object entry : entries) {
            Object value = plain(entry, label);
            if (value != null) {
                plain.add(value);
            }
        }
        return plain;
    }

    private static Map<String, Object> fields(Map<?, ?> fields, String label) {
        Map<String, Object> plain = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            Object field = plain(value, label);
            if (field != null) {
                plain.put(String.valueOf(name), field);
            }
        });
        return plain;
    }

    private static BigDecimal decimal(Number number, String label) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            AnswerRefused refusal = AnswerRefused.notNumber(label);
            refusal.initCause(e);
            throw refusal;
        }
    }
}
