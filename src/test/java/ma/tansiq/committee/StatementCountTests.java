package ma.tansiq.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.CountedStatements;
import ma.tansiq.TansiqTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How many statements a step of a meeting sends to the database, claiming included, so that a step that grows is seen.
 * The limits are what was counted when they were set, and a few more.
 */
@TansiqTest
class StatementCountTests {

    @Autowired
    CommitteeStage stage;

    private static final Map<String, Integer> LIMITS = Map.of(
            "Task_ConfirmAttendance", 60,
            "Task_ProposeItems", 56,
            "Task_ComposeAgenda", 126,
            "Task_ApproveAgenda", 80,
            "Task_RecordSession", 105,
            "Task_SignDecisions", 112);

    private final Map<String, Integer> counted = new LinkedHashMap<>();

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void stepsStayWithinTheirStatements() {
        String meeting = stage.convened("CP11");
        count(
                "Task_ConfirmAttendance",
                () -> stage.does("m1.cp11", meeting, "Task_ConfirmAttendance", Map.of("answer", "ACCEPTED")));
        count(
                "Task_ProposeItems",
                () -> stage.does(
                        "m1.cp11", meeting, "Task_ProposeItems", Map.of("items", CommitteeStage.proposals("Point A"))));
        stage.fires(meeting, "Timer_ItemsClosed");
        count(
                "Task_ComposeAgenda",
                () -> stage.does(
                        "sec.cp11", meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, "Point A"))));
        count(
                "Task_ApproveAgenda",
                () -> stage.does("chair.cp11", meeting, "Task_ApproveAgenda", Map.of("decision", "approve")));
        stage.engineWorks(meeting);
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.SESSION);
        stage.fires(meeting, "Timer_SessionStarts");
        Map<String, Object> record = stage.record(
                meeting, "chair.cp11", List.of("chair.cp11", "m1.cp11"), List.of(CommitteeStage.decided(1, "Adopté.")));
        count("Task_RecordSession", () -> stage.does("sec.cp11", meeting, "Task_RecordSession", record));
        stage.engineWorks(meeting);
        count(
                "Task_SignDecisions",
                () -> stage.does("chair.cp11", meeting, "Task_SignDecisions", Map.of("decision", "sign")));

        assertThat(counted)
                .allSatisfy(
                        (step, statements) -> assertThat(statements).as(step).isLessThanOrEqualTo(LIMITS.get(step)));
    }

    private void count(String step, Runnable work) {
        counted.put(step, CountedStatements.of(work));
    }
}
