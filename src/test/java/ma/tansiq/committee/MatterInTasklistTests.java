package ma.tansiq.committee;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.Chromium;
import ma.tansiq.TansiqTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One matter all the way: proposed in a programme committee, referred to the steering committee and on to the
 * interministerial one, corrected on the way, decided, acknowledged at both levels, its action done. What people do about
 * the matter they do in their browsers; the meetings around it are held by the stage.
 */
@TansiqTest
class MatterInTasklistTests {

    private static final String TITLE = "Titres de séjour des apprentis";

    private static Chromium chromium;

    private final Map<String, TasklistWindow> windows = new LinkedHashMap<>();

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    JdbcClient database;

    private String matter = "";

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void leave() {
        windows.values().forEach(TasklistWindow::close);
        stage.stopReports();
        ClockUtil.reset();
    }

    @Test
    void aMatterRisesThroughThreeLevelsAndComesBackAsAnActionThatIsDone() {
        String below = proposed();
        refer("CP4", below);
        String between = onAgenda("COPIL");
        secretaryBelowCorrectsTheText(between);
        refer("COPIL", between);
        String top = coordinatorOpensTheSession();
        secretaryBriefsAndTheSessionDecides(top);
        List.of("CP4", "COPIL").forEach(each -> acknowledged(each, top));
        actionIsDoneWithEvidence(top + "-A1");

        TasklistWindow reader = as("m1.cp4");
        reader.visit("/coordination/matters/" + matter);
        assertThat(reader.page.locator(".stands")).containsText("Extraits accusés : 2 sur 2");
        assertThat(reader.page.locator(".stands")).containsText("Actions achevées : 1 sur 1");
        assertThat(reader.page.locator(".thread-picture .extract.acknowledged")).hasCount(2);
        assertThat(reader.page.locator("table.thread tbody tr")).hasCount(3);
        assertThat(stage.ended(top)).isTrue();
        List.of(below, between).forEach(stage::stop);
        windows.forEach((person, window) ->
                assertThat(window.complaints()).as("console of " + person).isEmpty());
    }

    private String proposed() {
        String meeting = stage.convened("CP4");
        TasklistWindow member = open("m1.cp4", meeting, "Task_ProposeItems");
        if (member.field("Intitulé").count() == 0) {
            member.page.getByText("Ajouter une ligne").click();
        }
        member.fill("Intitulé", TITLE);
        member.fill("Exposé", "Douze préfectures refusent les dossiers.");
        member.complete();
        matter = database.sql("select reference from matter where title = ?")
                .param(TITLE)
                .query(String.class)
                .single();
        return meets("CP4", meeting, TITLE);
    }

    private void secretaryBelowCorrectsTheText(String above) {
        TasklistWindow secretary = as("sec.cp4");
        secretary.visit("/coordination/matters/" + matter);
        assertThat(secretary.page.locator(".stands")).containsText("CP4 : en attente de la suite donnée par COPIL");
        secretary.page.getByText("Corriger le texte").click();
        secretary.page.fill("#text", "Quatorze préfectures refusent les dossiers.");
        secretary.page.fill("#motive", "Deux préfectures manquaient.");
        secretary.page.click("main form button[type=submit]");
        assertThat(secretary.page.locator("[role=status]")).containsText("nouvelle version");
        assertThat(database.sql("select text from agenda_item where meeting = ? and matter = ?")
                        .params(above, matter)
                        .query(String.class)
                        .single())
                .startsWith("Quatorze");
    }

    private String coordinatorOpensTheSession() {
        stage.itIs(CommitteeStage.MORNING);
        TasklistWindow coordinator = as("coord");
        coordinator.visit("/coordination/meetings/new");
        coordinator.page.selectOption("#body", "CI");
        coordinator.page.click("main form button[type=submit]");
        assertThat(coordinator.page.locator("[role=alert]")).containsText("référence de la décision");
        coordinator.complaints().clear();
        coordinator.page.selectOption("#body", "CI");
        coordinator.page.fill("#decisionReference", "CG/2027/" + matter);
        coordinator.page.fill("#decidedOn", "2027-03-30");
        coordinator.page.click("main form button[type=submit]");
        String meeting = coordinator.page.locator("h1 bdi").first().innerText();
        assertThat(coordinator.page.locator("main")).containsText("CG/2027/" + matter + " (30/03/2027)");
        stage.does(secretary("CI"), meeting, "Task_PlanMeeting", CommitteeStage.plan(CommitteeStage.session("CI")));
        return meeting;
    }

