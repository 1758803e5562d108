package ma.tansiq.committee.session;

import static ma.tansiq.committee.CommitteeStage.SESSION;
import static ma.tansiq.committee.CommitteeStage.action;
import static ma.tansiq.committee.CommitteeStage.decided;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.engine.Accounts;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the forms of a session show, keep and refuse: whole records, people by name, everything wrong at once. */
@TansiqTest
class SessionRecordFormsTests {

    private static final String RECORD = "Task_RecordSession";
    private static final String SIGN = "Task_SignDecisions";

    @Autowired
    CommitteeStage stage;

    @Autowired
    Meetings meetings;

    @Autowired
    AttendanceSheets sheets;

    @Autowired
    Decisions decisions;

    @Autowired
    Actions actions;

    @Autowired
    Accounts accounts;

    @Autowired
    BodyManagement bodies;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    /** Named while the record waits already. */
    @Test
    void interimNamedOnTheDayOfTheSessionIsOfferedAsPresiding() {
        String meeting = stage.inSession("CP9", "Point A");
        LocalDate day = CommitteeStage.SESSION.toLocalDate();
        assertThat(stage.shown("sec.cp9", meeting, RECORD, "presiding").toString())
                .doesNotContain("m1.cp9");
        bodies.nameInterim("CP9", "m1.cp9", "Décision 9", day.minusDays(1), day, "admin");
        try {
            assertThat(stage.shown("sec.cp9", meeting, RECORD, "presiding").toString())
                    .contains("m1.cp9");
        } finally {
            bodies.endInterim("CP9", day.minusDays(1), "admin");
        }
        assertThat(stage.shown("sec.cp9", meeting, RECORD, "presiding").toString())
                .doesNotContain("m1.cp9");
        stage.does("sec.cp9", meeting, RECORD, record(meeting, "cp9", List.of(decided(1, "Le comité décide."))));
    }

    @Test
    void returnedRecordIsThereAgainWithTheRemarkAndWhoMadeIt() {
        String meeting = stage.inSession("CP1", "Point A", "Point B");
        assertThat(stage.shown("sec.cp1", meeting, RECORD, "remark").asText()).isEmpty();
        Map<String, Object> record = record(
                meeting,
                "cp1",
                List.of(
                        decided(1, "Le comité adopte le guide."),
                        Map.of("position", 2, "outcome", "DEFERRED", "discussion", "Débat écourté")));
        stage.does("sec.cp1", meeting, RECORD, record);
        stage.engineWorks(meeting);
        assertThat(stage.shown("chair.cp1", meeting, SIGN, "returned").asText()).isEmpty();

        stage.does("chair.cp1", meeting, SIGN, Map.of("decision", "return", "remark", "Le point 2 est retiré."));

        assertThat(stage.shown("sec.cp1", meeting, RECORD, "remark").asText())
                .contains(nameOf("chair.cp1"), "20/04/2027 10:00", "Le point 2 est retiré.");
        assertThat(stage.shown("sec.cp1", meeting, RECORD, "presidedBy").asText())
                .isEqualTo("chair.cp1");
        assertThat(stage.shown("sec.cp1", meeting, RECORD, "attendance"))
                .extracting(row -> row.path("account").asText() + " "
                        + row.path("presence").asText() + " "
                        + row.path("alternate").asText())
                .contains("chair.cp1 PRESENT ", "m2.cp1 PRESENT ", "m1.cp1 REPRESENTED alt1.cp1", "m3.cp1 ABSENT ");
        assertThat(stage.shown("sec.cp1", meeting, RECORD, "items"))
                .extracting(JsonNode::toString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("DECIDED", "Le comité adopte le guide.", "Débat"),
                        second -> assertThat(second).contains("DEFERRED", "Débat écourté"));
        JsonNode kept = stage.shown("sec.cp1", meeting, RECORD, "actions").path(0);
        assertThat(kept.path("title").asText()).isEqualTo("Rédiger le guide");
        assertThat(kept.path("item").asInt()).isEqualTo(1);
        assertThat(kept.path("owner").asText()).isEqualTo("m1.cp1");
        assertThat(kept.path("dueOn").asText()).isEqualTo("2027-06-30");

        stage.does("sec.cp1", meeting, RECORD, asShown("sec.cp1", meeting));
        stage.engineWorks(meeting);
        assertThat(decisions.of(meeting)).hasSize(1);
        assertThat(actions.findByMeetingOrderByReference(meeting)).hasSize(1);
        assertThat(stage.shown("chair.cp1", meeting, SIGN, "returned").asText())
                .as("whoever signs sees again what was to be corrected")
                .contains("Le point 2 est retiré.");
    }

