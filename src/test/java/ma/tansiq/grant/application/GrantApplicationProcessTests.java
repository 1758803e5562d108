package ma.tansiq.grant.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Refusal;
import ma.tansiq.grant.GrantStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Every path of a submitted file until it waits for its evaluation, or is out (rule E3). */
@TansiqTest
@RecordApplicationEvents
class GrantApplicationProcessTests {

    private static final String AMINA = "amina@example.org";

    @Autowired
    private CommitteeStage stage;

    @Autowired
    private GrantStage grants;

    @Autowired
    private FileManagement management;

    @Autowired
    private Applications applications;

    @Autowired
    private EvaluationManagement evaluating;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private Correlation correlation;

    @Autowired
    private ApplicationEvents told;

    @BeforeEach
    void morning() {
        stage.itIs(CommitteeStage.MORNING);
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void fileWithSoundDocumentsIsAdmissibleAndWaitsForItsSelection() {
        String file = submitted();
        assertThat(told.stream(FileEvents.Submitted.class)).hasSize(1);
        assertThat(stage.shown("officer", file, "Task_VerifyFile", "files").asText())
                .contains("statuts.pdf", "/documents/");
        assertThat(stage.shown("officer", file, "Task_VerifyFile", "content").asText())
                .contains("Cent vingt personnes", "Formateurs");
        verify(file, "ACCEPTED", "");

        assertThat(status(file)).isEqualTo(Application.Status.ADMISSIBLE);
        assertThat(applications.required(file).verifiedBy()).contains("officer");
        assertThat(told.stream(FileEvents.Admissible.class)).hasSize(1);
        assertThat(stage.openKinds(file)).containsExactly("Task_AssignEvaluators");
        assign(file, "eval1", "eval2");
        evaluates("eval1", file, 40, 30);
        // rule E4: 20 points apart are not more than 20
        evaluates("eval2", file, 30, 20);
        assertThat(status(file)).isEqualTo(Application.Status.EVALUATED);
        assertThat(stage.openKinds(file)).isEmpty();
        assertThat(stage.ended(file)).isFalse();
        correlation.tell("SelectionDecided", file);
        assertThat(stage.ended(file)).isTrue();
    }

    /** Rule E3: per document, with a reason and a date; the closing of the call does not touch it. */
    @Test
    void returnedDocumentIsReplacedAlsoAfterTheCallHasClosed() {
        String file = submitted();
        stage.itIs(GrantStage.CLOSES.plusDays(10));
        assertThat(stage.toldWhen("officer", file, "Task_VerifyFile", answers("RETURNED", "")))
                .contains("Dites pourquoi la pièce est renvoyée");
        verify(file, "RETURNED", "Signature absente");

        assertThat(status(file)).isEqualTo(Application.Status.COMPLETION_AWAITED);
        assertThat(told.stream(FileEvents.CompletionAsked.class)
                        .flatMap(each -> each.returned().stream())
                        .map(AttachedDocument::reason))
                .containsExactly("Signature absente");
        refused("stillMissing", () -> management.complete(file, AMINA));
        refused("notReturned", () -> replace(file, "lettre"));
        stage.fires(file, "Timer_CompletionReminder");
        assertThat(told.stream(FileEvents.CompletionAwaited.class)).hasSize(1);
        replace(file, "statuts");
        replace(file, "statuts");
        management.complete(file, AMINA);

        assertThat(stage.shown("officer", file, "Task_VerifyFile", "replaced").asText())
                .contains("remplacées");
        refused("wrongState.IN_VERIFICATION", () -> management.complete(file, AMINA));
        verify(file, "ACCEPTED", "");
        assertThat(status(file)).isEqualTo(Application.Status.ADMISSIBLE);
    }

    /** Rule E3: one round by default; a document that is still wrong makes the file inadmissible with a motive. */
    @Test
    void documentThatIsStillWrongMakesTheFileInadmissible() {
        String file = submitted();
        verify(file, "RETURNED", "Signature absente");
        replace(file, "statuts");
        management.complete(file, AMINA);
        verify(file, "RETURNED", "Toujours sans signature");

        assertThat(status(file)).isEqualTo(Application.Status.INADMISSIBLE);
        assertThat(applications.required(file).motive().orElseThrow()).contains("Toujours sans signature");
        assertThat(told.stream(FileEvents.Inadmissible.class)).hasSize(1);
        assertThat(stage.ended(file)).isTrue();
        refused("wrongState.INADMISSIBLE", () -> management.withdraw(file, "", AMINA));
    }

    /** Contract: 10 working days; 5 April 2027 is a Monday without holiday near it. */
    @Test
    void fileIsInadmissibleWhenTheDayPasses() {
        String file = submitted();
        verify(file, "RETURNED", "Illisible");
        LocalDate due = LocalDate.of(2027, 4, 19);
        assertThat(applications.required(file).completionDueOn()).contains(due);
        assertThat(stage.dueOf(file, "Timer_CompletionOver"))
                .isEqualTo(CommitteeStage.instant(LocalDateTime.of(2027, 4, 20, 0, 0)));
        stage.itIs(due.atTime(23, 59));
        replace(file, "statuts");
        stage.itIs(due.plusDays(1).atStartOfDay());
        refused("completionLate", () -> replace(file, "statuts"));
        refused("completionLate", () -> management.complete(file, AMINA));
        stage.fires(file, "Timer_CompletionOver");

        assertThat(status(file)).isEqualTo(Application.Status.INADMISSIBLE);
        assertThat(applications.required(file).motive().orElseThrow()).contains("19/04/2027");
        assertThat(stage.ended(file)).isTrue();
    }

    @Test
    void withdrawnAtAnyStageAndAnotherMayFollow() {
        String call = grants.publishedCall();
        String file = grants.submitted(call, "FOO");
        management.withdraw(file, "Projet abandonné", AMINA);
        assertThat(stage.ended(file)).isTrue();
        assertThat(told.stream(FileEvents.Withdrawn.class)).hasSize(1);
        refused("wrongState.WITHDRAWN", () -> management.withdraw(file, "", AMINA));

        String second = grants.submitted(call, "FOO");
        assertThat(second).isEqualTo(call + "-0002");
        verify(second, "RETURNED", "Illisible");
        refused("motive", () -> management.withdraw(second, "x".repeat(2_001), AMINA));
        management.withdraw(second, "", AMINA);
        assertThat(stage.ended(second)).isTrue();
    }

    /** Rule E4: more than 20 points apart brings a third; nobody sees the scores of others. */
    @Test
    void thirdEvaluatorComesWhenTwoAreFarApart() {
        String file = admissible();
        assign(file, "eval1", "eval2");
        evaluates("eval1", file, 60, 40);
        assertThat(stage.shown("eval2", file, "Task_EvaluateApplication", "scores")
                        .toString())
                .contains("pertinence")
                .doesNotContain("60");
        evaluates("eval2", file, 49, 30);

        assertThat(stage.openKinds(file)).containsExactly("Task_AssignEvaluators");
        assertThat(stage.shown("officer", file, "Task_AssignEvaluators", "needed")
                        .asText())
                .contains("**1**");
        assertThat(stage.shown("officer", file, "Task_AssignEvaluators", "evaluatorChoices")
                        .toString())
                .contains("eval3")
                .doesNotContain("eval1");
        assertThat(toldOfAssigning(file, "eval3", "eval4")).contains("au nombre de 1");
        assertThat(toldOfAssigning(file, "eval1")).contains("pas encore été sollicités");
        assign(file, "eval3");
        evaluates("eval3", file, 55, 35);
        assertThat(status(file)).isEqualTo(Application.Status.EVALUATED);
    }

    /** Rule E4: conflict of interest declared first, recusal replaces the evaluator. */
    @Test
    void recusedEvaluatorIsReplaced() {
        String file = admissible();
        assertThat(toldOfAssigning(file, "eval1", "eval1")).contains("au nombre de 2");
        assertThat(toldOfAssigning(file, "eval1", "officer")).contains("pas encore été sollicités");
        assign(file, "eval1", "eval2");
        stage.does(
                "eval1",
                file,
                "Task_EvaluateApplication",
                Map.of("conflict", "declared", "motive", "Membre de l’association"));
        evaluates("eval2", file, 50, 30);
        assertThat(stage.shown("officer", file, "Task_AssignEvaluators", "evaluations")
                        .asText())
                .contains("récusé", "Membre de l’association")
                .doesNotContain("50");
        assign(file, "eval3");
        evaluates("eval3", file, 50, 30);
        assertThat(status(file)).isEqualTo(Application.Status.EVALUATED);
    }

    /** Rule E4: an evaluator who misses the cut-off is replaced; what is in stays. */
    @Test
    void evaluatorWhoMissesTheCutOffIsReplaced() {
        String file = admissible();
        assign(file, "eval1", "eval2");
        evaluates("eval1", file, 50, 30);
        stage.fires(file, "Timer_EvaluationCutOff");
        assertThat(stage.openKinds(file)).containsExactly("Task_AssignEvaluators");
        refused("notAsked", () -> evaluating.evaluate(file, "eval2", scores(50, 30), ""));
        assign(file, "eval3");
        evaluates("eval3", file, 50, 30);
        assertThat(status(file)).isEqualTo(Application.Status.EVALUATED);
        refused("wrongState.EVALUATED", () -> evaluating.recuse(file, "eval3", "Trop tard"));
    }

    @Test
    void scoresBeyondTheGridAreRefused() {
        String file = admissible();
        assign(file, "eval1", "eval2");
        assertThat(stage.toldWhen("eval1", file, "Task_EvaluateApplication", scored(61, 40)))
                .contains("Notez « Pertinence » de 0 à 60 points");
        assertThat(stage.toldWhen("eval1", file, "Task_EvaluateApplication", Map.of("conflict", "none")))
                .contains("Pertinence");
        assertThat(evaluations.of(applications.required(file).id()))
                .extracting(Evaluation::status)
                .containsOnly(Evaluation.Status.AWAITED);
        management.withdraw(file, "", AMINA);
        assertThat(stage.ended(file)).isTrue();
    }

    private String admissible() {
        String file = submitted();
        verify(file, "ACCEPTED", "");
        return file;
    }

    private void assign(String file, String... evaluators) {
        stage.does("officer", file, "Task_AssignEvaluators", Map.of("evaluators", List.of(evaluators)));
    }

    private String toldOfAssigning(String file, String... evaluators) {
        return stage.toldWhen("officer", file, "Task_AssignEvaluators", Map.of("evaluators", List.of(evaluators)));
    }

    private void evaluates(String evaluator, String file, int relevance, int feasibility) {
        stage.does(evaluator, file, "Task_EvaluateApplication", scored(relevance, feasibility));
    }

    private static Map<String, Object> scored(int relevance, int feasibility) {
        return Map.of(
                "conflict",
                "none",
                "scores",
                List.of(
                        Map.of("code", "pertinence", "points", relevance, "comment", "Bien"),
                        Map.of("code", "faisabilite", "points", feasibility, "comment", "Bien")));
    }

    private static List<Evaluation.Score> scores(int relevance, int feasibility) {
        return List.of(
                new Evaluation.Score("pertinence", relevance, "Bien"),
                new Evaluation.Score("faisabilite", feasibility, "Bien"));
    }

    @Test
    void everyDocumentNeedsAVerdict() {
        String file = submitted();
        assertThat(stage.toldWhen("officer", file, "Task_VerifyFile", Map.of("documents", List.of())))
                .contains("Acceptez ou renvoyez la pièce : Statuts");
        assertThat(status(file)).isEqualTo(Application.Status.IN_VERIFICATION);
        refused("unknown", () -> management.withdraw("AAP-1999-01-0001", "", AMINA));
    }

    private String submitted() {
        return grants.submitted(grants.publishedCall(), "FOO");
    }

    private void verify(String file, String verdict, String reason) {
        stage.does("officer", file, "Task_VerifyFile", answers(verdict, reason));
    }

    private static Map<String, Object> answers(String verdict, String reason) {
        return Map.of("documents", List.of(Map.of("code", "statuts", "verdict", verdict, "reason", reason)));
    }

    private void replace(String file, String code) {
        management.replace(
                file, code, grants.document(applications.required(file).id()), AMINA);
    }

    private Application.Status status(String file) {
        return applications.required(file).status();
    }

    private static void refused(String name, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("refusal.application." + name));
    }
}
