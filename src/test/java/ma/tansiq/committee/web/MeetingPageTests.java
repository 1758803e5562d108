package ma.tansiq.committee.web;

import static ma.tansiq.committee.CommitteeStage.decided;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.OpeningPage;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.paper.PaperSigning;
import ma.tansiq.committee.session.ProgrammeCommitteeMeetingProcessTests;
import ma.tansiq.engine.Accounts;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a meeting in every state that the meeting goes through, as its secretary, a member and the auditor see it. */
@TansiqTest
class MeetingPageTests {

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    MeetingManagement management;

    @Autowired
    PaperSigning papers;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private final Map<String, Browser> readers = new LinkedHashMap<>();

    @BeforeEach
    void signIn() {
        database.sql("delete from sign_in_failure").update();
        for (String reader : List.of("sec.cp7", "m1.cp7", "audit")) {
            readers.put(reader, new Browser(port).signIn(reader, "tansiq-demo"));
        }
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void secondMeetingOfABodyNeedsAMotiveThatItsPageShows() {
        Browser secretary = Objects.requireNonNull(readers.get("sec.cp7"));
        String first = stage.convened("CP7");
        ClockUtil.reset();

        var unaware = secretary.submit(OpeningPage.ADDRESS, OpeningPage.ADDRESS, Map.of("body", "CP7"));
        assertThat(unaware.statusCode()).isEqualTo(422);
        assertThat(unaware.body()).contains("CP7 a déjà une réunion à tenir", first, "name=\"motive\"");

        Map<String, String> form = new LinkedHashMap<>(OpeningPage.filled(secretary, "CP7"));
        assertThat(form.get("seen")).contains(first);
        form.put("motive", "  ");
        var silent = secretary.submit(OpeningPage.ADDRESS, OpeningPage.ADDRESS, form);
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("Indiquez pourquoi une autre réunion est nécessaire");
        form.put("motive", "m".repeat(1_001));
        assertThat(secretary
                        .submit(OpeningPage.ADDRESS, OpeningPage.ADDRESS, form)
                        .statusCode())
                .isEqualTo(422);

        form.put("motive", "Le budget rectificatif <b>n’attend pas</b>.");
        var opened = secretary.submit(OpeningPage.ADDRESS, OpeningPage.ADDRESS, form);
        assertThat(opened.statusCode()).isEqualTo(302);
        String second = opened.headers().firstValue("Location").orElseThrow().replaceAll(".*/|\\?.*", "");
        shows(second, "Ouverte malgré une autre", "Le budget rectificatif &lt;b&gt;n’attend pas&lt;/b&gt;.");
        shows(second, "Réunion ouverte alors qu’une autre est à tenir");
        var again = secretary.submit(OpeningPage.ADDRESS, OpeningPage.ADDRESS, form);
        assertThat(again.statusCode())
                .as("the form was made up before the second was there")
                .isEqualTo(422);
        assertThat(again.body()).contains(second, "Le budget rectificatif");
        management.cancel(first, "Essai", "sec.cp7");
        management.cancel(second, "Essai", "sec.cp7");
    }

    @Test
    void showsTheReasonWhyAnAgendaCameBack() {
        String meeting = stage.convened("CP7");
        shows(meeting, "Convoquée", "Rabat, salle des conférences");

        stage.itIs(CommitteeStage.MORNING);
        stage.does("m1.cp7", meeting, "Task_ProposeItems", Map.of("items", CommitteeStage.proposals("Point A")));
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does("sec.cp7", meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, "Point A")));
        shows(meeting, "Point A");

