package ma.tansiq.strategy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.strategy.StrategyFileRefused.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file, read key by key. What is wrong is noted with its line, and a harmless value is returned
 * so that reading goes on and every mistake of a file is told at once.
 */
final class Entry {

    private final Map<String, NodeTuple> unread = new LinkedHashMap<>();
    private final List<Problem> problems;
    private final int line;

    Entry(Node node, List<Problem> problems) {
        this.problems = problems;
        this.line = lineOf(node);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::keep);
        } else {
            problem(line, "expected \"key: value\" pairs here");
        }
    }

    private void keep(NodeTuple pair) {
        String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (unread.putIfAbsent(key, pair) != null) {
            problem(lineOf(pair.getKeyNode()), "\"" + key + "\" stands here a second time");
        }
    }

    /** Notes every key that nobody asked for. */
    void refuseUnknownKeys() {
        unread.forEach((key, pair) -> problem(lineOf(pair.getKeyNode()), "unknown key \"" + key + "\""));
    }

    @Nullable
    String text(String key) {
        Node node = take(key);
        if (node == null || node.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        problem(lineOf(node), "\"" + key + "\" has to be a text; leave it out when it is unknown");
        return null;
    }

    String requiredText(String key) {
        return present(key) ? or(text(key), "") : "";
    }

    int requiredNumber(String key) {
        return present(key) ? or(number(key), 0) : 0;
    }

    @Nullable
    Integer number(String key) {
        return parsed(key, "a whole number above 0", Entry::positive);
    }

    @Nullable
    LocalDate date(String key) {
        return parsed(key, "a date such as 2019-10-09", LocalDate::parse);
    }

    LocalDate requiredDate(String key) {
        return present(key) ? or(date(key), LocalDate.EPOCH) : LocalDate.EPOCH;
    }

    @Nullable
    Period period(String key) {
        return parsed(key, "an ISO 8601 period above zero such as P3M", Entry::positivePeriod);
    }

    boolean flag(String key) {
        Boolean value = parsed(key, "true or false", Entry::trueOrFalse);
        return value != null && value;
    }

    /** A word out of a fixed list, written {@code small-with-hyphens}; the first of the list when it is wrong. */
    <E extends Enum<E>> E word(String key, Class<E> type) {
        return Enum.valueOf(
                type,
                word(key, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
    }

    String word(String key, List<String> allowed) {
        if (!present(key)) {
            return allowed.get(0);
        }
        String expected = allowed.stream().map(Entry::spelling).collect(Collectors.joining(", ", "one of ", ""));
        return or(parsed(key, expected, text -> named(text, allowed)), allowed.get(0));
    }

    /** The code of an entry of another list. */
    @Nullable
    String reference(String key, Collection<String> known, String what) {
        Node node = peek(key);
        String code = text(key);
        if (code != null && node != null && !known.contains(code)) {
            problem(lineOf(node), "\"" + key + "\" names the " + what + " " + code + ", which this file does not have");
        }
        return code;
    }

    String requiredReference(String key, Collection<String> known, String what) {
        return present(key) ? or(reference(key, known, what), "") : "";
    }

    int line() {
        return line;
    }

    /** The text of that key without reading it; empty when there is none. */
    String glance(String key) {
        return peek(key) instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    List<Entry> entries(String key) {
        Node node = take(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(n -> new Entry(n, problems)).toList();
        }
        problem(lineOf(node), "\"" + key + "\" has to be a list");
        return List.of();
    }

    Entry entry(String key) {
        Node node = present(key) ? take(key) : null;
        return new Entry(node == null ? new MappingNode(Tag.MAP, List.of(), FlowStyle.FLOW) : node, problems);
    }

    void problem(String reason) {
        problem(line, reason);
    }

    private void problem(int at, String reason) {
        problems.add(new Problem(at, reason));
    }

    private boolean present(String key) {
        Node node = peek(key);
        if (node == null || node.getTag().equals(Tag.NULL)) {
            unread.remove(key);
            problem(node == null ? line : lineOf(node), "\"" + key + "\" is missing");
            return false;
        }
        return true;
    }

    private static <T> T or(@Nullable T value, T harmless) {
        return value == null ? harmless : value;
    }

    private <T> @Nullable T parsed(String key, String expected, Function<String, T> parser) {
        Node node = peek(key);
        String value = text(key);
        if (value == null || node == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (DateTimeException | NumberFormatException e) {
            problem(lineOf(node), "\"" + key + "\" has to be " + expected + ", not \"" + value + "\"");
            return null;
        }
    }

    private @Nullable Node peek(String key) {
        NodeTuple pair = unread.get(key);
        return pair == null ? null : pair.getValueNode();
    }

    private @Nullable Node take(String key) {
        NodeTuple pair = unread.remove(key);
        return pair == null ? null : pair.getValueNode();
    }

    private static String named(String text, List<String> names) {
        return names.stream()
                .filter(name -> spelling(name).equals(text))
                .findFirst()
                .orElseThrow(() -> new DateTimeException(text));
    }

    private static String spelling(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int positive(String text) {
        int number = Integer.parseInt(text);
        if (number <= 0) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static Period positivePeriod(String text) {
        Period period = Period.parse(text);
        if (period.isZero() || period.isNegative()) {
            throw new DateTimeParseException("not above zero", text, 0);
        }
        return period;
    }

    private static boolean trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new DateTimeException(text);
        };
    }

    private static int lineOf(Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }
}
