package ma.tansiq.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decision tables are called as the code calls them, explain themselves, and speak of tasks that exist. */
class DecisionTableTests {

    private static final Rules RULES = new Rules();
    private static final Pattern TABLE = Pattern.compile("\"([A-Z][a-z]+(?:[A-Z][a-z]+)+)\", Map\\.of\\(");
    private static final Pattern TASK = Pattern.compile("Task_[A-Za-z]+");

    static Stream<Models.Table> tables() {
        return Models.tables();
    }

    static List<String> taskKinds() {
        return Models.diagrams().stream()
                .flatMap(diagram -> diagram.userTasks().stream())
                .map(task -> task.getId())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theFileIsCalledAfterItsFirstDecision(Models.Table table) {
        assertThat(table.file())
                .hasFileName(table.model()
                                .getModelElementsByType(Decision.class)
                                .iterator()
                                .next()
                                .getId() + ".dmn");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theEngineAcceptsIt(Models.Table table) {
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        assertThat(engine.parseDecisions(table.model())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void decisionsExplainThemselves(Models.Table table) {
        table.model().getModelElementsByType(Decision.class).forEach(decision -> {
            assertThat(decision.getName()).as(decision.getId()).isNotBlank();
            assertThat(decision.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
            assertThat(decision.getDescription()).as(decision.getId()).isNotNull();
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theTasksThatItSpeaksOfExist(Models.Table table) {
        Set<String> named = table.model().getModelElementsByType(Text.class).stream()
                .map(ModelElementInstance::getTextContent)
                .flatMap(text -> TASK.matcher(text).results())
                .map(hit -> hit.group())
                .collect(Collectors.toSet());
        assertThat(taskKinds()).containsAll(named);
    }

    @ParameterizedTest
    @MethodSource("ma.tansiq.processes.UserTaskModelTests#work")
    void everyTaskHasADueDateAndRemindersAndEscalatesUnlessItClosesByItself(UserTaskModelTests.Work work) {
        for (String level : List.of("CP", "COPIL", "CI")) {
            assertThat(RULES.due(work.kind(), level)).as("due date, " + level).isPresent();
            for (int step = 1; step <= 3; step++) {
                assertThat(RULES.escalation(work.kind(), level, step).isPresent())
                        .as("escalation %d, %s", step, level)
                        .isNotEqualTo(work.diagram().closesByItself(work.task()));
            }
        }
        assertThat(RULES.reminder(work.kind(), "first")).isPresent();
    }

    /** Rule D1: assignee, secretary, chair, secretariat of the body above, coordinator. */
    @Test
    void anOverdueActionClimbsTheWholeLadder() {
        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(step -> RULES.escalation("Task_ReportActionProgress", "CP", step)
                                .orElseThrow()
                                .replaceAll("^\\S+ ", "")))
                .containsExactly("ASSIGNEE", "SECRETARY", "CHAIR", "PARENT_SECRETARIAT", "COORDINATOR");
    }

    /** In which mail the link of a task stands that has no mail of its own. */
    @Test
    void everyTaskIsAnnounced() {
        Set<String> carried = Set.of(
                "Task_ProposeItems",
                "Task_ConfirmAttendance",
                "Task_ReconfirmAttendance",
                "Task_ReviewMinutes",
                "Task_AcknowledgeExtract",
                "Task_AnswerConsultation",
                "Task_GiveOpinion");
        assertThat(taskKinds())
                .allSatisfy(
                        kind -> assertThat(RULES.find("TaskAnnouncements", Map.of("taskKind", kind), "announcement"))
                                .as(kind)
                                .contains(carried.contains(kind) ? "OTHER_MAIL" : "OWN_MAIL"));
    }

    @Test
    void theTablesThatCodeAsksExist() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                TABLE.matcher(Files.readString(source)).results().forEach(hit -> asked.add(hit.group(1)));
            }
        }
        assertThat(asked).isNotEmpty();
        assertThat(Models.decisions().map(Decision::getId)).containsAll(asked);
    }
}
