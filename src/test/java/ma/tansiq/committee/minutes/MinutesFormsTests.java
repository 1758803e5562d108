package ma.tansiq.committee.minutes;

import static ma.tansiq.committee.CommitteeStage.action;
import static ma.tansiq.committee.CommitteeStage.decided;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.engine.Accounts;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the forms of minutes show, keep and refuse. */
@TansiqTest
class MinutesFormsTests {

    private static final String DRAFT = "Task_DraftMinutes";
    private static final String REVIEW = "Task_ReviewMinutes";
    private static final String RESOLVE = "Task_ResolveReservations";
    private static final String SIGN = "Task_SignMinutes";

    /** Longer than what the engine keeps as a text of its own. */
    private static final String LONG =
            "Il est rappelé ce qui suit. ".repeat(300).strip();

    @Autowired
    CommitteeStage stage;

    @Autowired
    Accounts accounts;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void whoReadsAndWhoSignsSeesTheWholeOfTheMinutes() {
        String meeting = drafted("CP1");

        String read = stage.shown("m1.cp1", meeting, REVIEW, "minutesText").asText();
        assertThat(read)
                .contains(LONG, "Un débat a eu lieu.", "La séance est levée.")
                .contains("**Présidence de séance :** " + nameOf("chair.cp1") + ", président(e)")
                .contains("**Présents (3) :**", nameOf("m2.cp1"), "pour 2 requis")
                .contains("**Décision** (" + meeting + "-D1)", "Le comité adopte le plan.")
                .contains("**Rédiger le plan**", "Responsable : " + nameOf("m1.cp1"), "Échéance : 30/06/2027");
        stage.fires(meeting, "Timer_SilencePeriod");
        assertThat(stage.shown("chair.cp1", meeting, SIGN, "minutesText").asText())
                .startsWith(read.substring(0, read.indexOf("## Clôture")))
                .contains("La séance est levée.");
    }

    @Test
    void returnedMinutesAreThereAgainWithTheRemarkAndWhoMadeIt() {
        String meeting = drafted("CP2");
        assertThat(stage.shown("m1.cp2", meeting, REVIEW, "remark").asText()).isEmpty();
        stage.does("m1.cp2", meeting, REVIEW, reservation("Ajouter les chiffres."));
        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does("sec.cp2", meeting, RESOLVE, Map.of("reservations", List.of(answer("m1.cp2", "no", "Pas encore."))));
        assertThat(stage.shown("chair.cp2", meeting, SIGN, "minutesText").asText())
                .contains(nameOf("m1.cp2"), "Ajouter les chiffres.", "Réserve non suivie", "Pas encore.");

        stage.does("chair.cp2", meeting, SIGN, Map.of("decision", "return", "remark", "Citer les chiffres."));

        assertThat(stage.shown("sec.cp2", meeting, DRAFT, "remark").asText())
                .contains(nameOf("chair.cp2"), "20/04/2027 10:00", "Citer les chiffres.");
        assertThat(stage.shown("sec.cp2", meeting, DRAFT, "introduction").asText())
                .isEqualTo(LONG);
        assertThat(stage.shown("sec.cp2", meeting, DRAFT, "closing").asText()).isEqualTo("La séance est levée.");
        assertThat(stage.shown("sec.cp2", meeting, DRAFT, "discussions")
                        .path(0)
                        .path("discussion")
                        .asText())
                .isEqualTo("Un débat a eu lieu.");
        assertThat(stage.shown("sec.cp2", meeting, DRAFT, "earlierReservations").asText())
                .contains(nameOf("m1.cp2"), "Ajouter les chiffres.", "Pas encore.");
        draft("cp2", meeting);
        assertThat(stage.shown("m1.cp2", meeting, REVIEW, "remark").asText()).contains("Citer les chiffres.");
        assertThat(stage.shown("m1.cp2", meeting, REVIEW, "earlierReservations").asText())
                .contains("Ajouter les chiffres.");
    }

    @Test
    void eachReservationIsShownWithItsAuthorItemAndDecision() {
        String meeting = reserved("CP3");
        stage.fires(meeting, "Timer_SilencePeriod");

        JsonNode row = stage.shown("sec.cp3", meeting, RESOLVE, "reservations").path(0);
        assertThat(row.path("item").asText()).isEqualTo("1. Point A");
        assertThat(row.path("text").asText()).isEqualTo("Il fut dit « avant juin ».");
        assertThat(row.path("decision").asText()).isEqualTo("Le comité adopte le plan.");
        assertThat(stage.shown("sec.cp3", meeting, RESOLVE, "people"))
                .filteredOn(option -> option.path("value").equals(row.path("account")))
                .singleElement()
                .satisfies(option -> assertThat(option.path("label").asText())
                        .startsWith(nameOf("m1.cp3") + " — membre titulaire, "));
    }

    @Test
    void everythingThatIsWrongWithTheAnswersToReservationsIsToldAtOnce() {
        String meeting = reserved("CP4");
        stage.does("m2.cp4", meeting, REVIEW, reservation("Sur l'ensemble."));
        stage.fires(meeting, "Timer_SilencePeriod");
        Map<String, Object> altering = new HashMap<>(answer("m1.cp4", "no", "Inexact."));
        altering.put("alteredDecision", "Le comité rejette le plan.");

        assertThat(stage.toldWhen(
                                "sec.cp4",
                                meeting,
                                RESOLVE,
                                Map.of("reservations", List.of(altering, answer("m2.cp4", "yes", ""))))
                        .lines())
                .containsExactly(
                        "2 réponses sont à revoir :",
                        "• Réserve de " + nameOf("m1.cp4")
                                + " : le texte d’une décision ne change que si la réserve est suivie et porte sur un point"
                                + " qui a une décision.",
                        "• Donnez une suite et une réponse à la réserve de " + nameOf("m2.cp4") + ".");
    }

