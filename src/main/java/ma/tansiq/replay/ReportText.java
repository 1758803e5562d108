package ma.tansiq.replay;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The report as a table for the console, in the operator's language; beside an earlier one when there is one. */
class ReportText {

    private static final Pattern OF_LEVEL = Pattern.compile("(.+)\\[(.+)]");

    private final MessageSource texts;
    private final Locale locale;

    ReportText(MessageSource texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    private record Line(String label, List<String> cells) {}

    String of(ReplayReport report) {
        List<Line> lines = new ArrayList<>();
        report.figures().forEach((key, value) -> lines.add(new Line(label(key), List.of(number(value)))));
        lines.add(new Line(text("transactions"), List.of(String.valueOf(report.transactions()))));
        lines.add(new Line(text("duration"), List.of(duration(report))));
        return title(report) + table(List.of(), lines);
    }

    /** Earlier and later figures side by side, with what changed. */
    String comparing(ReplayReport earlier, ReplayReport later) {
        Set<String> keys = new LinkedHashSet<>(later.figures().keySet());
        keys.addAll(earlier.figures().keySet());
        List<Line> lines = keys.stream()
                .map(key -> new Line(
                        label(key),
                        List.of(
                                number(earlier.figures().get(key)),
                                number(later.figures().get(key)),
                                change(earlier.figure(key), later.figure(key)))))
                .toList();
        String heads = "A: " + title(earlier) + "B: " + title(later);
        return heads + otherwiseAlike(earlier, later) + table(List.of("A", "B", text("change")), lines);
    }

    /** What differs beside the rules makes a comparison say less. */
    private String otherwiseAlike(ReplayReport earlier, ReplayReport later) {
        boolean alike = earlier.from().equals(later.from())
                && earlier.to().equals(later.to())
                && earlier.seed() == later.seed();
        return alike ? "" : text("unlike") + "\n";
    }

    private String title(ReplayReport report) {
        String rules = report.rules().isEmpty()
                ? text("rules.in-force")
                : report.rules().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
        return text("title", report.from().toString(), report.to().toString(), String.valueOf(report.seed()), rules)
                + "\n";
    }

    private static String table(List<String> heads, List<Line> lines) {
        int labels =
                lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
        int cells = lines.stream()
                .flatMap(line -> line.cells().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int width =
                Math.max(cells, heads.stream().mapToInt(String::length).max().orElse(0));
        StringBuilder table = new StringBuilder();
        if (!heads.isEmpty()) {
            table.append(row("", heads, labels, width));
        }
        lines.forEach(line -> table.append(row(line.label(), line.cells(), labels, width)));
        return table.toString();
    }

    private static String row(String label, List<String> cells, int labels, int width) {
        String padded = label + " ".repeat(labels - label.length());
        return "  " + padded
                + cells.stream()
                        .map(cell -> "  " + " ".repeat(width - cell.length()) + cell)
                        .collect(Collectors.joining())
                + "\n";
    }

    private String label(String key) {
        Matcher ofLevel = OF_LEVEL.matcher(key);
        return ofLevel.matches()
                ? text("figure." + ofLevel.group(1)) + " · " + ofLevel.group(2)
                : text("figure." + key);
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "–" : value.toPlainString();
    }

    private static String change(BigDecimal earlier, BigDecimal later) {
        BigDecimal change = later.subtract(earlier);
        return change.signum() == 0 ? "=" : (change.signum() > 0 ? "+" : "") + change.toPlainString();
    }

    private static String duration(ReplayReport report) {
        Duration duration = Duration.ofSeconds(report.seconds());
        return "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    String text(String key, Object... arguments) {
        return texts.getMessage("replay." + key, arguments, locale);
    }
}
