package ma.tansiq.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One form file: {@code plan-meeting.fr.form} is the form {@code plan-meeting} in French. */
record Form(Path file, JsonNode content) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SHOWN = Pattern.compile("\\{\\{(?:#loop |#if )?\\s*([a-zA-Z]\\w*)");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.\"])([a-zA-Z]\\w*)");
    private static final Set<String> FEEL =
            Set.of("null", "and", "or", "not", "if", "then", "else", "true", "false", "this");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"");
    private static final Pattern FILTER = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern FUNCTION = Pattern.compile("(list )?\\w+\\(");

    static Form read(Path file) {
        try {
            return new Form(file, JSON.readTree(file.toFile()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String id() {
        return content.path("id").asText();
    }

    String name() {
        return id().replaceFirst("\\.[a-z]{2}$", "");
    }

    String language() {
        return id().replaceFirst(".*\\.", "");
    }

    /** What the form sends, rows of lists as {@code list.key}. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        collectKeys(content, "", keys);
        return keys;
    }

    Set<String> componentTypes() {
        return content.findValuesAsText("type").stream().collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> ids() {
        return content.path("components").findValuesAsText("id");
    }

    /** What the texts, tables, choices and conditions of the form read. */
    Set<String> reads() {
        Set<String> names = new TreeSet<>();
        for (String key : List.of("text", "content", "label", "description")) {
            content.findValuesAsText(key).forEach(text -> collectShown(text, names));
        }
        for (String key : List.of("dataSource", "valuesExpression", "hide")) {
            content.findValuesAsText(key).forEach(feel -> collectWords(feel, names));
        }
        names.addAll(content.findValuesAsText("valuesKey"));
        names.removeAll(FEEL);
        return names;
    }

    private static void collectKeys(JsonNode node, String prefix, Set<String> keys) {
        for (JsonNode component : node.path("components")) {
            String key = component.path("key").asText(component.path("path").asText());
            if (!key.isEmpty()) {
                keys.add(prefix + key);
            }
            collectKeys(component, key.isEmpty() ? prefix : prefix + key + ".", keys);
        }
    }

    private static void collectShown(String text, Set<String> names) {
        if (text.startsWith("=")) {
            collectWords(text, names);
        } else {
            SHOWN.matcher(text).results().map(hit -> hit.group(1)).forEach(names::add);
        }
        names.remove("this");
    }

    /** A filter reads the rows of the list that it follows. */
    private static void collectWords(String feel, Set<String> names) {
        String values = LITERAL.matcher(feel).replaceAll("\"\"");
        String ownNames =
                FUNCTION.matcher(FILTER.matcher(values).replaceAll("")).replaceAll("(");
        WORD.matcher(ownNames).results().map(hit -> hit.group(1)).forEach(names::add);
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