    @Test
    void secondSessionBeginsWithAnEmptyRecord() {
        String meeting = stage.inSession("CP3", "Point A");
        stage.does("sec.cp3", meeting, RECORD, record(meeting, "cp3", List.of(decided(1, "Le comité adopte."))));
        stage.engineWorks(meeting);
        stage.does("chair.cp3", meeting, SIGN, Map.of("decision", "return", "remark", "Il manquait du monde."));
        stage.does("sec.cp3", meeting, RECORD, stage.record(meeting, "chair.cp3", List.of("chair.cp3"), List.of()));
        stage.does("sec.cp3", meeting, "Task_PlanMeeting", CommitteeStage.plan(SESSION.plusDays(14)));
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(SESSION.plusDays(14));
        stage.fires(meeting, "Timer_SessionStarts");

        assertThat(stage.shown("sec.cp3", meeting, RECORD, "remark").asText()).isEmpty();
        assertThat(stage.shown("sec.cp3", meeting, RECORD, "presidedBy").asText())
                .isEmpty();
        assertThat(stage.shown("sec.cp3", meeting, RECORD, "items")
                        .path(0)
                        .path("outcome")
                        .asText())
                .isEmpty();
        assertThat(stage.shown("sec.cp3", meeting, RECORD, "actions")).isEmpty();
    }

    @Test
    void whoeverSignsReadsTheWholeRecordWithPeopleByName() {
        String meeting = stage.inSession("CP2", "Point A", "Point B");
        Map<String, Object> record = record(
                meeting,
                "cp2",
                List.of(decided(1, "Le comité adopte le guide."), Map.of("position", 2, "outcome", "WITHDRAWN")));
        stage.does("sec.cp2", meeting, RECORD, record);
        stage.engineWorks(meeting);

        assertThat(stage.shown("chair.cp2", meeting, SIGN, "startsAt").asText()).isEqualTo("20/04/2027 10:00");
        assertThat(stage.shown("chair.cp2", meeting, SIGN, "place").asText()).isEqualTo("Rabat, salle des conférences");
        assertThat(stage.shown("chair.cp2", meeting, SIGN, "presided").asText())
                .isEqualTo(nameOf("chair.cp2") + ", président(e)");
        String attendance =
                stage.shown("chair.cp2", meeting, SIGN, "attendance").asText();
        assertThat(attendance)
                .contains("**Présents (2) :**", "**Représentés (1) :**", "**Absents (")
                .contains(nameOf("chair.cp2"), nameOf("m1.cp2"), nameOf("m3.cp2"))
                .contains("par " + nameOf("alt1.cp2"))
                .contains("3 sièges ayant voix délibérative sur 4", "pour 2 requis. Le quorum est atteint.");
        String items = stage.shown("chair.cp2", meeting, SIGN, "decisions").asText();
        assertThat(items)
                .contains("1. Point A", "**Décision** (" + meeting + "-D1)", "Le comité adopte le guide.")
                .contains("2. Point B", "Retiré de l’ordre du jour")
                .contains("**Rédiger le guide**", nameOf("m1.cp2"), "Échéance : 30/06/2027");
        assertThat(attendance + items).doesNotContain("chair.cp2", "m1.cp2", "alt1.cp2");
    }