    private void secretaryBriefsAndTheSessionDecides(String meeting) {
        compose("CI", meeting, TITLE);
        TasklistWindow secretary = open("sec.ci", meeting, "Task_PrepareBriefing");
        assertThat(secretary.form()).containsText("Quatorze préfectures refusent les dossiers.");
        secretary.fill("Note de synthèse", "Une instruction commune est proposée.");
        secretary.complete();
        takesPlace("CI", meeting);
        Map<String, Object> record = record("CI", meeting, CommitteeStage.decided(1, "Une instruction est adressée."));
        record.put(
                "actions",
                List.of(CommitteeStage.action(1, "Adresser l’instruction", "m1.ci", LocalDate.of(2027, 6, 30))));
        stage.does(secretary("CI"), meeting, "Task_RecordSession", record);
        sign("CI", meeting);
        stage.does(
                secretary("CI"),
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte à 10 h.", "discussions", List.of(), "closing", "Levée à 12 h."));
        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does(chair("CI"), meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
    }

    private void acknowledged(String body, String meeting) {
        TasklistWindow secretary = open(secretary(body), meeting, "Task_AcknowledgeExtract");
        assertThat(secretary.form()).containsText("Une instruction est adressée.");
        secretary.complete();
    }

    private void actionIsDoneWithEvidence(String action) {
        TasklistWindow owner = as("m1.ci");
        owner.visit("/coordination/actions/" + action);
        owner.page.setInputFiles(
                "#file", new FilePayload("instruction.txt", "text/plain", "Signée".getBytes(StandardCharsets.UTF_8)));
        owner.page.click("main form[enctype] button[type=submit]");
        assertThat(owner.page.locator("main")).containsText("instruction.txt");
        open("m1.ci", action, "Task_ReportActionProgress");
        owner.fill("Avancement", "100");
        owner.fill("Ce qui a été fait", "L’instruction est partie.");
        owner.complete();
        stage.does(secretary("CI"), action, "Task_ConfirmCompletion", Map.of("decision", "confirm"));
        stage.engineWorks(action);
    }

    // meetings around the matter

    private String onAgenda(String body) {
        String meeting = stage.convened(body);
        compose(body, meeting, TITLE);
        return meeting;
    }

    private String meets(String body, String meeting, String title) {
        compose(body, meeting, title);
        return meeting;
    }

    private void compose(String body, String meeting, String title) {
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(secretary(body), meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, title)));
    }

    private void refer(String body, String meeting) {
        takesPlace(body, meeting);
        stage.does(
                secretary(body),
                meeting,
                "Task_RecordSession",
                record(body, meeting, Map.of("position", 1, "outcome", "REFERRED_UP", "discussion", "À trancher")));
        sign(body, meeting);
    }

    private void takesPlace(String body, String meeting) {
        stage.does(chair(body), meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.session(body));
        stage.fires(meeting, "Timer_SessionStarts");
    }

    private Map<String, Object> record(String body, String meeting, Map<String, Object> item) {
        List<String> present = List.of(chair(body), member(body, 1), member(body, 2), member(body, 3));
        return new HashMap<>(stage.record(meeting, chair(body), present, List.of(item)));
    }

    private void sign(String body, String meeting) {
        stage.engineWorks(meeting);
        stage.does(chair(body), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
    }

    private TasklistWindow open(String person, String reference, String kind) {
        TasklistWindow window = as(person);
        window.open(stage.taskOf(person, reference, kind).id());
        return window;
    }

    private TasklistWindow as(String person) {
        return windows.computeIfAbsent(
                person, each -> TasklistWindow.french(chromium, port).signIn(each));
    }
}
