package ma.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is saved in statements is not paid for in correctness. */
@TansiqTest
class EconomyTests {

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="economy" name="economy" namespace="test">
              <decision id="EconomyTests" name="EconomyTests" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                        camunda:historyTimeToLive="P1D">
                <decisionTable id="table"><output id="out" name="days" typeRef="integer"/>
                  <rule id="rule"><outputEntry id="entry"><text>%d</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";

    @Autowired
    CommitteeStage stage;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @Autowired
    DecisionTables tables;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    /** The engine asks once whether there is any incident; a timer that failed and then ran must lose its own. */
    @Test
    void incidentOfATimerEndsWhenTheTimerRuns() {
        String meeting = stage.convened("CP7");
        OpenTask task = stage.taskOf("m1.cp7", meeting, "Task_ProposeItems");
        String execution =
                tasks.createTaskQuery().taskId(task.id()).singleResult().getExecutionId();
        List<Job> timers = management.createJobQuery().executionId(execution).list();
        assertThat(timers).hasSizeGreaterThan(1);
        timers.forEach(timer -> management.setJobRetries(timer.getId(), 0));
        assertThat(incidents(timers)).isEqualTo(timers.size());

        management.executeJob(timers.get(0).getId());

        assertThat(incidents(timers.subList(0, 1))).isZero();
        assertThat(incidents(timers)).isEqualTo(timers.size() - 1);

        stage.does("m1.cp7", task, Map.of());

        assertThat(incidents(timers))
                .as("incidents of timers that went with their task")
                .isZero();
    }

    @Test
    void formsOfATaskLeaveNoValueBehind() {
        String meeting = stage.convened("CP8");
        OpenTask task = stage.taskOf("m1.cp8", meeting, "Task_ConfirmAttendance");
        String instance =
                tasks.createTaskQuery().taskId(task.id()).singleResult().getProcessInstanceId();
        long before = values(instance);

        stage.does("m1.cp8", task, Map.of("answer", "ACCEPTED"));

        assertThat(values(instance)).isLessThan(before);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .as("no copy of names and texts in the engine's history")
                .isZero();
    }

    @Test
    void changedTableCountsAtOnce() {
        deploy(3);
        assertThat(tables.evaluate("EconomyTests", Map.of())).containsExactly(Map.of("days", 3));

        deploy(5);

        assertThat(tables.evaluate("EconomyTests", Map.of())).containsExactly(Map.of("days", 5));
    }

    private void deploy(int days) {
        repository
                .createDeployment()
                .addString("economy.dmn", TABLE.formatted(days))
                .deploy();
    }

    private long values(String instance) {
        return runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .count();
    }

    private long incidents(List<Job> timers) {
        return timers.stream()
                .mapToLong(timer -> runtime.createIncidentQuery()
                        .configuration(timer.getId())
                        .count())
                .sum();
    }
}
