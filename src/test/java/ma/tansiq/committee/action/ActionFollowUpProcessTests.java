package ma.tansiq.committee.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TansiqTest
class ActionFollowUpProcessTests {

    @Autowired
    CommitteeStage stage;

    @Autowired
    Actions actions;

    @Autowired
    ActionManagement management;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void endsWhenTheSecretaryConfirmsCompletion() {
        String action = decided("CP1");

        report("m1.cp1", action, 40, null);
        assertThat(stage.openKinds(action)).containsExactly("Task_ReportActionProgress");
        report("m1.cp1", action, 100, "Plan déposé, registre n° 17");
        assertThat(stage.openKinds(action)).containsExactly("Task_ConfirmCompletion");
        stage.does("sec.cp1", action, "Task_ConfirmCompletion", Map.of("decision", "confirm"));

        assertThat(stage.ended(action)).isTrue();
        assertThat(actions.required(action).isDone()).isTrue();
    }

    @Test
    void goesOnWhenCompletionIsNotConfirmed() {
        String action = decided("CP2");
        report("m1.cp2", action, 100, "Fait");

        stage.does(
                "sec.cp2", action, "Task_ConfirmCompletion", Map.of("decision", "reopen", "remark", "Annexe absente"));

        assertThat(stage.openKinds(action)).containsExactly("Task_ReportActionProgress");
        assertThat(actions.required(action).remark()).contains("Annexe absente");
    }

    @Test
    void endsWhenADecisionCancelsIt() {
        String action = decided("CP3");

        management.cancel(action, "Remplacée par une autre", "chair.cp3");

        assertThat(stage.ended(action)).isTrue();
        assertThatThrownBy(() -> management.cancel(action, "Encore", "chair.cp3"))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.actionClosed");
    }

    @Test
    void completionNeedsEvidence() {
        String action = decided("CP4");

        assertThatThrownBy(() -> report("m1.cp4", action, 100, null))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.evidenceMissing");
        assertThat(actions.required(action).progress()).isZero();
    }

    private void report(String owner, String action, int progress, @org.jspecify.annotations.Nullable String evidence) {
        Map<String, Object> answers = new HashMap<>(Map.of("progress", progress, "comment", "Avancement"));
        if (evidence != null) {
            answers.put("evidence", evidence);
        }
        stage.does(owner, action, "Task_ReportActionProgress", answers);
    }

    private String decided(String body) {
        String cp = body.toLowerCase(java.util.Locale.ROOT);
        String meeting = stage.inSession(body, "Point A");
        Map<String, Object> record = new HashMap<>(stage.record(
                meeting,
                "chair." + cp,
                List.of("chair." + cp, "m1." + cp),
                List.of(CommitteeStage.decided(1, "Le comité décide."))));
        record.put("actions", List.of(CommitteeStage.action(1, "Rédiger", "m1." + cp, LocalDate.of(2027, 6, 30))));
        stage.does("sec." + cp, meeting, "Task_RecordSession", record);
        stage.engineWorks(meeting);
        stage.does("chair." + cp, meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        return meeting + "-A1";
    }
}
