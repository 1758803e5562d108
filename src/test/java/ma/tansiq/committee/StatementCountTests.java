package ma.tansiq.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.CountedStatements;
import ma.tansiq.TansiqTest;
import ma.tansiq.engine.OpenTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How many statements a step of a meeting sends to the database, claiming included, so that a step that grows is seen.
 * The limits are what was counted when they were set, and two more. Of these the engine alone needs about 11 to claim
 * and 19 to complete, 8 more for rights, and 6 to take a task's timers away; the last task of a process gives all its
 * history an end of keeping, 17 statements. Announcing the next task takes five: who may do it, their names and
 * languages, the ledger and the outbox; a draft's mail to its readers as many. Planning reads the level's rule on proxies
 * for the forms of those convoked; recording replaces how each item was dealt with, which the record to sign shows. The
 * form of an agenda has a second long text, the decisions that touch the programme, which goes when it is completed.
 */
@TansiqTest
class StatementCountTests {

    private static final Map<String, Integer> LIMITS = Map.ofEntries(
            Map.entry("Task_PlanMeeting", 96),
            Map.entry("Task_ConfirmAttendance", 36),
            Map.entry("Task_ProposeItems", 36),
            Map.entry("Task_ComposeAgenda", 86),
            Map.entry("Task_ApproveAgenda", 58),
            Map.entry("Task_RecordSession", 78),
            Map.entry("Task_SignDecisions", 65),
            Map.entry("Task_DraftMinutes", 98),
            Map.entry("Task_ReviewMinutes", 35),
            Map.entry("Task_SignMinutes", 38),
            Map.entry("Task_ReportActionProgress", 63),
            Map.entry("Task_ConfirmCompletion", 81));

    @Autowired
    CommitteeStage stage;

    private final Map<String, List<String>> sent = new LinkedHashMap<>();

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    /** The second meeting counts: the first reads forms and decision tables, which never change afterwards. */
    @Test
    void stepsStayWithinTheirStatements() {
        meets("CP10");
        sent.clear();
        meets("CP11");

        assertThat(sent.keySet()).isEqualTo(LIMITS.keySet());
        assertThat(sent)
                .allSatisfy((step, statements) ->
                        assertThat(statements).as(step).hasSizeLessThanOrEqualTo(LIMITS.getOrDefault(step, 0)));
    }

    private void meets(String body) {
        String secretary = CommitteeStage.secretary(body);
        String chair = CommitteeStage.chair(body);
        String member = CommitteeStage.member(body, 1);
        stage.itIs(CommitteeStage.MORNING);
        String meeting = stage.open(body);
        Map<String, Object> plan = new LinkedHashMap<>(CommitteeStage.plan(CommitteeStage.SESSION));
        plan.put("place", "Salle de " + body);
        does(secretary, meeting, "Task_PlanMeeting", plan);
        does(member, meeting, "Task_ConfirmAttendance", Map.of("answer", "ACCEPTED"));
        does(
                member,
                meeting,
                "Task_ProposeItems",
                Map.of("items", CommitteeStage.proposals("Point A", "Point B", "Point C")));
        stage.fires(meeting, "Timer_ItemsClosed");
        does(secretary, meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, "Point A", "Point B")));
        does(chair, meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.SESSION);
        stage.fires(meeting, "Timer_SessionStarts");
        does(secretary, meeting, "Task_RecordSession", record(meeting, chair, member));
        stage.engineWorks(meeting);
        does(chair, meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        Map<String, Object> draft = Map.of("introduction", "Ouverture.", "discussions", List.of(), "closing", "Fin.");
        does(secretary, meeting, "Task_DraftMinutes", draft);
        does(member, meeting, "Task_ReviewMinutes", Map.of("decision", "approve"));
        stage.fires(meeting, "Timer_SilencePeriod");
        does(chair, meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        String action = meeting + "-A1";
        Map<String, Object> done = Map.of("progress", 100, "comment", "Fait", "evidence", "n° 4");
        does(member, action, "Task_ReportActionProgress", done);
        does(secretary, action, "Task_ConfirmCompletion", Map.of("decision", "confirm"));
    }

    private Map<String, Object> record(String meeting, String chair, String member) {
        Map<String, Object> record = new LinkedHashMap<>(stage.record(
                meeting,
                chair,
                List.of(chair, member),
                List.of(CommitteeStage.decided(1, "Adopté."), CommitteeStage.decided(2, "Adopté."))));
        record.put(
                "actions",
                List.of(CommitteeStage.action(
                        1,
                        "Publier",
                        member,
                        CommitteeStage.SESSION.toLocalDate().plusDays(30))));
        return record;
    }

    private void does(String person, String reference, String kind, Map<String, ?> answers) {
        OpenTask task = stage.taskOf(person, reference, kind);
        sent.put(kind, CountedStatements.of(() -> stage.does(person, task, answers)));
    }
}
