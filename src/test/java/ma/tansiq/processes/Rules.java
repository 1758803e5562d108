package ma.tansiq.processes;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** Asks the decision tables of {@code processes/} without starting the application. */
final class Rules {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> decisions = Models.tables()
            .flatMap(table -> engine.parseDecisions(table.model()).stream())
            .collect(Collectors.toMap(DmnDecision::getKey, Function.identity()));

    /** An output of the first rule of that table that matches, as text. */
    Optional<String> find(String table, Map<String, Object> inputs, String output) {
        return engine.evaluateDecisionTable(decision(table), inputs).getResultList().stream()
                .findFirst()
                .map(row -> row.get(output))
                .map(String::valueOf);
    }

    Optional<String> escalation(String taskKind, String level, int step) {
        Map<String, Object> question = Map.of("taskKind", taskKind, "level", level, "step", step);
        return find("EscalationLadder", question, "workingDays")
                .flatMap(
                        days -> find("EscalationLadder", question, "rung").map(rung -> "+%s %s".formatted(days, rung)));
    }

    Optional<String> reminder(String taskKind, String column) {
        return find("ReminderPlan", Map.of("taskKind", taskKind), column).map(days -> "−" + days);
    }

    Optional<String> due(String taskKind, String level) {
        Map<String, Object> question = Map.of("taskKind", taskKind, "level", level);
        return due("GrantDeadlines", question).or(() -> due("TaskDeadlines", question));
    }

    private Optional<String> due(String table, Map<String, Object> question) {
        return find(table, question, "workingDays")
                .flatMap(days -> find(table, question, "anchor").map(anchor -> "%s %s".formatted(days, anchor)));
    }

    private DmnDecision decision(String id) {
        return Objects.requireNonNull(decisions.get(id), () -> "no decision table " + id);
    }
}
