package ma.tansiq.committee.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.Opening;
import ma.tansiq.document.Documents;
import ma.tansiq.document.PdfExamples;
import ma.tansiq.engine.OpenTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The interministerial committee's sessions. */
class InterministerialSessionProcessTests extends UpperBodyPaths {

    @Autowired
    Documents documents;

    InterministerialSessionProcessTests() {
        super("CI");
    }

    @Override
    List<String> refer(String title) {
        referUp("CP5", title);
        referFurther("COPIL", title);
        return List.of("CP5", "COPIL");
    }

    @Test
    void aCoordinatorOpensItOnADecisionAndNobodyElse() {
        for (String person : List.of("sec.ci", "sec.cp5", "chair.ci", "coord", "m1.ci")) {
            assertRefused(() -> management.open("CI", Opening.FIRST, person), "opensByDecision");
        }
        for (String person : List.of("sec.ci", "sec.cp5", "chair.ci")) {
            assertRefused(() -> management.openByDecision("CI", "1/CG", "2020-01-02", person), "opensByDecision");
        }
        assertRefused(() -> management.openByCadence("CI", "02/01/2020"), "opensByDecision");
        assertRefused(() -> management.openByDecision("COPIL", "1/CG", "2020-01-02", "coord"), "meetsWithoutDecision");
    }

    @Test
    void theDecisionIsCheckedAndKeptAndOpensOneSession() {
        assertRefused(() -> management.openByDecision("CI", " ", "2020-01-02", "coord"), "missing.decisionReference");
        assertRefused(() -> management.openByDecision("CI", "2/CG", "demain", "coord"), "missing.decisionDate");
        assertRefused(() -> management.openByDecision("CI", "2/CG", "2199-01-01", "coord"), "decisionToCome");
        assertRefused(
                () -> management.openByDecision("CI", "x".repeat(101), "2020-01-02", "coord"),
                "tooLong.decisionReference");

        String meeting =
                management.openByDecision("CI", "2/CG", "2020-01-02", "coord").value();

        assertThat(stage.openKinds(meeting)).containsExactly("Task_PlanMeeting");
        assertThat(history.of(meeting))
                .singleElement()
                .satisfies(fact -> assertThat(fact.detail()).isEqualTo("2/CG (02/01/2020)"));
        assertRefused(() -> management.openByDecision("CI", "2/cg", "2020-01-02", "coord"), "decisionUsed");
        management.cancel(meeting, "Sans objet", "coord");
        String again =
                management.openByDecision("CI", "2/CG", "2020-01-02", "coord").value();
        management.cancel(again, "Sans objet", "coord");
    }

    @Test
    void everyItemHasABriefingThatThePackContains() {
        String meeting = composed("Affaire une", "Affaire deux");
        List<OpenTask> asked = stage.open(meeting, "Task_PrepareBriefing");
        assertThat(asked).hasSize(2).allSatisfy(each -> {
            assertThat(each.candidateGroups()).containsExactly("CI-secretary");
            assertThat(each.dueAt()).isPresent();
        });
        assertThat(stage.toldWhen("sec.ci", meeting, "Task_PrepareBriefing", Map.of("briefing", " ")))
                .isNotBlank();

        stage.does("sec.ci", asked.get(0), Map.of("briefing", "Arbitrage demandé : 12 MDH sur trois ans."));
        stage.does("chair.ci", meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        assertThat(pack(meeting)).contains("12 MDH sur trois ans").doesNotContain("Deux options");
        stage.does("sec.ci", asked.get(1), Map.of("briefing", "Deux options restent ouvertes."));

        assertThat(pack(meeting))
                .contains(
                        "12 MDH sur trois ans",
                        "Deux options restent ouvertes",
                        "Réunie sur décision du chef du gouvernement");
        assertThat(facts(meeting)).filteredOn("AGENDA_DISTRIBUTED"::equals).hasSize(2);
        management.cancel(meeting, "Sans objet", "sec.ci");
        assertThat(stage.ended(meeting)).isTrue();
    }

    @Test
    void anAgendaComposedAnewAsksForItsOwnBriefingsAlone() {
        String meeting = composed("Affaire trois", "Affaire quatre");
        stage.does("sec.ci", meeting, "Task_PrepareBriefing", Map.of("briefing", "Note"));
        stage.does("chair.ci", meeting, "Task_ApproveAgenda", Map.of("decision", "return", "remark", "Un seul point"));

        stage.does(
                "sec.ci",
                meeting,
                "Task_ComposeAgenda",
                Map.of("items", stage.ranked(meeting, "Affaire trois", "Affaire quatre")));
        assertThat(stage.open(meeting, "Task_PrepareBriefing")).hasSize(1);
        stage.does("chair.ci", meeting, "Task_ApproveAgenda", Map.of("decision", "return", "remark", "Un seul point"));
        String briefed = stage.ranked(meeting, "Affaire trois", "Affaire quatre").stream()
                .map(each -> String.valueOf(each.get("matter")))
                .filter(each -> history.of(meeting).stream().anyMatch(fact -> each.equals(fact.detail())))
                .findFirst()
                .orElseThrow();
        stage.does(
                "sec.ci",
                meeting,
                "Task_ComposeAgenda",
                Map.of("items", List.of(Map.of("matter", briefed, "position", 1))));

        assertThat(stage.openKinds(meeting)).doesNotContain("Task_PrepareBriefing");
        management.cancel(meeting, "Sans objet", "sec.ci");
        assertThat(stage.ended(meeting)).isTrue();
    }

    @Test
    void aBriefingThatNobodyWroteIsOverWhenTheSessionOpens() {
        String meeting = stage.inSession("CI", "Affaire propre");

        assertThat(stage.openKinds(meeting)).containsExactly("Task_RecordSession");
        management.cancel(meeting, "Sans objet", "sec.ci");
        assertThat(stage.ended(meeting)).isTrue();
    }

    @Test
    void aSessionCalledOffEndsWithItsBriefings() {
        String meeting = composed("Affaire une");

        management.cancel(meeting, "Sans objet", "sec.ci");

        assertThat(stage.ended(meeting)).isTrue();
    }

    private String composed(String... titles) {
        String meeting = stage.convened("CI");
        stage.does("m1.ci", meeting, "Task_ProposeItems", Map.of("items", CommitteeStage.proposals(titles)));
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does("sec.ci", meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, titles)));
        return meeting;
    }

    private String pack(String meeting) {
        UUID document = database.sql("select agenda_pack from meeting where reference = ?")
                .param(meeting)
                .query(UUID.class)
                .single();
        try (InputStream content = documents.open(document)) {
            return PdfExamples.text(content.readAllBytes()).replaceAll("\\s+", " ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void assertRefused(ThrowingCallable act, String why) {
        assertThatThrownBy(act).extracting("messageKey").isEqualTo("refusal.committee." + why);
    }

    @Test
    void nothingIsReferredFromTheTop() {
        String meeting = stage.inSession("CI", "Affaire propre");

        assertThatThrownBy(() -> stage.does(
                        "sec.ci",
                        meeting,
                        "Task_RecordSession",
                        stage.record(
                                meeting,
                                "chair.ci",
                                List.of("chair.ci", "m1.ci", "m2.ci", "m3.ci"),
                                List.of(Map.of("position", 1, "outcome", "REFERRED_UP")))))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.nothingAbove");
    }
}
