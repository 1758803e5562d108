package ma.tansiq.committee;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
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

/** A person at work in Tasklist: from the link of a mail through the sign-in to the task, its form, and the effect. */
@TansiqTest
class TasklistBrowserTests {

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
        String meeting = stage.convened("CP8");
        stage.does("m1.cp8", meeting, "Task_ProposeItems", Map.of("items", CommitteeStage.proposals("Point A")));
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does("sec.cp8", meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, "Point A")));
        String task = stage.taskOf("chair.cp8", meeting, "Task_ApproveAgenda").id();
        ClockUtil.reset();

        Page page = window();
        page.navigate(address("/tasks/" + task));
        page.fill("#username", "chair.cp8");
        page.fill("#password", "tansiq-demo");
        page.press("#password", "Enter");
        assertThat(page.locator("[cam-tasklist-form]")).containsText("Approuver l'ordre du jour de " + meeting);
        page.getByText("Prendre en charge", new Page.GetByTextOptions().setExact(true))
                .click();

        page.getByLabel("Je le renvoie au secrétaire").check();
        page.getByText("Valider").click();
        assertThat(page.locator(".page-notifications")).containsText("Ce qui est à changer");
        assertThat(page.getByLabel("Je le renvoie au secrétaire")).isChecked();

        page.getByLabel("J'approuve cet ordre du jour").check();
        page.getByText("Valider").click();
        assertThat(page.locator("[cam-tasklist-form]")).not().isVisible();

        page.navigate(address("/coordination/meetings/" + meeting));
        assertThat(page.locator("main")).containsText("Approuvé par la présidence");
        page.setViewportSize(360, 800);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        assertThat(stage.open(meeting, "Task_ApproveAgenda")).isEmpty();
    }

    private Page window() {
        return chromium.window(new Browser.NewContextOptions().setLocale("fr").setViewportSize(1280, 900))
                .newPage();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