    @Test
    void everythingThatIsWrongWithARecordIsToldAtOnceAndNothingIsKept() {
        String meeting = stage.inSession("CP6", "Point A", "Point B");
        List<Map<String, Object>> attendance = new ArrayList<>(List.of(
                Map.of("account", "m1.cp6", "presence", "PRESENT"),
                Map.of("account", "chair.cp6", "presence", "EXCUSED"),
                Map.of("account", "m2.cp6", "presence", "REPRESENTED")));
        sheets.of(meeting).stream()
                .map(Attendance::account)
                .filter(each -> !List.of("m1.cp6", "m2.cp6", "m3.cp6", "sec.cp6", "chair.cp6")
                        .contains(each))
                .forEach(each -> attendance.add(Map.of("account", each, "presence", "PRESENT")));
        Map<String, Object> record = Map.of(
                "presidedBy",
                "chair.cp6",
                "attendance",
                attendance,
                "items",
                List.of(decided(1, "Le comité adopte."), Map.of("position", 2, "outcome", "", "discussion", "Débat")),
                "actions",
                List.of(
                        action(1, "Publier", "sec.cp7", LocalDate.of(2027, 6, 30)),
                        Map.of("item", 1, "title", "Relire", "owner", "m1.cp6", "dueOn", ""),
                        Map.of("item", 1, "title", "Diffuser", "owner", "", "dueOn", "2027-04-19")));

        assertThat(stage.toldWhen("sec.cp6", meeting, RECORD, record).lines())
                .containsExactly(
                        "8 réponses sont à revoir :",
                        "• « Actions décidées, 2 : Échéance » est à remplir.",
                        "• « Actions décidées, 3 : Responsable » est à remplir.",
                        "• L’échéance de l’action « Diffuser » doit suivre la séance du 20/04/2027.",
                        "• " + nameOf("chair.cp6")
                                + " ne peut pas avoir présidé sans être présent(e) : corrigez sa présence, ou la"
                                + " personne qui a présidé.",
                        "• Choisissez le suppléant qui a représenté " + nameOf("m2.cp6") + ".",
                        "• Indiquez la présence de %s."
                                .formatted(sheets.of(meeting).stream()
                                        .filter(each ->
                                                List.of("m3.cp6", "sec.cp6").contains(each.account()))
                                        .map(Attendance::name)
                                        .collect(Collectors.joining(", "))),
                        "• Indiquez l’issue du point « 2. Point B ».",
                        "• " + nameOf("sec.cp7")
                                + " ne siège pas dans cette instance et ne peut pas porter l’action « Publier » :"
                                + " choisissez une personne de la liste.");
        assertThat(meetings.required(meeting).quorum()).isEmpty();
        assertThat(decisions.of(meeting)).isEmpty();
    }

    /** Whoever presided was there, it is only not filled in yet: one sentence asks for it, none says the contrary. */
    @Test
    void presenceThatIsNotFilledInIsAskedForOnce() {
        String meeting = stage.inSession("CP7", "Point A");
        Map<String, Object> whole = record(meeting, "cp7", List.of(decided(1, "Le comité décide.")));
        Map<String, Object> record = new HashMap<>(whole);
        record.put(
                "attendance",
                ((List<?>) Objects.requireNonNull(whole.get("attendance")))
                        .stream()
                                .filter(row -> !"chair.cp7".equals(((Map<?, ?>) row).get("account")))
                                .toList());

        assertThat(stage.toldWhen("sec.cp7", meeting, RECORD, record))
                .isEqualTo("Indiquez la présence de %s.".formatted(nameOf("chair.cp7")));
        stage.does("sec.cp7", meeting, RECORD, whole);
    }

    @Test
    void anAnswerThatIsTooLongBreaksNoOtherRule() {
        String meeting = stage.inSession("CP8", "Point A");
        Map<String, Object> record = stage.record(
                meeting,
                "chair.cp8",
                List.of("chair.cp8", "m1.cp8", "m2.cp8"),
                List.of(Map.of("position", 1, "outcome", "DECIDED", "decision", "a".repeat(10_001))));

        assertThat(stage.toldWhen("sec.cp8", meeting, RECORD, record))
                .startsWith(
                        "« Points de l’ordre du jour, 1 : Texte de la décision ou de la recommandation » est trop long");
    }

