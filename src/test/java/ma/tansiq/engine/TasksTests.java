package ma.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.tansiq.TansiqTest;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TansiqTest
class TasksTests {

    @Autowired
    Errands errands;

    @Autowired
    ErrandProcess process;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskService engineTasks;

    @Autowired
    FormService engineForms;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    Acting acting;

    @Autowired
    OpenDeadlines deadlines;

    @Autowired
    Refusals refusals;

    String key = "";
    String task = "";

    @BeforeEach
    void start() {
        errands.account("runner.one", "errand-runners");
        errands.account("runner.two", "errand-runners");
        errands.account("giver", "errand-givers");
        key = errands.start();
        task = errands.task(key).id();
    }

    @Test
    void answersReachTheListenerAndNoVariableIsStored() {
        complete(Map.of("place", " Rabat\u0000\u202e ", "notes", "a\r\nb", "price", 12.5));

        Answers answers = process.received.get(process.received.size() - 1);
        assertThat(answers.taskId()).isEqualTo(task);
        assertThat(answers.taskKind()).isEqualTo("Task_RunErrand");
        assertThat(answers.businessKey()).isEqualTo(key);
        assertThat(answers.submitter()).isEqualTo("runner.one");
        assertThat(answers.requiredText("place", 10)).isEqualTo("Rabat");
        assertThat(answers.text("notes")).contains("a\nb");
        assertThat(answers.number("price")).isEqualByComparingTo(new BigDecimal("12.5"));
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableNameIn("place", "notes", "price")
                        .count())
                .isZero();
        assertThat(errands.task(key).kind()).isEqualTo("Task_Confirm");
    }

    @Test
    void jsonRowsAreRead() {
        complete(Variables.createVariables()
                .putValue("place", "Fès")
                .putValueTyped(
                        "goods",
                        SpinValues.jsonValue("[{\"what\":\"pain\",\"count\":2}]")
                                .create()));

        Answers answers = process.received.get(process.received.size() - 1);
        assertThat(answers.rows("goods")).singleElement().satisfies(row -> {
            assertThat(row.requiredText("what", 10)).isEqualTo("pain");
            assertThat(row.wholeNumber("count", 1, 5)).isEqualTo(2);
        });
    }

    @Test
    void fieldOutsideTheFormIsRefusedAndNothingChanges() {
        assertRefused(Map.of("place", "Fès", "approved", true), "« approved »");
        assertRefused(Map.of("place", "Fès", "goods", List.of(Map.of("secret", "x"))), "« secret »");
    }

    @Test
    void fieldThatIsOnlyShownIsPassedOver() {
        complete(Map.of("place", "Fès", "shown", "changed"));

        assertThat(process.received.get(process.received.size() - 1).has("shown"))
                .isFalse();
    }

    @Test
    void listenersRefusalNamesTheFieldAndRollsBack() {
        assertRefused(Map.of("place", "a".repeat(21)), "« Lieu » est trop long : 20 caractères au plus, 21 reçus.");
        assertRefused(Map.of("place", " "), "« Lieu » est à remplir.");
    }

    @Test
    void serialisedObjectIsRefusedUnread() {
        assertRefused(
                Variables.createVariables()
                        .putValueTyped(
                                "place",
                                Variables.serializedObjectValue("rO0ABXQAA2Fj")
                                        .serializationDataFormat("application/x-java-serialized-object")
                                        .objectTypeName("java.lang.String")
                                        .create()),
                "« Lieu » est illisible");
    }

    @Test
    void onlyTheAssigneeCompletes() {
        assertThatThrownBy(() -> as("runner.two", Map.of("place", "Fès"))).isInstanceOf(TaskRefused.class);
        tasks.claim(task, "runner.one");
        assertThatThrownBy(() -> as("runner.two", Map.of("place", "Fès"))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> tasks.claim(task, "runner.two")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> tasks.complete(task, Map.of("place", "Fès"))).isInstanceOf(TaskRefused.class);
    }

    @Test
    void doneTaskIsGone() {
        complete(Map.of("place", "Fès"));

        assertThatThrownBy(() -> as("runner.one", Map.of("place", "Fès"))).isInstanceOf(Conflict.class);
    }

    @Test
    void taskWithoutFormTakesNoFields() {
        complete(Map.of("place", "Fès"));
        String confirm = errands.task(key).id();
        tasks.claim(confirm, "giver");

        assertThatThrownBy(() -> acting.as("giver", () -> tasks.complete(confirm, Map.of("place", "x"))))
                .isInstanceOf(AnswerRefused.class);
        acting.as("giver", () -> tasks.complete(confirm, Map.of()));
        assertThat(tasks.openFor(key)).isEmpty();
    }

    @Test
    void claimIsForOneselfAndGivingBackLeavesTheTaskToItsGroup() {
        assertThatThrownBy(() -> acting.as("runner.one", () -> engineTasks.claim(task, "runner.two")))
                .isInstanceOf(TaskRefused.class);
        tasks.claim(task, "runner.one");
        acting.as("runner.one", () -> engineTasks.setAssignee(task, null));

        assertThat(errands.task(key).assignee()).isEmpty();
        assertThat(tasks.openForAccount("runner.two", List.of("errand-runners")))
                .extracting(OpenTask::id)
                .contains(task);
    }

    @Test
    void openTaskTellsWhatAPageShows() {
        OpenTask open = tasks.find(task).orElseThrow();

        assertThat(open.name()).isEqualTo("Faire la course");
        assertThat(open.businessKey()).isEqualTo(key);
        assertThat(open.processId()).isEqualTo("Errand");
        assertThat(open.candidateGroups()).containsExactly("errand-runners");
        assertThat(open.dueAt()).contains(Instant.parse("2030-06-15T12:00:00Z"));
        assertThat(tasks.openForAccount("giver", List.of("errand-givers")))
                .extracting(OpenTask::id)
                .doesNotContain(task);
    }

    @Test
    void deadlinesAreReadAndMoved() {
        deadlines.moveDueDate(task, Instant.parse("2030-06-20T11:00:00Z"));
        deadlines.moveTimer(task, "Reminder_1", Instant.parse("2030-06-12T09:00:00Z"));
        process.cutOffs.put(key, Instant.parse("2030-03-01T09:00:00Z"));
        deadlines.recalculateTimers(key);

        assertThat(deadlines.of(key)).singleElement().satisfies(deadline -> {
            assertThat(deadline.task().dueAt()).contains(Instant.parse("2030-06-20T11:00:00Z"));
            assertThat(deadline.timers()).isEqualTo(Map.of("Reminder_1", Instant.parse("2030-06-12T09:00:00Z")));
        });
        assertThat(management.createJobQuery().activityId("Timer_TooLate").list())
                .filteredOn(job -> job.getProcessInstanceId().equals(instance()))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isEqualTo(Instant.parse("2030-03-01T09:00:00Z")));
    }

    private String instance() {
        return engineTasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    }

    private void complete(Map<String, Object> answers) {
        tasks.claim(task, "runner.one");
        as("runner.one", answers);
    }

    private void as(String account, Map<String, Object> answers) {
        acting.as(account, () -> {
            if (answers instanceof VariableMap) {
                engineForms.submitTaskForm(task, answers);
            } else {
                tasks.complete(task, answers);
            }
        });
    }

    private void assertRefused(Map<String, Object> answers, String sentence) {
        tasks.claim(task, "runner.one");
        assertThatThrownBy(() -> as("runner.one", answers))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusals.sentence(refusal, Locale.FRENCH))
                                .contains(sentence));
        assertThat(tasks.find(task)).isPresent();
    }
}
