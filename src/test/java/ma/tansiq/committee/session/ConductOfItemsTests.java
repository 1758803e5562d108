package ma.tansiq.committee.session;

import static ma.tansiq.committee.CommitteeStage.SESSION;
import static ma.tansiq.committee.CommitteeStage.action;
import static ma.tansiq.committee.CommitteeStage.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.SessionRecord;
import ma.tansiq.committee.paper.SignedDocument;
import ma.tansiq.committee.paper.SignedDocuments;
import ma.tansiq.document.Documents;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Problems;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proxies, recusals, votes and items that nobody expected, from the form to everything that is made of it (rules B7, C3, C4). */
@TansiqTest
class ConductOfItemsTests {

    private static final String RECORD = "Task_RecordSession";
    private static final String SIGN = "Task_SignDecisions";
    private static final SessionRecord NOTHING =
            new SessionRecord(null, List.of(), List.of(), List.of(), List.of(), null);

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingFacts facts;

    @Autowired
    AttendanceSheets sheets;

    @Autowired
    Conducts conducts;

    @Autowired
    Actions actions;

    @Autowired
    BodyManagement bodies;

    @Autowired
    SignedDocuments signed;

    @Autowired
    Documents stored;

    @Autowired
    Accounts accounts;

    @Autowired
    SessionRecording recording;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void votesRecusalsAndAddedItemsStandInWhateverIsMadeOfTheRecord() {
        String meeting = stage.inSession("CP9", "Point A", "Point B");
        Map<String, Object> record = record(meeting, "cp9", items("cp9"));
        record.put("added", List.of(added("Inondation du centre", true)));
        record.put("actions", List.of(action(3, "Rouvrir le centre", "m2.cp9", LocalDate.of(2027, 6, 30))));

        stage.does("sec.cp9", meeting, RECORD, record);
        stage.engineWorks(meeting);

        assertThat(meetings.required(meeting).quorum())
                .as("of four seats three are filled; the proxy does not count (MeetingRules)")
                .hasValue(new Quorum(4, 2, 3));
        assertThat(conducts.of(meeting)).extracting(Conduct::added).containsExactly(false, false, true);
        assertThat(conducts.of(meeting).get(1).quorum())
                .as("m2 is recused: three seats are left, two are required, two are filled")
                .isEqualTo(new Quorum(3, 2, 2));
        String shown = stage.shown("chair.cp9", meeting, SIGN, "decisions").asText();
        assertThat(shown)
                .contains("Vote à main levée : 2 pour, 1 contre, 1 abstention(s).")
                .contains("Pour : " + nameOf("chair.cp9") + " ; " + nameOf("m1.cp9") + ".")
                .contains("Contre : " + nameOf("m2.cp9"), "Abstention : " + nameOf("m3.cp9"))
                .contains("Récusé(e)s pour ce point : " + nameOf("m2.cp9"))
                .contains("Point urgent ou divers, ajouté en séance.", "3. Inondation du centre");
        assertThat(stage.shown("chair.cp9", meeting, SIGN, "attendance").asText())
                .contains("**Ont donné procuration (1) :** " + nameOf("m1.cp9"), "par " + nameOf("chair.cp9"));

        stage.does("chair.cp9", meeting, SIGN, Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        assertThat(textOf(signed.of(meeting, SignedDocument.Kind.DECISION_RECORD)))
                .contains("procurations : 1", "Vote à main levée : 2 pour, 1 contre", "ajouté en séance")
                .doesNotContain("Contre : ");
        assertThat(actions.findByMeetingOrderByReference(meeting))
                .singleElement()
                .satisfies(each -> assertThat(each.decision()).endsWith("-D3"));
        String page = new Browser(port)
                .signIn("m3.cp9", "tansiq-demo")
                .get("/coordination/meetings/" + meeting)
                .body();
        assertThat(page)
                .contains("Vote à main levée : 2 pour, 1 contre, 1 abstention(s).", "Récusé(e)s pour ce point")
                .contains("procuration", "Point urgent ou divers, ajouté en séance.");

        stage.does(
                "sec.cp9",
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte.", "discussions", List.of(), "closing", "Levée."));
        assertThat(stage.shown("m2.cp9", meeting, "Task_ReviewMinutes", "minutesText")
                        .asText())
                .contains("Contre : " + nameOf("m2.cp9"));
        assertThat(stage.open(meeting, "Task_ReviewMinutes"))
                .as("who gave a proxy was not there and reviews nothing")
                .extracting(task -> task.assignee().orElse(""))
                .doesNotContain("m1.cp9");
    }

    @Test
    void returnedRecordIsThereAgainWithItsVotesAndItsAddedItems() {
        String meeting = stage.inSession("CP4", "Point A", "Point B");
        Map<String, Object> record = record(meeting, "cp4", items("cp4"));
        record.put("added", List.of(added("Inondation du centre", true)));
        stage.does("sec.cp4", meeting, RECORD, record);
        stage.engineWorks(meeting);
        stage.does("chair.cp4", meeting, SIGN, Map.of("decision", "return", "remark", "Vérifier le vote."));

        JsonNode items = stage.shown("sec.cp4", meeting, RECORD, "items");
        assertThat(items).hasSize(3);
        assertThat(items.path(0).path("special").asBoolean()).isTrue();
        assertThat(items.path(0).path("vote").asText()).isEqualTo("OPEN");
        assertThat(items.path(0).path("inFavour").toString()).isEqualTo("[\"chair.cp4\",\"m1.cp4\"]");
        assertThat(items.path(1).path("recused").toString()).isEqualTo("[\"m2.cp4\"]");
        assertThat(items.path(2).path("decision").asText()).isEqualTo("Le comité décide d’agir.");
        JsonNode proxy = stage.shown("sec.cp4", meeting, RECORD, "attendance").path(1);
        assertThat(List.of(
                        proxy.path("presence").asText(),
                        proxy.path("proxyHolder").asText(),
                        proxy.path("alternate").asText()))
                .containsExactly("PROXY", "chair.cp4", "");
        assertThat(stage.shown("sec.cp4", meeting, RECORD, "itemChoices")
                        .path(2)
                        .path("label")
                        .asText())
                .isEqualTo("3. Inondation du centre");

        Map<String, Object> again = record(
                meeting,
                "cp4",
                List.of(
                        decided(1, "Le comité adopte."),
                        decided(2, "Le comité adopte."),
                        decided(3, "Le comité décide d’agir.")));
        stage.does("sec.cp4", meeting, RECORD, again);

        assertThat(conducts.of(meeting))
                .as("what was recorded first is replaced; what came up in the session stays what it is")
                .allSatisfy(each -> assertThat(each.vote()).isNull())
                .extracting(Conduct::added)
                .containsExactly(false, false, true);
        assertThat(facts.agenda(meeting)).hasSize(3);
    }

    @Test
    void everythingThatTheRulesForbidIsToldAtOnceAndNothingIsKept() {
        String meeting = stage.inSession("CP8", "Point A", "Point B");
        Map<String, Object> record = record(
                meeting,
                "cp8",
                List.of(
                        item(
                                1,
                                "DECIDED",
                                Map.of(
                                        "vote",
                                        "OPEN",
                                        "inFavour",
                                        List.of("chair.cp8", "obs1.cp8", "m1.cp8"),
                                        "against",
                                        List.of("m2.cp8", "m3.cp8"))),
                        item(2, "DECIDED", Map.of("recused", List.of("m2.cp8", "m3.cp8"), "vote", "SECRET"))));
        record.put("added", List.of(added("Inondation du centre", false)));
        int matters = matters();

        assertThat(stage.toldWhen("sec.cp8", meeting, RECORD, record).lines())
                .as(
                        "m1 is there by proxy; with two recused of four, one proxy and the chair, the item has its quorum of one")
                .containsExactly(
                        "3 réponses sont à revoir :",
                        "• Le point « Inondation du centre » n’était pas à l’ordre du jour : il n’est tranché que si"
                                + " aucune personne présente ne s’y oppose. Cochez la case qui le constate, ou reportez"
                                + " le point.",
                        "• %s n’a pas voix délibérative et ne vote pas pour le point « 1. Point A »."
                                .formatted(nameOf("obs1.cp8")),
                        "• Aucun scrutin secret clos ne porte sur le point « 2. Point B » : ouvrez-le et clôturez-le"
                                + " depuis la page de la réunion, ou changez le mode de vote.");
        assertThat(conducts.of(meeting)).isEmpty();
        assertThat(matters()).isEqualTo(matters);
        assertThat(meetings.required(meeting).quorum()).isEmpty();
    }

    @Test
    void proxiesAreRefusedWithASentenceEach() {
        String meeting = stage.inSession("CP5", "Point A");
        Map<String, Object> record = record(meeting, "cp5", List.of(decided(1, "Le comité adopte.")));
        record.put(
                "attendance",
                sheets.of(meeting).stream()
                        .map(each -> switch (each.account()) {
                            case "m1.cp5", "m2.cp5" -> presence(each.account(), "PROXY", "chair.cp5");
                            case "m3.cp5" -> presence("m3.cp5", "PROXY", "m3.cp5");
                            case "obs1.cp5" -> presence("obs1.cp5", "PROXY", "chair.cp5");
                            default -> presence(each.account(), "PRESENT", "");
                        })
                        .toList());

        assertThat(stage.toldWhen("sec.cp5", meeting, RECORD, record).lines())
                .contains(
                        "• " + nameOf("m3.cp5") + " ne peut pas se donner procuration.",
                        "• " + nameOf("obs1.cp5")
                                + " n’a pas voix délibérative et n’a donc pas de procuration à donner.",
                        "• " + nameOf("chair.cp5")
                                + " peut porter au plus une procuration, et en porterait 3 : changez l’une des lignes.");
        assertThat(stage.shown("sec.cp5", meeting, RECORD, "presences")).hasSize(5);
    }

    @Test
    void whoseMandateEndedTheDayBeforeIsNotCounted() {
        String meeting = stage.inSession("CP2", "Point A");
        LocalDate day = SESSION.toLocalDate();
        bodies.end("CP2.m3", day.minusDays(1), "admin");
        Map<String, Object> record = stage.record(
                meeting, "chair.cp2", List.of("chair.cp2", "m3.cp2"), List.of(decided(1, "Le comité adopte.")));
        try {
            assertThat(stage.toldWhen("sec.cp2", meeting, RECORD, record))
                    .as("three seats are held, two are required, one is filled")
                    .startsWith("Le quorum n’est pas atteint (1 présents, 2 requis)");
        } finally {
            database.sql("delete from membership where seat = 'CP2.m3' and valid_from >= :day")
                    .param("day", day)
                    .update();
            database.sql("update membership set valid_to = null where seat = 'CP2.m3'")
                    .update();
        }
    }

    @Test
    void whoTookTheSeatSinceTheConvocationIsOnTheSheet() {
        String meeting = stage.prepared("CP3", "Point A");
        LocalDate day = SESSION.toLocalDate();
        bodies.end("CP3.m3", day.minusDays(1), "admin");
        bodies.appoint("CP3.m3", "coord", day, "admin");
        try {
            stage.fires(meeting, "Timer_ConfirmationsClosed");
            stage.itIs(SESSION);
            stage.fires(meeting, "Timer_SessionStarts");

            assertThat(stage.shown("sec.cp3", meeting, RECORD, "attendance"))
                    .extracting(row -> row.path("account").asText())
                    .contains("coord", "m3.cp3");
            assertThat(stage.shown("sec.cp3", meeting, RECORD, "voters"))
                    .extracting(row -> row.path("value").asText())
                    .contains("coord")
                    .doesNotContain("m3.cp3");
        } finally {
            database.sql("delete from membership where seat = 'CP3.m3' and valid_from >= :day")
                    .param("day", day)
                    .update();
            database.sql("update membership set valid_to = null where seat = 'CP3.m3'")
                    .update();
        }
    }

    @Test
    void whoIsNoSecretaryAnyMoreRecordsNothing() {
        String meeting = stage.inSession("CP6", "Point A");
        LocalDate day = SESSION.toLocalDate();
        OpenTask task = stage.taskOf("sec.cp6", meeting, RECORD);
        bodies.end("CP6.sec", day.minusDays(1), "admin");
        try {
            assertThatThrownBy(() -> stage.does(
                            "sec.cp6", task, record(meeting, "cp6", List.of(decided(1, "Le comité adopte.")))))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> recording.record(meeting, NOTHING, new Problems(), "sec.cp6"))
                    .as("nor by a task that was claimed before")
                    .extracting("messageKey")
                    .isEqualTo("refusal.committee.secretaryOnly");
            assertThat(meetings.required(meeting).quorum()).isEmpty();
        } finally {
            database.sql("delete from membership where seat = 'CP6.sec' and valid_from >= :day")
                    .param("day", day)
                    .update();
            database.sql("update membership set valid_to = null where seat = 'CP6.sec'")
                    .update();
        }
    }

    /** The chair, the second and the third member are there, the chair holds the proxy of the first. */
    private Map<String, Object> record(String meeting, String cp, List<Map<String, Object>> items) {
        Map<String, Object> record = new HashMap<>(
                stage.record(meeting, "chair." + cp, List.of("chair." + cp, "m2." + cp, "m3." + cp), items));
        record.put(
                "attendance",
                sheets.of(meeting).stream()
                        .map(each -> each.account().equals("m1." + cp)
                                ? presence("m1." + cp, "PROXY", "chair." + cp)
                                : presence(
                                        each.account(),
                                        each.account().matches("(chair|m2|m3)\\." + cp) ? "PRESENT" : "EXCUSED",
                                        ""))
                        .toList());
        return record;
    }

    /** The first was put to a vote, for the second a member was recused. */
    private static List<Map<String, Object>> items(String cp) {
        return List.of(
                item(
                        1,
                        "DECIDED",
                        Map.of(
                                "vote",
                                "OPEN",
                                "inFavour",
                                List.of("chair." + cp, "m1." + cp),
                                "against",
                                List.of("m2." + cp),
                                "abstained",
                                List.of("m3." + cp))),
                item(2, "DECIDED", Map.of("recused", List.of("m2." + cp))));
    }

    private static Map<String, Object> item(int position, String outcome, Map<String, Object> conduct) {
        Map<String, Object> item = new LinkedHashMap<>(conduct);
        item.putAll(Map.of("position", position, "outcome", outcome, "decision", "Le comité adopte.", "special", true));
        return item;
    }

    private static Map<String, Object> added(String title, boolean unopposed) {
        return Map.of(
                "title",
                title,
                "text",
                "La crue a fermé le centre.",
                "outcome",
                "DECIDED",
                "decision",
                "Le comité décide d’agir.",
                "unopposed",
                unopposed);
    }

    private static Map<String, Object> presence(String account, String presence, String holder) {
        return Map.of("account", account, "presence", presence, "proxyHolder", holder);
    }

    private int matters() {
        return database.sql("select count(*) from matter").query(Integer.class).single();
    }

    private String nameOf(String account) {
        return accounts.find(account).orElseThrow().name();
    }

    private String textOf(List<SignedDocument> documents) {
        try (InputStream content = stored.open(documents.get(0).document());
                PDDocument pdf = Loader.loadPDF(content.readAllBytes())) {
            return Stream.of(new PDFTextStripper().getText(pdf).split("\\R"))
                    .map(String::strip)
                    .reduce("", (a, b) -> a + " " + b);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