    @Test
    void nobodyIsRecordedAsRepresentedByTheAlternateOfAnotherSeat() {
        String meeting = stage.inSession("CP5", "Point A");
        List<Map<String, Object>> attendance = sheets.of(meeting).stream()
                .map(each -> each.account().matches("m[12]\\.cp5")
                        ? Map.<String, Object>of(
                                "account", each.account(), "presence", "REPRESENTED", "alternate", "alt1.cp5")
                        : Map.<String, Object>of("account", each.account(), "presence", "PRESENT"))
                .toList();
        Map<String, Object> record = Map.of(
                "presidedBy",
                "chair.cp5",
                "attendance",
                attendance,
                "items",
                List.of(decided(1, "Le comité adopte.")),
                "actions",
                List.of());

        assertThat(stage.toldWhen("sec.cp5", meeting, RECORD, record))
                .isEqualTo(
                        "%s ne peut pas représenter %s le jour de la séance : seul le suppléant de son siège ou de son"
                                        .formatted(nameOf("alt1.cp5"), nameOf("m2.cp5"))
                                + " organisation le peut.");
        assertThat(stage.shown("sec.cp5", meeting, RECORD, "alternates"))
                .singleElement()
                .satisfies(option -> {
                    assertThat(option.path("value").asText()).isEqualTo("alt1.cp5");
                    assertThat(option.path("represents"))
                            .extracting(JsonNode::asText)
                            .containsExactly("m1.cp5");
                });
    }

    @Test
    void peopleAreOfferedByNameAndFunction() {
        String meeting = stage.inSession("CP7", "Point A");

        for (String choice : List.of("people", "presiding", "alternates", "owners")) {
            assertThat(stage.shown("sec.cp7", meeting, RECORD, choice))
                    .as(choice)
                    .isNotEmpty()
                    .allSatisfy(option -> assertThat(option.path("label").asText())
                            .startsWith(nameOf(option.path("value").asText()) + " — ")
                            .doesNotContain(option.path("value").asText()));
        }
        assertThat(stage.shown("sec.cp7", meeting, RECORD, "presiding")
                        .path(0)
                        .path("label")
                        .asText())
                .startsWith(nameOf("chair.cp7") + " — président(e), ");
    }

    /** The secretary confirms what the form shows, as it stands. */
    private Map<String, Object> asShown(String secretary, String meeting) {
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "presidedBy",
                stage.shown(secretary, meeting, RECORD, "presidedBy").asText());
        for (String list : List.of("attendance", "items", "actions")) {
            List<Map<String, Object>> rows = new ArrayList<>();
            stage.shown(secretary, meeting, RECORD, list).forEach(row -> {
                Map<String, Object> fields = new HashMap<>();
                row.fields()
                        .forEachRemaining(field -> fields.put(
                                field.getKey(),
                                field.getValue().isNumber()
                                        ? field.getValue().numberValue()
                                        : field.getValue().asText()));
                rows.add(fields);
            });
            shown.put(list, rows);
        }
        return shown;
    }

    /** Chair and second member present, the first represented, the others absent, and one action. */
    private Map<String, Object> record(String meeting, String cp, List<Map<String, Object>> items) {
        List<Map<String, Object>> attendance = sheets.of(meeting).stream()
                .map(each -> presence(each.account(), cp))
                .toList();
        return Map.of(
                "presidedBy",
                "chair." + cp,
                "attendance",
                attendance,
                "items",
                items,
                "actions",
                List.of(action(1, "Rédiger le guide", "m1." + cp, LocalDate.of(2027, 6, 30))));
    }

    private static Map<String, Object> presence(String account, String cp) {
        if (account.equals("chair." + cp) || account.equals("m2." + cp)) {
            return Map.of("account", account, "presence", "PRESENT");
        }
        return account.equals("m1." + cp)
                ? Map.of("account", account, "presence", "REPRESENTED", "alternate", "alt1." + cp)
                : Map.of("account", account, "presence", "ABSENT");
    }

    private String nameOf(String account) {
        return accounts.find(account).orElseThrow().name();
    }
}
