package ma.tansiq.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every user task has somebody to do it, a form, a due date, reminders, and escalations unless it closes by itself. */
class UserTaskModelTests {

    record Work(Diagram diagram, UserTask task) {

        String kind() {
            return task.getId();
        }

        String form() {
            return formOf(task);
        }

        @Override
        public String toString() {
            return diagram.id() + ", " + task.getId();
        }
    }

    static Stream<Work> work() {
        return work(Models.diagrams());
    }

    static Stream<Work> work(List<Diagram> diagrams) {
        return diagrams.stream().flatMap(diagram -> diagram.userTasks().stream().map(task -> new Work(diagram, task)));
    }

    /** The groups of people who work on grants, by name. */
    private static final Set<String> FUNCTIONS = Set.of(
            "grant-officer",
            "grant-evaluator",
            "selection-committee",
            "authorising-officer",
            "appeal-officer",
            "finance");

    @ParameterizedTest
    @MethodSource("work")
    void somebodyIsToDoIt(Work work) {
        assertThat(Stream.of(work.task.getCamundaAssignee(), work.task.getCamundaCandidateGroups())
                        .filter(Objects::nonNull))
                .as("an assignee or candidate groups, not both")
                .hasSize(1)
                .allMatch(who -> FUNCTIONS.contains(who) || who.matches("\\$\\{\\w+|\\$\\{\\w+\\..+}|\\$\\{\\w+}"));
        assertThat(work.task.getCamundaCandidateUsers()).isNull();
    }

    /** Pages and mails name it in the reader's language; BundleTests asks for the other languages. */
    @ParameterizedTest
    @MethodSource("work")
    void pagesAndMailsHaveANameForIt(Work work) throws IOException {
        Properties names = new Properties();
        try (Reader text = Files.newBufferedReader(Path.of("src/main/resources/i18n/dashboard.properties"))) {
            names.load(text);
        }
        assertThat(names.getProperty("task." + work.kind())).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("work")
    void theFormExistsAndIsFoundByLanguage(Work work) {
        assertThat(work.task.getCamundaFormRef()).isEqualTo("${forms.of('" + work.form() + "')}");
        assertThat(work.task.getCamundaFormRefBinding()).isEqualTo("deployment");
        assertThat(Models.forms().map(Form::id)).contains(work.form() + ".fr");
    }

    @ParameterizedTest
    @MethodSource("work")
    void theFormReadsOnlyWhatTheTaskGivesIt(Work work) {
        Set<String> given = work.task.getExtensionElements().getElementsQuery().list().stream()
                .flatMap(element -> element.getChildElementsByType(CamundaInputParameter.class).stream())
                .map(CamundaInputParameter::getCamundaName)
                .collect(Collectors.toCollection(TreeSet::new));
        Models.forms().filter(form -> form.name().equals(work.form())).forEach(form -> {
            Set<String> known = new TreeSet<>(given);
            form.keys().stream().map(key -> key.replaceFirst(".*\\.", "")).forEach(known::add);
            assertThat(known).as(form.toString()).containsAll(form.reads());
        });
    }

    @ParameterizedTest
    @MethodSource("work")
    void theDueDateComesFromItsOwnKind(Work work) {
        assertThat(work.task.getCamundaDueDate())
                .isEqualTo("${deadlines.dueDate(execution.processBusinessKey, '" + work.kind() + "')}");
    }

    @ParameterizedTest
    @MethodSource("work")
    void theAnswersGoToTheProcessWhenItIsCompleted(Work work) {
        assertThat(Diagram.listeners(work.task, "complete"))
                .extracting(CamundaTaskListener::getCamundaExpression)
                .singleElement()
                .asString()
                .matches("\\$\\{\\w+Process\\.\\w+\\(((extract|matter), )?answers\\.of\\(task\\)\\)}");
    }

    @ParameterizedTest
    @MethodSource("work")
    void itRemindsTwiceAndEscalatesUnlessItClosesByItself(Work work) {
        int escalations = work.diagram.closesByItself(work.task) ? 0 : rungs(work.kind());
        List<String> expected = Stream.concat(
                        IntStream.rangeClosed(1, 2)
                                .mapToObj(step -> timer(work.kind(), "Reminder", "reminder", "remind", step)),
                        IntStream.rangeClosed(1, escalations)
                                .mapToObj(step -> timer(work.kind(), "Escalation", "escalation", "escalate", step)))
                .toList();
        assertThat(Diagram.listeners(work.task, "timeout")
                        .map(UserTaskModelTests::timer)
                        .toList())
                .containsExactlyElementsOf(expected);
    }

    /** An overdue action climbs the whole ladder of rule D1; other tasks have an escalation for each of three rungs. */
    private static int rungs(String kind) {
        return kind.equals("Task_ReportActionProgress") ? 5 : 3;
    }

    static String formOf(UserTask task) {
        return String.valueOf(task.getCamundaFormRef()).replaceAll(".*'(.*)'.*", "$1");
    }

    private static String timer(String kind, String id, String when, String effect, int step) {
        return "%s_%d Timer_%s_%s_%d ${deadlines.%s(execution.processBusinessKey, '%s', %d)} ${deadlines.%s(task.id, %d)}"
                .formatted(id, step, kind.replace("Task_", ""), id, step, when, kind, step, effect, step);
    }

    private static String timer(CamundaTaskListener listener) {
        TimerEventDefinition timer = listener.getTimeouts().iterator().next();
        return String.join(
                " ",
                listener.getAttributeValue("id"),
                timer.getId(),
                timer.getTimeDate().getTextContent(),
                listener.getCamundaExpression());
    }
}
