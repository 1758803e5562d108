package ma.tansiq;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.session.BallotManagement;
import ma.tansiq.grant.agreement.AwardStage;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Pages as a browser shows them: no axe violation, nothing wider than the window, nothing asked of another site, no
 * error in the console. Uses the machine's Chromium; {@code CHROMIUM} names another one.
 */
@TansiqTest
class BrowserTests {

    private static final String PASSWORD = "tansiq-demo";
    private static final int WIDE = 1280;
    private static final int HEIGHT = 800;

    /** Of the window in which a language's pages are read; that nothing is wider is seen in all of them. */
    private static final Map<String, Integer> WIDTHS = Map.of("fr", WIDE, "en", 360, "ar", 320);

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    AwardStage awards;

    @Autowired
    Agendas agendas;

    @Autowired
    BallotManagement ballots;

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

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void guestsReadHomeAndSignInWithoutObstacle(String language) {
        try (Visit visit = new Visit(language)) {
            visit.check("/");
            visit.check("/results");
            visit.check("/login");
            visit.signIn("sec.cp11", "not the password");
            assertThat(visit.page.inputValue("#username")).isEqualTo("sec.cp11");
            visit.checkShown("refused sign-in");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void secretaryOpensAMeetingAndReadsEveryPage(String language) {
        try (Visit visit = new Visit(language)) {
            visit.signIn("sec.cp9", PASSWORD);
            visit.check("/coordination/meetings/new");
            visit.page.selectOption("#body", "CP9");
            visit.page.click("main form button[type=submit]");
            if (visit.page.locator("#motive").isVisible()) {
                visit.checkRefused("asked why a second meeting");
                visit.page.fill("#motive", "La première porte sur le plan d’action, celle-ci sur son budget.");
                visit.page.click("main form button[type=submit]");
            }
            assertThat(visit.page.locator("h1").innerText()).contains("CP9-");
            visit.checkShown("opened meeting");
            String meeting = visit.page.url().replaceAll("\\?.*", "").replaceAll(".*(?=/coordination)", "");
            List.of(meeting, meeting + "/cancel", meeting + "/paper-signature").forEach(visit::check);
            List.of(
                            "/my-committees",
                            "/my-committees/absences",
                            "/coordination",
                            "/coordination/meetings",
                            "/coordination/matters",
                            "/coordination/actions",
                            "/account")
                    .forEach(visit::check);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void secretaryFollowsAnActionFilesPapersAndCorrectsMinutes(String language) {
        String closed = "/coordination/meetings/" + stage.sealed("CP10");
        String open = stage.prepared("CP10", "Point B");
        String matter = agendas.of(open).get(0).matter();
        ClockUtil.reset();
        String action = closed.replace("meetings", "actions") + "-A1";
        try (Visit visit = new Visit(language)) {
            visit.signIn("sec.cp10", PASSWORD);
            List.of(closed, closed + "/correction", closed + "/check").forEach(visit::check);
            List.of(
                            action,
                            action + "/cancel",
                            action + "/extend",
                            "/coordination/meetings/" + open + "/papers/" + matter)
                    .forEach(visit::check);
            String thread = "/coordination/matters/" + matter;
            List.of(thread, thread + "/correction").forEach(visit::check);
            visit.page.navigate(visit.address(action));
            visit.page.setInputFiles(
                    "#file", new FilePayload("notes.txt", "text/plain", "Fait".getBytes(StandardCharsets.UTF_8)));
            visit.page.click("main form[enctype] button[type=submit]");
            assertThat(visit.page.locator("main").innerText()).contains("notes.txt");
            visit.checkShown("action with evidence");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void officerReadsAgreementsAndRecordsAnAccount(String language) {
        String prepared = "/coordination/grants/agreements/" + awards.prepared();
        String signed = "/coordination/grants/agreements/" + awards.signed();
        try (Visit visit = new Visit(language)) {
            visit.signIn("officer", PASSWORD);
            List.of("/coordination/grants/agreements", prepared, signed).forEach(visit::check);
            visit.page.click("aside details summary");
            visit.page.fill("#rib", "123");
            visit.page.fill("#holder", "Fondation");
            visit.page.setInputFiles(
                    "#proof", new FilePayload("a.txt", "text/plain", "Compte".getBytes(StandardCharsets.UTF_8)));
            visit.page.click("aside details form button[type=submit]");
            visit.checkRefused("account that is none");
            assertThat(visit.page.inputValue("#holder")).isEqualTo("Fondation");
        }
    }

    /** Without a mouse: the choice by its key, the vote by Enter. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void memberVotesByKeyboardWhereTheSecretaryOpenedABallot(String language) {
        String meeting = stage.inSession("CP8", "Point secret");
        List<String> voters = List.of("chair.cp8", "m1.cp8", "m2.cp8", "m3.cp8");
        String ballot = "/my-committees/ballots/"
                + ballots.open(
                        meeting,
                        1,
                        "Adopter la liste des partenaires ?",
                        voters.stream().collect(Collectors.toMap(each -> each, each -> each)),
                        "sec.cp8");
        ClockUtil.reset();
        try (Visit visit = new Visit(language)) {
            visit.signIn("sec.cp8", PASSWORD);
            visit.check("/coordination/meetings/" + meeting + "/ballots");
            visit.check("/coordination/meetings/" + meeting);
        }
        try (Visit visit = new Visit(language)) {
            visit.signIn("m1.cp8", PASSWORD);
            visit.check("/my-committees");
            visit.check(ballot);
            visit.page.focus("input[name=choice]");
            visit.page.keyboard().press("Space");
            visit.page.keyboard().press("Tab");
            visit.page.keyboard().press("Enter");
            visit.page.waitForSelector("[role=status] .tag");
            visit.checkShown("ballot after the vote");
            visit.check("/my-committees/ballots");
        }
        ballots.withdraw(UUID.fromString(ballot.replaceAll(".*/", "")), "sec.cp8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void administratorReadsEveryPageOfTheAdministration(String language) {
        try (Visit visit = new Visit(language)) {
            visit.signIn("admin", PASSWORD);
            List.of(
                            "/admin",
                            "/admin/holidays",
                            "/admin/interims",
                            "/admin/bodies",
                            "/admin/bodies/CP11",
                            "/admin/bodies/CP11/seat")
                    .forEach(visit::check);
            String strategy = "/admin/strategy";
            List.of(strategy, strategy + "/objectives", strategy + "/programmes/11", strategy + "/organisations/EROG")
                    .forEach(visit::check);
            List.of("/admin/organisations", "/admin/organisations/EROG").forEach(visit::check);
            visit.check(strategy + "/organisations/EROG");
            visit.page.fill("#reason", "Sans changement");
            visit.page.click("main form button[type=submit]");
            assertThat(visit.page.locator("[role=alert]").count()).isOne();
            visit.complaints.clear();
            visit.checkShown("refused change of the strategy");
            visit.check("/admin/audit");
        }
    }

    @Test
    void arabicPagesRunFromRightToLeftAndLeadWithTheirOwnName() {
        try (Visit visit = new Visit("ar")) {
            visit.page.navigate(visit.address("/"));
            assertThat(visit.page.getAttribute("html", "dir")).isEqualTo("rtl");
            assertThat(visit.page.getAttribute("html", "lang")).isEqualTo("ar");
            assertThat(visit.page.innerText(".brand-name")).isEqualTo("تنسيق");
        }
    }

    @Test
    void languageChosenAtTheTopStaysOnTheNextPage() {
        try (Visit visit = new Visit("fr")) {
            visit.page.navigate(visit.address("/login"));
            visit.page.click(".languages a[lang=en]");
            assertThat(visit.page.url()).endsWith("/login");
            visit.page.navigate(visit.address("/"));
            assertThat(visit.page.getAttribute("html", "lang")).isEqualTo("en");
        }
    }

    /** One person at one window. */
    private final class Visit implements AutoCloseable {

        private final int width;
        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        Visit(String language) {
            width = WIDTHS.getOrDefault(language, WIDE);
            context = chromium.window(new Browser.NewContextOptions()
                    .setLocale(language)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(width, HEIGHT));
            page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(address("")) && !request.url().startsWith("data:")) {
                    complaints.add("asked another site: " + request.url());
                }
            });
        }

        String address(String path) {
            return "http://localhost:" + port + path;
        }

        void signIn(String name, String password) {
            page.navigate(address("/login"));
            page.fill("#username", name);
            page.fill("#password", password);
            page.click("main button[type=submit]");
        }

        void check(String path) {
            complaints.clear();
            assertThat(page.navigate(address(path)).status()).as(path).isEqualTo(200);
            checkShown(path);
        }

        /** A page that refuses: the browser itself notes that its status is 422. */
        void checkRefused(String what) {
            complaints.removeIf(each -> each.contains("status of 422"));
            checkShown(what);
        }

        void checkShown(String what) {
            assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                    .as("axe on " + what)
                    .extracting(Rule::getId)
                    .isEmpty();
            WIDTHS.values().forEach(each -> fits(what, each));
            page.setViewportSize(width, HEIGHT);
            assertThat(complaints).as("console on " + what).isEmpty();
        }

        private void fits(String what, int window) {
            page.setViewportSize(window, HEIGHT);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + what + " in a window of " + window)
                    .isEqualTo(window);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
