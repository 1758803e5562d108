package ma.tansiq.deadline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.tansiq.engine.DecisionTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the decision tables of {@code processes/deadline/} say, and {@code GrantDeadlines.dmn} for the tasks of grants. */
@Component
class DeadlineRules {

    private static final int ESCALATIONS = 5;

    private final DecisionTables tables;

    DeadlineRules(DecisionTables tables) {
        this.tables = tables;
    }

    /** How long a task may take. */
    record Allowance(int workingDays, Anchor anchor) {}

    /** When a step of the ladder comes and how far up it goes. */
    record Step(int workingDaysOverdue, Rung rung) {}

    Allowance allowance(String taskKind, String level) {
        Map<String, Object> row = tables.evaluate("GrantDeadlines", Map.of("taskKind", taskKind)).stream()
                .findFirst()
                .orElseGet(() -> row("TaskDeadlines", Map.of("taskKind", taskKind, "level", level)));
        return new Allowance(
                number(row, "workingDays").orElseThrow(),
                Anchor.valueOf(text(row, "anchor").orElseThrow()));
    }

    /** Working days before the due date; empty when there is no such reminder. */
    Optional<Integer> reminder(String taskKind, int step) {
        Map<String, Object> row = row("ReminderPlan", Map.of("taskKind", taskKind));
        return switch (step) {
            case 1 -> number(row, "first");
            case 2 -> number(row, "second");
            default -> Optional.empty();
        };
    }

    /** Empty where the ladder ends sooner: a step that the table leaves out does nothing. */
    Optional<Step> escalation(String taskKind, String level, int step) {
        if (step < 1 || step > ESCALATIONS) {
            return Optional.empty();
        }
        return tables.evaluate("EscalationLadder", Map.of("taskKind", taskKind, "level", level, "step", step)).stream()
                .findFirst()
                .flatMap(row -> number(row, "workingDays")
                        .flatMap(days -> text(row, "rung").map(rung -> new Step(days, Rung.valueOf(rung)))));
    }

    /** How people learn that a task opened. */
    enum Announcement {
        /** By a mail of its own. */
        OWN_MAIL,
        /** By the mail about what the task is for, which carries its link. */
        OTHER_MAIL
    }

    /** Empty when the table leaves the task out, or does not know it. */
    Optional<Announcement> announcement(String taskKind) {
        return tables.evaluate("TaskAnnouncements", Map.of("taskKind", taskKind)).stream()
                .findFirst()
                .flatMap(row -> text(row, "announcement"))
                .map(Announcement::valueOf);
    }

    boolean throughCoordinator(String level, Rung rung) {
        return text(row("EscalationChannel", Map.of("level", level, "rung", rung.name())), "channel")
                .filter("THROUGH_COORDINATOR"::equals)
                .isPresent();
    }

    private Map<String, Object> row(String table, Map<String, Object> inputs) {
        List<Map<String, Object>> rows = tables.evaluate(table, inputs);
        if (rows.isEmpty()) {
            throw new IllegalStateException("no rule of " + table + " matches " + inputs);
        }
        return rows.get(0);
    }

    private static Optional<Integer> number(Map<String, Object> row, String output) {
        @Nullable Object value = row.get(output);
        return value instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
    }

    private static Optional<String> text(Map<String, Object> row, String output) {
        @Nullable Object value = row.get(output);
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
