package ma.tansiq.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What to play.
 *
 * @param from first day that is played
 * @param to last day that is played, over by now
 * @param seed of everything that might have come otherwise
 * @param rules numbers tried instead of those in force
 * @param earlier report of an earlier replay to compare with
 * @param directory for the replay's own database, mail and report
 * @param overwrite whether a replay that was finished there may be deleted
 */
record ReplayPlan(
        LocalDate from,
        LocalDate to,
        long seed,
        RuleChanges rules,
        @Nullable ReplayReport earlier,
        Path directory,
        boolean overwrite) {

    /** Chosen once; any other plays another year. */
    static final long DEFAULT_SEED = 2018;

    private static final String PREFIX = "tansiq.replay";
    private static final String RULES = "rules.";
    private static final Set<String> KNOWN = Set.of("from", "to", "seed", "compare-with", "overwrite");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int MOST_DAYS = 732;

    /**
     * Reads the settings {@code tansiq.replay.*}; without any, the year that ends today: its last day is yesterday.
     *
     * @throws ReplayRefused with everything that is wrong with them
     */
    static ReplayPlan read(Environment environment, LocalDate today, byte[] table) {
        Map<String, String> given = Binder.get(environment)
                .bind(PREFIX, Bindable.mapOf(String.class, String.class))
                .orElseGet(Map::of);
        Path directory = Path.of(environment.getProperty("tansiq.data-directory", "data"));
        return new Reading(given, today, table).plan(directory);
    }

    /** Length of the period in days. */
    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** One reading of the settings, which gathers what is wrong. */
    private static final class Reading {

        private final List<String> problems = new ArrayList<>();
        private final Map<String, String> given;
        private final LocalDate today;
        private final byte[] table;

        Reading(Map<String, String> given, LocalDate today, byte[] table) {
            this.given = new LinkedHashMap<>();
            given.forEach((name, value) -> this.given.put(name, value.strip()));
            this.given.values().removeIf(String::isEmpty);
            this.today = today;
            this.table = table;
        }

        ReplayPlan plan(Path directory) {
            refuseUnknown();
            LocalDate from = read("from", LocalDate::parse, "a day such as 2017-09-01");
            LocalDate to = read("to", LocalDate::parse, "a day such as 2018-08-31");
            Long seed = read("seed", Long::valueOf, "a whole number");
            Boolean overwrite = read("overwrite", Reading::yesOrNo, "true or false");
            RuleChanges rules = rules();
            rules.in(table, problems);
            ReplayReport earlier = earlier();
            LocalDate last = to != null
                    ? to
                    : from == null ? today.minusDays(1) : from.plusYears(1).minusDays(1);
            LocalDate first = from != null ? from : last.plusDays(1).minusYears(1);
            checkPeriod(first, last);
            if (!problems.isEmpty()) {
                throw new ReplayRefused(problems);
            }
            return new ReplayPlan(
                    first,
                    last,
                    seed == null ? DEFAULT_SEED : seed,
                    rules,
                    earlier,
                    directory,
                    Boolean.TRUE.equals(overwrite));
        }

        private void refuseUnknown() {
            given.keySet().stream()
                    .filter(name -> !KNOWN.contains(name) && !name.startsWith(RULES))
                    .forEach(name -> problems.add("%s.%s is no setting of a replay; there are %s and rules.…"
                            .formatted(PREFIX, name, KNOWN.stream().sorted().collect(Collectors.joining(", ")))));
        }

        private <T> @Nullable T read(String name, Function<String, T> reader, String wanted) {
            String value = given.get(name);
            if (value == null) {
                return null;
            }
            try {
                return reader.apply(value);
            } catch (DateTimeException | IllegalArgumentException unreadable) {
                problems.add("%s.%s=%s is not %s".formatted(PREFIX, name, value, wanted));
                return null;
            }
        }

        private static Boolean yesOrNo(String value) {
            if (!value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException(value);
            }
            return Boolean.valueOf(value);
        }

        private RuleChanges rules() {
            Map<String, String> rules = new LinkedHashMap<>();
            given.forEach((name, value) -> {
                if (name.startsWith(RULES)) {
                    rules.put(name.substring(RULES.length()), value);
                }
            });
            return new RuleChanges(rules);
        }

        private @Nullable ReplayReport earlier() {
            String file = given.get("compare-with");
            if (file == null) {
                return null;
            }
            Path path = Path.of(file);
            try {
                return ReplayReport.read(Files.isDirectory(path) ? path.resolve(ReplayReport.FILE) : path);
            } catch (ReplayRefused unreadable) {
                problems.addAll(unreadable.problems());
                return null;
            }
        }

        private void checkPeriod(LocalDate from, LocalDate to) {
            if (from.isAfter(to)) {
                problems.add("the first day %s is after the last day %s".formatted(from, to));
            } else if (!to.isBefore(today)) {
                problems.add("the last day %s is not over yet: today is %s, so the last day that can be played is %s"
                        .formatted(to, today, today.minusDays(1)));
            } else if (from.isBefore(EARLIEST)) {
                problems.add("the first day %s is before %s".formatted(from, EARLIEST));
            } else if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
                problems.add("from %s to %s are more than two years".formatted(from, to));
            }
        }
    }
}
