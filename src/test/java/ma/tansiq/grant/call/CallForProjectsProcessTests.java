package ma.tansiq.grant.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.grant.GrantStage;
import ma.tansiq.grant.envelope.Dirhams;
import ma.tansiq.grant.envelope.Envelopes;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Every path of a call until its window is over (rule E1). */
@TansiqTest
@RecordApplicationEvents
class CallForProjectsProcessTests {

    @Autowired
    private CommitteeStage stage;

    @Autowired
    private CallManagement management;

    @Autowired
    private Calls calls;

    @Autowired
    private Envelopes envelopes;

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
    void isDraftedApprovedPublishedOpenedAndClosed() {
        String call = management.begin(CallKind.ASSOCIATION, "Accompagnement", "officer");
        assertThat(call).startsWith("AAP-2027-");
        assertThat(calls.published()).extracting(Call::reference).doesNotContain(call);
        stage.does("officer", call, "Task_DraftCall", CallsInTests.answers(GrantStage.terms()));
        assertThat(calls.required(call).terms()).isEqualTo(GrantStage.terms());
        assertThat(stage.shown("ordo", call, "Task_ApproveCall", "summary").asText())
                .contains("500\u00a0000,00\u00a0DH", "30/04/2027 16:30", "11");
        stage.does("ordo", call, "Task_ApproveCall", Map.of("decision", "approve"));

        assertThat(calls.published()).extracting(Call::reference).contains(call);
        assertThat(envelopes.position(call).available()).isEqualTo(Dirhams.of(500_000));
        assertThat(stage.dueOf(call, "Timer_CallOpens")).isEqualTo(GrantStage.instant(GrantStage.OPENS));
        stage.fires(call, "Timer_CallOpens");
        // rule E1: the instant of closing belongs to the window
        assertThat(stage.dueOf(call, "Timer_CallCloses"))
                .isEqualTo(GrantStage.instant(GrantStage.CLOSES).plusMillis(1));
        stage.itIs(GrantStage.CLOSES.plusMinutes(1));
        stage.fires(call, "Timer_CallCloses");

        assertThat(stage.ended(call)).isTrue();
        assertThat(calls.required(call).status()).isEqualTo(Call.Status.CLOSED);
        assertThat(told.stream(CallEvents.Published.class)).hasSize(1);
        assertThat(told.stream(CallEvents.Opened.class)).hasSize(1);
        assertThat(told.stream(CallEvents.Closed.class)).hasSize(1);
    }

    @Test
    void returnedCallIsDraftedAgainWithWhatWasWritten() {
        String call = management.begin(CallKind.ASSOCIATION, "Accompagnement", "officer");
        stage.does("officer", call, "Task_DraftCall", CallsInTests.answers(GrantStage.terms()));
        assertThat(stage.toldWhen("ordo", call, "Task_ApproveCall", Map.of("decision", "return")))
                .contains("Motif du renvoi");
        stage.does("ordo", call, "Task_ApproveCall", Map.of("decision", "return", "motive", "Plafond trop haut"));

        assertThat(stage.openKinds(call)).containsExactly("Task_DraftCall");
        assertThat(stage.shown("officer", call, "Task_DraftCall", "returnMotive")
                        .asText())
                .isEqualTo("Plafond trop haut");
        assertThat(stage.shown("officer", call, "Task_DraftCall", "titleAr").asText())
                .isEqualTo(GrantStage.terms().titleAr());
        assertThat(stage.shown("officer", call, "Task_DraftCall", "closesAt").asText())
                .isEqualTo("2027-04-30T16:30");
        assertThat(calls.published()).extracting(Call::reference).doesNotContain(call);
    }

    /** Whoever drafted a call does not approve it. */
    @Test
    void whoeverDraftedItDoesNotApproveIt() {
        String call = management.begin(CallKind.ASSOCIATION, "Accompagnement", "ordo");
        management.draft(call, GrantStage.terms(), "ordo");
        assertThatThrownBy(() -> management.approve(call, "ordo"))
                .isInstanceOfSatisfying(
                        CallRefusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("refusal.call.fourEyes"));
        assertThat(calls.required(call).status()).isEqualTo(Call.Status.SUBMITTED);
    }

    /** Research calls run by configuration: another checklist and grid. */
    @Test
    void newCallBeginsWithTheChecklistAndGridOfItsKind() {
        String association = management.begin(CallKind.ASSOCIATION, "Associations", "officer");
        String research = management.begin(CallKind.RESEARCH, "Recherche", "officer");

        assertThat(stage.shown("officer", association, "Task_DraftCall", "documents")
                        .toString())
                .contains("recepisse")
                .doesNotContain("ethique");
        assertThat(stage.shown("officer", research, "Task_DraftCall", "documents")
                        .toString())
                .contains("ethique")
                .doesNotContain("recepisse");
        assertThat(stage.shown("officer", research, "Task_DraftCall", "grid").toString())
                .contains("Qualité scientifique");
    }

    @Test
    void wrongAnswersAreRefusedWithASentenceAndNothingChanges() {
        String call = management.begin(CallKind.ASSOCIATION, "Accompagnement", "officer");
        assertThat(toldOf(call, "closesAt", "2027-04-04T09:00")).contains("La clôture doit suivre l’ouverture");
        assertThat(toldOf(call, "envelope", -1)).contains("négatif");
        assertThat(toldOf(call, "programmes", "onze")).contains("numéros des programmes");
        assertThat(toldOf(call, "programmes", "999")).contains("Aucun programme ne porte le numéro 999");
        assertThat(toldOf(call, "titleAr", "")).contains("Titre en arabe");

        assertThat(calls.required(call).drafted()).isEmpty();
        assertThatThrownBy(() -> management.begin(CallKind.ASSOCIATION, " ", "officer"))
                .hasMessageContaining("refusal.call.title");
    }

    /** Issue 4: a call that is published changes only by a published amendment. */
    @Test
    void publishedCallDoesNotChange() {
        String call = management.begin(CallKind.ASSOCIATION, "Accompagnement", "officer");
        stage.does("officer", call, "Task_DraftCall", CallsInTests.answers(GrantStage.terms()));
        stage.does("ordo", call, "Task_ApproveCall", Map.of("decision", "approve"));
        assertThatThrownBy(() -> management.draft(call, GrantStage.terms(), "officer"))
                .hasMessageContaining("refusal.call.wrongState.PUBLISHED");
        assertThatThrownBy(() -> management.sendBack(call, "Non"))
                .hasMessageContaining("refusal.call.wrongState.PUBLISHED");
    }

    private String toldOf(String call, String field, Object value) {
        Map<String, Object> answers = new HashMap<>(CallsInTests.answers(GrantStage.terms()));
        answers.put(field, value);
        return stage.toldWhen("officer", call, "Task_DraftCall", answers);
    }
}
