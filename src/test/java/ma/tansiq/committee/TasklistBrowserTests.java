package ma.tansiq.committee;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ma.tansiq.Chromium;
import ma.tansiq.LegalTime;
import ma.tansiq.TansiqTest;
import ma.tansiq.engine.OpenTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person at work in Tasklist: from the link of a mail through the sign-in to the task, its form, and the effect. */
@TansiqTest
class TasklistBrowserTests {

    private static final int TABS = 80;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

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
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void chairApprovesTheAgendaInTasklistAndThePageShowsIt() {
        String meeting = composed();
        String task = stage.taskOf("chair.cp8", meeting, "Task_ApproveAgenda").id();
        try (TasklistWindow chair = TasklistWindow.french(chromium, port)) {
            chair.visit("/tasks/" + task);
            chair.signInHere("chair.cp8");
            assertThat(chair.form()).containsText("ordre du jour de " + meeting);
            chair.open(task);

            chair.check("Je le renvoie au secrétaire");
            assertThat(chair.send().status()).isEqualTo(422);
            assertThat(chair.refusal()).containsText("Ce qui est à changer");
            assertThat(chair.field("Je le renvoie au secrétaire")).isChecked();

            chair.check("J'approuve cet ordre du jour");
            chair.complete();
            chair.visit("/coordination/meetings/" + meeting);
            assertThat(chair.page.locator("main")).containsText("Approuvé par la présidence");
            chair.page.setViewportSize(360, 800);
            assertThat(chair.page.evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(360);
            assertThat(stage.open(meeting, "Task_ApproveAgenda")).isEmpty();

            chair.visit("/tasks/" + task);
            assertThat(chair.page.locator("h1")).containsText("Cette tâche est terminée");
            assertThat(chair.complaints()).isEmpty();
        }
    }

    /**
     * On a slow machine the player draws the form before it took over what was typed, and writes the old text back. A field
     * that was left is the player's again.
     */
    @Test
    void whatIsTypedStaysWhileThePlayerDrawsTheForm() {
        String meeting = composed();
        try (TasklistWindow chair = TasklistWindow.french(chromium, port).signIn("chair.cp8")) {
            chair.open(stage.taskOf("chair.cp8", meeting, "Task_ApproveAgenda").id());
            chair.check("Je le renvoie au secrétaire");
            Locator field = chair.field("Ce qui est à changer");
            field.pressSequentially("Précisez le calendrier.");
            field.evaluate("field => field.value = 'Précisez'");
            assertThat(field).hasValue("Précisez le calendrier.");

            field.blur();
            field.evaluate("field => field.value = 'Précisez le lieu.'");
            assertThat(field).hasValue("Précisez le lieu.");
            chair.complete();
            assertThat(stage.shown("sec.cp8", meeting, "Task_ComposeAgenda", "remark")
                            .asText())
                    .contains("Précisez le calendrier.");
        }
    }

    @Test
    void linkToATaskOfOthersSaysSoAfterTheSignIn() {
        String task =
                stage.taskOf("chair.cp8", composed(), "Task_ApproveAgenda").id();
        try (TasklistWindow stranger = TasklistWindow.french(chromium, port)) {
            stranger.visit("/tasks/" + task);
            stranger.signInHere("sec.cp3");
            assertThat(stranger.page.locator("h1")).containsText("Cette tâche n’est pas à vous");
        }
    }

    /** Somebody else, or the same person in another window, was faster. */
    @Test
    void taskThatIsGoneIsSaidToBeGoneInWordsOfThePerson() {
        String meeting = composed();
        OpenTask task = stage.taskOf("chair.cp8", meeting, "Task_ApproveAgenda");
        try (TasklistWindow chair = TasklistWindow.french(chromium, port).signIn("chair.cp8")) {
            chair.open(task.id());
            chair.check("J'approuve cet ordre du jour");
            stage.does("chair.cp8", task, Map.of("decision", "approve"));
            assertThat(chair.send().status()).isEqualTo(409);
            assertThat(chair.refusal()).containsText("Cette tâche n’est plus ouverte");

            chair.visit("/camunda/app/tasklist/default/#/?task=" + task.id());
            assertThat(chair.refusal()).containsText("Cette tâche n’existe plus");
            assertThat(chair.refusal()).not().containsText("No matching task");
        }
    }

    /** Time passes a thousand times as fast for whoever measures how long the scripts take to come. */
    @Test
    void opensHoweverLongItsScriptsTakeToCome() {
        try (TasklistWindow patient = TasklistWindow.french(chromium, port)) {
            patient.page.addInitScript("const stock = Date.prototype.getTime; const start = Date.now();"
                    + "Date.prototype.getTime = function () { const time = stock.call(this);"
                    + " return time > start ? start + (time - start) * 1000 : time; };");
            patient.page.route("**/plugin.js*", route -> {
                patient.page.waitForTimeout(200);
                route.resume();
            });
            patient.signIn("sec.cp8").visit("/camunda/app/tasklist/default/");
            assertThat(patient.page.locator(".task-filters").first()).isVisible();
            assertThat(patient.complaints()).isEmpty();
        }
    }

    @Test
    void hoursAreMoroccosAndLateIsWhatTheServersClockSays() {
        String meeting = stage.convened("CP8");
        OpenTask task = stage.taskOf("m1.cp8", meeting, "Task_ProposeItems");
        String due = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")
                .format(task.dueAt().orElseThrow().atZone(LegalTime.ZONE));
        try (TasklistWindow member = new TasklistWindow(
                        chromium,
                        port,
                        new NewContextOptions()
                                .setLocale("fr")
                                .setTimezoneId("America/New_York")
                                .setViewportSize(1280, 900))
                .signIn("m1.cp8")) {
            member.open(task.id());
            assertThat(member.page.locator(".task-card .due-date")).containsText(due);
            assertThat(card(member, meeting).first()).containsText(due);
            assertThat(member.page.locator(".task-card .due-date")).not().hasClass(Pattern.compile("overdue"));
            assertThat(member.page.locator("#footer-timezone")).containsText("heure légale du Maroc");

            stage.itIs(CommitteeStage.SESSION.plusDays(1));
            member.page.reload();
            assertThat(member.page.locator(".task-card .due-date")).hasClass(Pattern.compile("overdue"));
            assertThat(card(member, meeting).first().locator(".due-date")).hasClass(Pattern.compile("overdue"));
        }
    }

    private static Locator card(TasklistWindow window, String meeting) {
        return window.page.locator(".tasks-list .task", new Page.LocatorOptions().setHasText(meeting));
    }

    /**
     * 6 May, a Thursday, and not 5 June, which is what a browser from the United States would make of it; a form that goes
     * away in the middle comes back with all that was typed.
     */
    @Test
    void daysAreWrittenDayFirstWhateverTheBrowser() {
        stage.itIs(CommitteeStage.MORNING);
        String meeting = stage.open("CP8");
        OpenTask task = stage.taskOf("sec.cp8", meeting, "Task_PlanMeeting");
        try (TasklistWindow secretary =
                new TasklistWindow(chromium, port, new NewContextOptions().setLocale("en-US"))) {
            secretary
                    .page
                    .context()
                    .addCookies(List.of(new Cookie("tansiq-language", "fr").setUrl("http://localhost:" + port)));
            secretary.signIn("sec.cp8").open(task.id());
            assertThat(secretary.field("Date de la séance")).hasAttribute("placeholder", "jj/mm/aaaa");
            secretary.fillDay(
                    "Date de la séance", LocalDateTime.of(2027, 5, 6, 0, 0).toLocalDate());
            secretary.fillTime("Heure", "09:30");
            secretary.fill("Lieu", "Rabat");
            secretary.open(task.id());
            assertThat(secretary.field("Lieu")).hasValue("Rabat");
            secretary.complete();
            secretary.visit("/coordination/meetings/" + meeting);
            assertThat(secretary.page.locator("main")).containsText("jeudi 6 mai 2027");
        }
    }

    /**
     * Tasklist without our scripts has serious violations on six rules. What is left is moderate: its headings jump from
     * h2 to h4 and h6 ({@code heading-order}), which its own style sheet depends on.
     */
    @ParameterizedTest
    @CsvSource({"fr, 1280", "ar, 360"})
    void openFormIsUsableWithAssistiveTechnologyAndOnASmallScreen(String language, int width) {
        String meeting = stage.inSession("CP8", "Point A");
        OpenTask task = stage.taskOf("sec.cp8", meeting, "Task_RecordSession");
        try (TasklistWindow secretary = new TasklistWindow(
                        chromium,
                        port,
                        new NewContextOptions().setLocale(language).setViewportSize(width, 800))
                .signIn("sec.cp8")) {
            secretary.visit("/tasks/" + task.id());
            assertThat(secretary.page.locator(".fjs-form h1")).isInViewport();
            secretary.open(task.id());
            secretary.page.locator(".fjs-repeat-render-add").last().click();
            assertThat(secretary.page.locator(".fjs-repeat-row-remove").last()).isVisible();
            assertThat(new AxeBuilder(secretary.page)
                            .analyze().getViolations().stream()
                                    .filter(rule ->
                                            List.of("serious", "critical").contains(rule.getImpact())))
                    .extracting(Rule::getId)
                    .isEmpty();
            assertThat(secretary.page.evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(width);
            assertThat(secretary.page.locator("html").getAttribute("dir"))
                    .isEqualTo(language.equals("ar") ? "rtl" : null);
            assertThat(secretary.complaints()).isEmpty();
        }
    }

    @Test
    void secretaryPlansAndAMemberDelegatesWithTheKeyboardAlone() {
        stage.itIs(CommitteeStage.MORNING);
        String meeting = stage.open("CP8");
        try (TasklistWindow secretary = TasklistWindow.french(chromium, port)) {
            secretary.visit("/tasks/"
                    + stage.taskOf("sec.cp8", meeting, "Task_PlanMeeting").id());
            secretary.signInHere("sec.cp8");
            assertThat(secretary.page.locator(".fjs-form")).isVisible();
            tabTo(secretary, "La prendre en charge");
            secretary.page.keyboard().press("Enter");
            assertThat(secretary.submit()).isEnabled();
            tabTo(secretary, "Date de la séance");
            secretary.page.keyboard().type("29/04/2027");
            tabTo(secretary, "Heure");
            secretary.page.keyboard().type("08:15");
            tabTo(secretary, "Lieu");
            secretary.page.keyboard().type("Rabat");
            tabTo(secretary, "Valider");
            secretary.page.keyboard().press("Enter");
            assertThat(secretary.form()).not().isVisible();
            assertThat(stage.open(meeting, "Task_PlanMeeting")).isEmpty();
        }
        try (TasklistWindow member = TasklistWindow.french(chromium, port).signIn("m1.cp8")) {
            member.open(
                    stage.taskOf("m1.cp8", meeting, "Task_ConfirmAttendance").id());
            tabTo(member, "Je serai présent(e)");
            member.page.keyboard().press("ArrowDown");
            member.page.keyboard().press("ArrowDown");
            assertThat(member.field("Je me fais représenter")).isChecked();
            tabTo(member, "Suppléant");
            Locator choices =
                    member.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Suppléant"));
            assertThat(choices).hasAttribute("aria-expanded", "true");
            assertThat(member.page.locator("#" + choices.getAttribute("aria-activedescendant")))
                    .hasAttribute("aria-selected", "true");
            member.page.keyboard().press("Enter");
            assertThat(member.page.locator(".fjs-select-placeholder")).hasCount(0);
            tabTo(member, "Valider");
            member.page.keyboard().press("Enter");
            assertThat(member.form()).not().isVisible();
            assertThat(stage.open(meeting, "Task_ConfirmAttendance"))
                    .noneMatch(task -> task.assignee().filter("m1.cp8"::equals).isPresent());
        }
    }

    /** Presses Tab until the control with that name has the focus, which must be seen on every control on the way. */
    private static void tabTo(TasklistWindow window, String name) {
        for (int tab = 0; tab < TABS; tab++) {
            window.page.keyboard().press("Tab");
            assertThat(window.page.evaluate(
                            "() => [document.activeElement, document.activeElement.closest('.fjs-input-group')]"
                                    + ".some(seen => seen === document.body"
                                    + " || (seen && getComputedStyle(seen).outlineStyle !== 'none'))"))
                    .as("focus is seen on " + window.page.evaluate("document.activeElement.outerHTML"))
                    .isEqualTo(true);
            Object focused = window.page.evaluate(
                    "() => [document.activeElement.innerText, document.activeElement.ariaLabel,"
                            + " ...[...(document.activeElement.labels ?? [])].map(label => label.innerText)].join(' ')");
            if (String.valueOf(focused).contains(name)) {
                return;
            }
        }
        throw new AssertionError("Tab never reaches " + name);
    }

    private String composed() {
        String meeting = stage.convened("CP8");
        stage.does("m1.cp8", meeting, "Task_ProposeItems", Map.of("items", CommitteeStage.proposals("Point A")));
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does("sec.cp8", meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, "Point A")));
        return meeting;
    }
}