    @Test
    void secretaryChoosesTheItemOfAReservationThatNamesNone() {
        String meeting = reserved("CP4");
        stage.does("m2.cp4", meeting, REVIEW, reservation("Il fut dit « avant mai »."));
        stage.fires(meeting, "Timer_SilencePeriod");
        assertThat(stage.shown("sec.cp4", meeting, RESOLVE, "currentDecisions").asText())
                .contains("**1\\. Point A**", "> Le comité adopte le plan.");
        assertThat(stage.shown("sec.cp4", meeting, RESOLVE, "itemChoices")).hasSize(1);
        Map<String, Object> named = new HashMap<>(answer("m1.cp4", "yes", "Exact."));
        Map<String, Object> open = new HashMap<>(answer("m2.cp4", "yes", "Exact aussi."));
        open.put("alteredDecision", "Le comité adopte le plan avant mai.");
        Map<String, Object> answers = Map.of("reservations", List.of(named, open));

        assertThat(stage.toldWhen("sec.cp4", meeting, RESOLVE, answers))
                .isEqualTo("Réserve de " + nameOf("m2.cp4")
                        + " : choisissez le point dont la décision change, ou effacez le nouveau texte.");
        open.put("chosenItem", 7);
        assertThat(stage.toldWhen("sec.cp4", meeting, RESOLVE, answers))
                .isEqualTo("Le point 7 n’est pas à l’ordre du jour.");
        open.put("chosenItem", 1);
        named.put("alteredDecision", "Le comité adopte le plan avant juin.");
        assertThat(stage.toldWhen("sec.cp4", meeting, RESOLVE, answers))
                .startsWith("Deux réserves changent la décision du point 1.");

        named.remove("alteredDecision");
        stage.does("sec.cp4", meeting, RESOLVE, answers);

        assertThat(stage.shown("chair.cp4", meeting, SIGN, "alteredDecisions").asText())
                .containsSubsequence("Le comité adopte le plan.", "Le comité adopte le plan avant mai.");
        assertThat(stage.shown("chair.cp4", meeting, SIGN, "minutesText").asText())
                .as("the chosen item is kept with the reservation")
                .contains("**" + nameOf("m2.cp4") + "** — 1\\. Point A");
    }

    @Test
    void decisionThatTwoReservationsAlterGetsOneNewTextOnly() {
        String meeting = reserved("CP4");
        stage.does("m2.cp4", meeting, REVIEW, reservation("Il fut dit « avant mai ».", 1));
        stage.fires(meeting, "Timer_SilencePeriod");
        Map<String, Object> first = new HashMap<>(answer("m1.cp4", "yes", "Exact."));
        first.put("alteredDecision", "Le comité adopte le plan avant juin.");
        Map<String, Object> second = new HashMap<>(answer("m2.cp4", "yes", "Exact aussi."));
        second.put("alteredDecision", "Le comité adopte le plan avant mai.");

        assertThat(stage.toldWhen("sec.cp4", meeting, RESOLVE, Map.of("reservations", List.of(first, second))))
                .isEqualTo(
                        "Deux réserves changent la décision du point 1. Donnez son nouveau texte une seule fois, dans"
                                + " l’une des deux réponses.");
    }

    @Test
    void reservationWithoutTextNamesWhatIsMissing() {
        String meeting = drafted("CP6");

        assertThat(stage.toldWhen("m1.cp6", meeting, REVIEW, Map.of("decision", "reserve", "reservation", " ")))
                .isEqualTo("« Votre réserve et la rédaction que vous proposez » est à remplir.");
    }

    private static Map<String, Object> answer(String account, String followed, String reply) {
        return Map.of("account", account, "followed", followed, "reply", reply);
    }

    private static Map<String, Object> reservation(String text, Object... item) {
        return item.length == 0
                ? Map.of("decision", "reserve", "reservation", text)
                : Map.of("decision", "reserve", "reservation", text, "item", item[0]);
    }

    private String reserved(String body) {
        String cp = body.toLowerCase(java.util.Locale.ROOT);
        String meeting = drafted(body);
        stage.does("m1." + cp, meeting, REVIEW, reservation("Il fut dit « avant juin ».", 1));
        return meeting;
    }

    private String drafted(String body) {
        String cp = body.toLowerCase(java.util.Locale.ROOT);
        String meeting = stage.inSession(body, "Point A");
        List<String> present = List.of("chair." + cp, "m1." + cp, "m2." + cp);
        Map<String, Object> record = new HashMap<>(
                stage.record(meeting, "chair." + cp, present, List.of(decided(1, "Le comité adopte le plan."))));
        record.put("actions", List.of(action(1, "Rédiger le plan", "m1." + cp, LocalDate.of(2027, 6, 30))));
        stage.does("sec." + cp, meeting, "Task_RecordSession", record);
        stage.engineWorks(meeting);
        stage.does("chair." + cp, meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        draft(cp, meeting);
        return meeting;
    }

    private void draft(String cp, String meeting) {
        stage.does(
                "sec." + cp,
                meeting,
                DRAFT,
                Map.of(
                        "introduction",
                        LONG,
                        "discussions",
                        List.of(Map.of("position", 1, "discussion", "Un débat a eu lieu.")),
                        "closing",
                        "La séance est levée."));
    }

    private String nameOf(String account) {
        return accounts.find(account).orElseThrow().name();
    }
}