        stage.itIs(CommitteeStage.MORNING);
        stage.does(
                "chair.cp7",
                meeting,
                "Task_ApproveAgenda",
                Map.of("decision", "return", "remark", "Mettre la communication en premier."));
        shows(meeting, "Mettre la communication en premier.");
    }

    @Test
    void showsDecisionsQuorumReservationsAndSealedMinutes() {
        String meeting = stage.inSession("CP7", "Point A");
        List<String> present = List.of("chair.cp7", "m1.cp7", "m2.cp7");
        stage.does(
                "sec.cp7",
                meeting,
                "Task_RecordSession",
                stage.record(meeting, "chair.cp7", present, List.of(decided(1, "Le comité adopte le plan."))));
        stage.engineWorks(meeting);
        shows(meeting, "Le comité adopte le plan.", "3 sur 4 votants");

        stage.itIs(CommitteeStage.SESSION);
        stage.does("chair.cp7", meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        stage.does(
                "sec.cp7",
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte à 10 h.", "discussions", List.of(), "closing", "Levée à 12 h."));
        stage.does(
                "m1.cp7",
                meeting,
                "Task_ReviewMinutes",
                Map.of("decision", "reserve", "item", 1, "reservation", "Préciser la date."));
        shows(meeting, "Réserve émise");

        stage.itIs(CommitteeStage.SESSION);
        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does(
                "sec.cp7",
                meeting,
                "Task_ResolveReservations",
                Map.of("reservations", List.of(Map.of("account", "m1.cp7", "followed", "no", "reply", "Non dit."))));
        stage.does("chair.cp7", meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        shows(meeting, "Empreinte SHA-256", "Projets et documents remplacés", "Procès-verbal – projet à signer");
    }

    @Test
    void showsWhoSignedOnPaperAndWhoRecordedIt() {
        String meeting = stage.inSession("CP7", "Point A");
        stage.does(
                "sec.cp7",
                meeting,
                "Task_RecordSession",
                stage.record(
                        meeting,
                        "chair.cp7",
                        List.of("chair.cp7", "m1.cp7", "m2.cp7"),
                        List.of(decided(1, "Le comité adopte le plan."))));
        stage.engineWorks(meeting);
        Browser secretary = new Browser(port).signIn("sec.cp7", "tansiq-demo");
        String page = "/coordination/meetings/" + meeting + "/paper-signature";
        assertThat(secretary.get(page).body()).contains("Signataire", nameOf("chair.cp7"), "président(e)");
        var tooLarge = secretary.upload(
                page,
                page,
                Map.of("signedOn", "2027-04-21", "registryNumber", "رقم 7/2027"),
                new Browser.Upload("scan", "scan.pdf", "application/pdf", new byte[60 << 20]));
        assertThat(tooLarge.statusCode()).isEqualTo(303);
        String back = tooLarge.headers().firstValue("Location").orElseThrow();
        assertThat(secretary.get(back).body())
                .as("what was typed beside a file that is too large to be read")
                .contains("Ce fichier est trop volumineux", "value=\"2027-04-21\"", "value=\"رقم 7/2027\"");
        assertThat(secretary.get(back).body()).as("shown once").doesNotContain("رقم 7/2027");

        papers.signDecisions(meeting, ProgrammeCommitteeMeetingProcessTests.scan(), "sec.cp7");
        stage.engineWorks(meeting);

        shows(
                meeting,
                "Relevé de décisions signé sur papier",
                "Signature enregistrée par " + nameOf("sec.cp7"),
                "Numérisation signée : releve-signe.pdf");
    }

    private String nameOf(String account) {
        return accounts.find(account).orElseThrow().name();
    }

    @Test
    void showsWhyASessionMovedOrWasCancelled() {
        String meeting = stage.prepared("CP7", "Point A");
        management.reschedule(meeting, ProgrammeCommitteeMeetingProcessTests.movedTo(14), "Agenda chargé", "sec.cp7");
        shows(meeting, "Séance reportée");

        management.cancel(meeting, "Devenue sans objet", "sec.cp7");
        shows(meeting, "Devenue sans objet");
    }

    @Test
    void sessionWithoutQuorumShowsThatAnotherFollows() {
        String meeting = stage.inSession("CP7", "Point A");
        stage.does(
                "sec.cp7",
                meeting,
                "Task_RecordSession",
                stage.record(meeting, "chair.cp7", List.of("chair.cp7"), List.of()));

        shows(meeting, "seconde convocation");
    }

    private void shows(String meeting, String... texts) {
        ClockUtil.reset();
        readers.forEach((reader, browser) -> {
            HttpResponse<String> page = browser.get("/coordination/meetings/" + meeting);
            assertThat(page.statusCode()).as("%s for %s", meeting, reader).isEqualTo(200);
            assertThat(page.body()).contains(texts);
        });
    }
}
