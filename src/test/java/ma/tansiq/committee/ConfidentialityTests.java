package ma.tansiq.committee;

import static ma.tansiq.committee.CommitteeStage.action;
import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.decided;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.matter.Classification;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.Matter.Confidentiality;
import ma.tansiq.document.Documents;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for the words of a restricted and of a secret matter wherever somebody who may not know them could read them
 * (rule B8): as a member of another body, and as a member of the body who is not named.
 */
@TansiqTest
class ConfidentialityTests {

    private static final String BODY = "CP9";
    private static final String SECRET = "Zibeline";
    private static final String RESTRICTED = "Zircon";
    private static final List<String> QUERIES = List.of(
            "task",
            "task?nameLike=%25" + SECRET + "%25",
            "variable-instance",
            "history/variable-instance",
            "history/task",
            "history/detail",
            "history/activity-instance",
            "process-instance",
            "filter");

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    AgendaManagement agendaManagement;

    @Autowired
    Agendas agendas;

    @Autowired
    Classification classification;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient database;

    private String secret = "";
    private String restricted = "";

    @BeforeEach
    void morning() {
        database.sql("delete from sign_in_failure").update();
        stage.itIs(CommitteeStage.MORNING);
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void confidentialMattersAreReadByThoseAloneWhoMayKnowThem() throws IOException {
        long before = lastMail();
        secret = opened(SECRET, Confidentiality.SECRET, Set.of(member(BODY, 2)));
        restricted = opened(RESTRICTED, Confidentiality.RESTRICTED, Set.of());
        String meeting = inReview();
        assertTasklistHides();
        sealed(meeting);
        stage.fires(meeting + "-A1", "Task_ReportActionProgress");
        stage.fires(meeting + "-A2", "Task_ReportActionProgress");

        assertMailsHide(before);
        assertPapersHide(meeting);
        assertPagesHide(meeting);
        Stream.of(secretary(BODY), chair(BODY), member(BODY, 2))
                .forEach(each -> assertThat(
                                page(each, "/coordination/matters/" + secret).body())
                        .as(each)
                        .contains(SECRET));
        assertThat(page(member(BODY, 1), "/coordination/matters/" + restricted).body())
                .contains(RESTRICTED);
    }

    @Test
    void briefingOfASecretMatterIsReadByThoseAloneWhoMayKnowIt() throws IOException {
        long before = lastMail();
        String matter = agendaManagement
                .open("CI", SECRET + " titre", SECRET + " texte", secretary("CI"))
                .reference();
        classification.classify(matter, Confidentiality.SECRET, Set.of(member("CI", 2)), secretary("CI"));
        secret = matter;
        String meeting = stage.convened("CI");
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(
                secretary("CI"),
                meeting,
                "Task_ComposeAgenda",
                Map.of("items", stage.ranked(meeting, SECRET + " titre")));
        assertThat(stage.shown(secretary("CI"), meeting, "Task_PrepareBriefing", "itemText")
                        .asText())
                .as("the secretary who writes it knows the matter")
                .contains(SECRET);
        assertEngineHides(member("CI", 1), "m1.cp8");
        stage.does(secretary("CI"), meeting, "Task_PrepareBriefing", Map.of("briefing", SECRET + " : trois options."));
        stage.does(chair("CI"), meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);

        assertEngineHides(member("CI", 1), "m1.cp8");
        assertMailsHide(before);
        for (UUID each : storedPapers(meeting)) {
            assertThat(text(each)).contains(matter).doesNotContain(SECRET);
        }
        for (String person : List.of(member("CI", 1), "m1.cp8", "coord", "audit")) {
            for (String address : List.of(
                    "/coordination/meetings/" + meeting,
                    "/coordination/meetings/" + meeting + "/papers",
                    "/coordination/matters/" + matter,
                    "/my-committees",
                    "/coordination")) {
                assertThat(page(person, address).body())
                        .as(person + ", " + address)
                        .doesNotContain(SECRET);
            }
        }
        assertThat(page(member("CI", 2), "/coordination/matters/" + matter).body())
                .as("whoever is named reads it with the matter")
                .contains(SECRET + " : trois options.");
        stage.stop(meeting);
        database.sql("update matter set status = 'CLOSED' where reference = ?")
                .param(matter)
                .update();
    }

    @Test
    void chairAndSecretaryClassifyAndOnlyTheChairPublishes() {
        String matter = agendaManagement
                .open(BODY, "À classer", "Texte", secretary(BODY))
                .reference();
        refused(
                "classifyOnly",
                () -> classification.classify(matter, Confidentiality.RESTRICTED, Set.of(), member(BODY, 1)));
        refused("classifyOnly", () -> classification.classify(matter, Confidentiality.RESTRICTED, Set.of(), "coord"));
        refused(
                "publishOnly",
                () -> classification.classify(matter, Confidentiality.PUBLIC, Set.of(), secretary(BODY)));
        refused(
                "unknownAdviser",
                () -> classification.classify(matter, Confidentiality.SECRET, Set.of("nobody"), secretary(BODY)));
        String address = "/coordination/matters/" + matter + "/confidentiality";
        assertThat(page(member(BODY, 1), address).statusCode()).isEqualTo(403);
        Browser secretary = new Browser(port).signIn(secretary(BODY), "tansiq-demo");

        assertThat(secretary.submit(address, address, Map.of("level", "TOP")).statusCode())
                .isEqualTo(422);
        assertThat(secretary
                        .submit(address, address, Map.of("level", "SECRET", "people", member(BODY, 2)))
                        .statusCode())
                .isEqualTo(302);

        assertThat(page(member(BODY, 2), "/coordination/matters/" + matter).statusCode())
                .isEqualTo(200);
        assertThat(page(member(BODY, 1), "/coordination/matters/" + matter).statusCode())
                .isEqualTo(403);
    }

    private long lastMail() {
        return database.sql("select coalesce(max(position), 0) from mail")
                .query(Long.class)
                .single();
    }

    private void assertMailsHide(long before) {
        assertThat(database.sql("""
                        select subject || body_text || body_html || coalesce(invitation, '') from mail
                        where position > ?""").param(before).query(String.class).list())
                .as("mails")
                .isNotEmpty()
                .noneMatch(each -> each.contains(SECRET) || each.contains(RESTRICTED));
    }

    private void assertEngineHides(String... people) {
        for (String person : people) {
            Browser reader = browser(person);
            for (String query : QUERIES) {
                assertThat(reader.engine("GET", query, "").body())
                        .as(person + ", " + query)
                        .doesNotContain(SECRET + " t", SECRET + " :");
            }
        }
    }

    private String opened(String word, Confidentiality level, Set<String> named) {
        String matter = agendaManagement
                .open(BODY, word + " titre", word + " texte", secretary(BODY))
                .reference();
        classification.classify(matter, level, named, secretary(BODY));
        return matter;
    }

    /** A session that decided both, with an action each, whose minutes are being read. */
    private String inReview() {
        String meeting = stage.convened(BODY);
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(
                secretary(BODY),
                meeting,
                "Task_ComposeAgenda",
                Map.of("items", stage.ranked(meeting, SECRET + " titre", RESTRICTED + " titre")));
        stage.does(chair(BODY), meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.SESSION);
        stage.fires(meeting, "Timer_SessionStarts");
        Map<String, Object> record = new HashMap<>(stage.record(
                meeting,
                chair(BODY),
                List.of(chair(BODY), member(BODY, 1), member(BODY, 2)),
                List.of(decided(1, SECRET + " décidé"), decided(2, RESTRICTED + " décidé"))));
        LocalDate due = LocalDate.of(2027, 6, 30);
        record.put(
                "actions",
                List.of(
                        action(1, SECRET + " action", member(BODY, 3), due),
                        action(2, RESTRICTED + " action", member(BODY, 1), due)));
        stage.does(secretary(BODY), meeting, "Task_RecordSession", record);
        stage.engineWorks(meeting);
        stage.does(chair(BODY), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        stage.does(
                secretary(BODY),
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte.", "discussions", List.of(), "closing", "Levée."));
        return meeting;
    }

    private void sealed(String meeting) {
        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does(chair(BODY), meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
    }

    /** Whoever reads the minutes has a form with all of them, and the engine's interface to look further. */
    private void assertTasklistHides() {
        Browser reader = new Browser(port).signIn(member(BODY, 1), "tansiq-demo");
        Browser stranger = new Browser(port).signIn("m1.cp8", "tansiq-demo");
        for (String query : QUERIES) {
            assertThat(reader.engine("GET", query, "").body())
                    .as(query)
                    .doesNotContain(SECRET + " titre", SECRET + " texte", SECRET + " décidé", SECRET + " action");
            assertThat(stranger.engine("GET", query, "").body()).as(query).doesNotContain(SECRET + " t", RESTRICTED);
        }
        database.sql("select id_ from act_ru_task where assignee_ = ?")
                .param(member(BODY, 1))
                .query(String.class)
                .list()
                .forEach(task -> assertThat(reader.engine("GET", "task/" + task + "/form-variables", "")
                                .body())
                        .as(task)
                        .doesNotContain(SECRET));
    }

    /** Pack, record of decisions and minutes name a secret matter by its reference alone. */
    private void assertPapersHide(String meeting) throws IOException {
        List<UUID> stored = storedPapers(meeting);
        assertThat(stored).hasSizeGreaterThanOrEqualTo(3);
        for (UUID each : stored) {
            assertThat(text(each)).contains(secret, RESTRICTED).doesNotContain(SECRET);
        }
    }

    private List<UUID> storedPapers(String meeting) {
        return database.sql("select id from stored_document where owner = ?")
                .param(meeting)
                .query(UUID.class)
                .list();
    }

    private String text(UUID paper) throws IOException {
        try (InputStream bytes = documents.open(paper);
                PDDocument pdf = Loader.loadPDF(bytes.readAllBytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private void assertPagesHide(String meeting) {
        List<String> addresses = List.of(
                "/my-committees",
                "/coordination",
                "/coordination/meetings",
                "/coordination/meetings/" + meeting,
                "/coordination/meetings/" + meeting + "/papers",
                "/coordination/matters?status=",
                "/coordination/matters?status=&text=" + SECRET.substring(0, 5).replace(" ", "+"),
                "/coordination/actions",
                "/coordination/actions/" + meeting + "-A1",
                "/coordination/cadence",
                "/coordination/matters/" + secret,
                "/coordination/matters/" + secret + "/consultation",
                "/coordination/matters/" + secret + "/opinion",
                "/coordination/matters/" + secret + "/confidentiality",
                "/coordination/matters/" + secret + "/correction");
        for (String each : addresses) {
            assertThat(page(member(BODY, 1), each).body()).as(each).doesNotContain(SECRET);
            assertThat(page("m1.cp8", each).body()).as(each).doesNotContain(SECRET, RESTRICTED);
            assertThat(page("coord", each).body()).as("coordinator, " + each).doesNotContain(SECRET);
        }
        assertThat(page("coord", "/coordination/mail").body()).doesNotContain(SECRET, RESTRICTED);
        assertThat(page("m1.cp8", "/coordination/matters/" + restricted).statusCode())
                .isEqualTo(403);
        assertThat(page(member(BODY, 1), "/coordination/matters/" + secret).statusCode())
                .isEqualTo(403);
    }

    private final Map<String, Browser> browsers = new HashMap<>();

    private HttpResponse<String> page(String person, String address) {
        return browser(person).get(address);
    }

    private Browser browser(String person) {
        return browsers.computeIfAbsent(person, each -> new Browser(port).signIn(each, "tansiq-demo"));
    }

    private static void refused(String reason, Runnable act) {
        assertThatThrownBy(act::run).extracting("messageKey").isEqualTo("refusal.committee." + reason);
    }
}
