package ma.tansiq.committee.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.document.Documents;
import ma.tansiq.document.Incoming;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.SeveralRefused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TansiqTest
class ActionFollowUpProcessTests {

    private static final String REPORT = "Task_ReportActionProgress";

    @Autowired
    CommitteeStage stage;

    @Autowired
    JdbcClient database;

    @Autowired
    Actions actions;

    @Autowired
    ActionManagement management;

    @Autowired
    ActionEvidence evidence;

    @Autowired
    Documents documents;

    @Autowired
    Accounts accounts;

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
    void reportOfLittleDoesNotMakeAnOverdueActionDueAnew() {
        String action = decided("CP1");
        Instant decided = CommitteeStage.instant(LocalDateTime.of(2027, 6, 30, 16, 30));
        assertThat(stage.taskOf("m1.cp1", action, "Task_ReportActionProgress").dueAt())
                .contains(decided);

        stage.itIs(LocalDateTime.of(2027, 7, 2, 10, 0));
        report("m1.cp1", action, 10, null);

        assertThat(stage.taskOf("m1.cp1", action, "Task_ReportActionProgress").dueAt())
                .as("the day that the decision set")
                .contains(decided);
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

    /** Rule D2: a deadline that was announced may lengthen, never shorten; task, form and timers follow it. */
    @Test
    void hasMoreTimeWhenADecisionExtendsIt() {
        String action = decided("CP3");
        LocalDate before = actions.required(action).dueOn();
        String later = before.plusMonths(2).toString();
        Instant due = stage.taskOf("m1.cp3", action, REPORT).dueAt().orElseThrow();

        management.extend(action, later, "Décision D2", "chair.cp3");

        assertThat(actions.required(action).dueOn()).isEqualTo(later);
        assertThat(stage.taskOf("m1.cp3", action, REPORT).dueAt().orElseThrow()).isAfter(due.plus(Duration.ofDays(50)));
        assertThat(stage.shown("m1.cp3", action, REPORT, "dueOn").asText())
                .isEqualTo(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(LocalDate.parse(later)));
        assertThat(database.sql("select subject from mail where template = 'action-extended' and reference = ?")
                        .param(action)
                        .query(String.class)
                        .list())
                .hasSize(2);
        for (String wrong : List.of(later, before.toString(), "2020-01-01", "demain", "2999-01-01", "")) {
            assertThatThrownBy(() -> management.extend(action, wrong, "Encore", "chair.cp3"))
                    .as(wrong)
                    .extracting("messageKey")
                    .asString()
                    .startsWith("refusal.committee.extensionNo");
        }
        assertThatThrownBy(() -> management.extend(action, "demain", " ", "chair.cp3"))
                .isInstanceOf(SeveralRefused.class);
        assertThatThrownBy(() -> management.extend(action, later, "Décision", "m1.cp3"))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.secretaryOrChairOnly");
        assertThat(actions.required(action).dueOn()).isEqualTo(later);
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

    @Test
    void everythingThatIsWrongWithAReportIsToldAtOnce() {
        String action = decided("CP9");

        assertThat(stage.toldWhen(
                                "m1.cp9",
                                action,
                                "Task_ReportActionProgress",
                                Map.of("progress", 100, "comment", "", "evidence", " "))
                        .lines())
                .containsExactly(
                        "2 réponses sont à revoir :",
                        "• « Ce qui a été fait, ce qui reste » est à remplir.",
                        "• À 100 %, indiquez ce qui prouve l’achèvement de l’action « Rédiger » : décrivez-le, ou"
                                + " déposez un fichier sur la page de l’action.");
        assertThat(stage.toldWhen("m1.cp9", action, "Task_ReportActionProgress", Map.of("progress", 101))
                        .lines())
                .as("a figure that is none needs no evidence")
                .hasSize(3);
    }

    @Test
    void progressIsAWholeNumberAndItsFallIsExplained() {
        String action = decided("CP3");
        for (Object decimal : List.of(new java.math.BigDecimal("12.5"), "12,5", "12.5", "douze")) {
            assertThat(stage.toldWhen(
                            "m1.cp3",
                            action,
                            "Task_ReportActionProgress",
                            Map.of("progress", decimal, "comment", "Avancement")))
                    .as("%s", decimal)
                    .isEqualTo("« Avancement, en pour cent » doit être un nombre entier, sans virgule, de 0 à 100.");
        }
        report("m1.cp3", action, 60, null);

        assertThat(stage.shown("m1.cp3", action, "Task_ReportActionProgress", "floor")
                        .asInt())
                .isEqualTo(60);
        assertThat(stage.toldWhen(
                        "m1.cp3",
                        action,
                        "Task_ReportActionProgress",
                        Map.of("progress", 40, "comment", "Avancement", "fallReason", " ")))
                .isEqualTo("L’avancement de l’action « Rédiger » passerait de 60 % à 40 % : expliquez en quelques mots"
                        + " pourquoi il recule.");
        assertThat(actions.required(action).progress()).isEqualTo(60);
        stage.does(
                "m1.cp3",
                action,
                "Task_ReportActionProgress",
                Map.of("progress", 40, "comment", "Avancement", "fallReason", "Le marché est infructueux."));
        assertThat(actions.required(action).progress()).isEqualTo(40);
        report("m1.cp3", action, 100, "Registre n° 17");
        stage.does("sec.cp3", action, "Task_ConfirmCompletion", Map.of("decision", "reopen", "remark", "L’annexe ?"));
        assertThat(stage.shown("m1.cp3", action, "Task_ReportActionProgress", "floor")
                        .asInt())
                .as("what was not accepted is nothing to fall from")
                .isZero();
        report("m1.cp3", action, 90, null);
    }

    @Test
    void whoeverConfirmsReadsTheReportTheDecisionAndTheFiles() {
        String action = decided("CP11");
        management.addEvidence(action, note("Bilan_2027.txt"), "m1.cp11");
        report("m1.cp11", action, 100, "Registre n° 17");

        assertThat(stage.shown("sec.cp11", action, "Task_ConfirmCompletion", "report")
                        .asText())
                .contains("20/04/2027 10:00", "**" + nameOf("m1.cp11") + "**", "avancement 100 %", "Registre n° 17")
                .contains("[Bilan\\_2027.txt](/documents/"
                        + evidence.of(action).get(0).document() + ")");
        assertThat(stage.shown("sec.cp11", action, "Task_ConfirmCompletion", "decided")
                        .asText())
                .contains("Le comité décide.");
    }

    @Test
    void actionThatComesBackKeepsWhatWasReportedAndTellsWhoReturnedIt() {
        String action = decided("CP8");
        assertThat(stage.shown("m1.cp8", action, "Task_ReportActionProgress", "remark")
                        .asText())
                .isEmpty();
        report("m1.cp8", action, 100, "Registre n° 17");
        stage.does(
                "sec.cp8",
                action,
                "Task_ConfirmCompletion",
                Map.of("decision", "reopen", "remark", "Il manque l’annexe."));

        assertThat(stage.shown("m1.cp8", action, "Task_ReportActionProgress", "remark")
                        .asText())
                .contains(nameOf("sec.cp8"), "20/04/2027 10:00", "Il manque l’annexe.");
        assertThat(stage.shown("m1.cp8", action, "Task_ReportActionProgress", "comment")
                        .asText())
                .isEqualTo("Avancement");
        assertThat(stage.shown("m1.cp8", action, "Task_ReportActionProgress", "evidence")
                        .asText())
                .isEqualTo("Registre n° 17");

        report("m1.cp8", action, 90, null);
        assertThat(stage.shown("m1.cp8", action, "Task_ReportActionProgress", "comment")
                        .asText())
                .as("the next report is a new one")
                .isEmpty();
    }

    @Test
    void fileIsEvidenceToo() {
        String action = decided("CP5");
        management.addEvidence(action, note("Bilan.txt"), "m1.cp5");

        report("m1.cp5", action, 100, null);

        assertThat(stage.openKinds(action)).containsExactly("Task_ConfirmCompletion");
        assertThat(evidence.of(action))
                .singleElement()
                .satisfies(file -> assertThat(documents.find(file.document()))
                        .hasValueSatisfying(stored -> assertThat(stored.name()).isEqualTo("Bilan.txt")));
    }

    @Test
    void onlyOwnerAndSecretaryAddFilesToAnOpenAction() {
        String action = decided("CP6");

        assertRefused(() -> management.addEvidence(action, note("a.txt"), "m2.cp6"), "evidenceNotYours");
        assertRefused(() -> management.addEvidence(action, note("a.txt"), "sec.cp7"), "evidenceNotYours");
        management.addEvidence(action, note("a.txt"), "sec.cp6");
        management.addEvidence(action, note("b.txt"), "coord");
        management.cancel(action, "Remplacée", "sec.cp6");
        assertRefused(() -> management.addEvidence(action, note("c.txt"), "m1.cp6"), "actionClosed");

        assertThat(evidence.of(action))
                .extracting(ActionEvidence.Evidence::addedBy)
                .containsExactly("sec.cp6", "coord");
    }

    @Test
    void actionOfAnUnsignedRecordTakesNoFileYet() {
        String meeting = recorded("CP7");

        assertRefused(() -> management.addEvidence(meeting + "-A1", note("a.txt"), "m1.cp7"), "actionNotStarted");
    }

    private String nameOf(String account) {
        return accounts.find(account).orElseThrow().name();
    }

    private static void assertRefused(ThrowingCallable step, String name) {
        assertThatThrownBy(step).extracting("messageKey").isEqualTo("refusal.committee." + name);
    }

    private static Incoming note(String name) {
        return new Incoming(name, "text/plain", new ByteArrayInputStream("Fait.".getBytes(StandardCharsets.UTF_8)));
    }

    private void report(String owner, String action, int progress, @org.jspecify.annotations.Nullable String evidence) {
        Map<String, Object> answers = new HashMap<>(Map.of("progress", progress, "comment", "Avancement"));
        if (evidence != null) {
            answers.put("evidence", evidence);
        }
        stage.does(owner, action, "Task_ReportActionProgress", answers);
    }

    private String decided(String body) {
        String meeting = recorded(body);
        stage.does(
                "chair." + body.toLowerCase(java.util.Locale.ROOT),
                meeting,
                "Task_SignDecisions",
                Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        return meeting + "-A1";
    }

    private String recorded(String body) {
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
        return meeting;
    }
}
