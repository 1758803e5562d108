package ma.tansiq.committee;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ma.tansiq.Chromium;

/**
 * Tasklist in one person's browser: fields are found by the words beside them, buttons by the words on them, as people
 * find them. What the browser complains of meanwhile is kept; that the server refuses a form is no complaint.
 */
final class TasklistWindow implements AutoCloseable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String SUBMIT = "/submit-form";

    final Page page;
    private final String site;
    private final List<String> complaints = new ArrayList<>();

    TasklistWindow(Chromium chromium, int port, Browser.NewContextOptions options) {
        site = "http://localhost:" + port;
        page = chromium.window(options).newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
    }

    /** A window of usual size, in French. */
    static TasklistWindow french(Chromium chromium, int port) {
        return new TasklistWindow(
                chromium, port, new Browser.NewContextOptions().setLocale("fr").setViewportSize(1280, 900));
    }

    private void hear(ConsoleMessage message) {
        boolean refusal = message.location().startsWith(site)
                && message.text().contains("status of 422")
                && message.location().contains(SUBMIT);
        if (message.type().equals("error") && !refusal) {
            complaints.add(message.text() + " at " + message.location());
        }
    }

    TasklistWindow signIn(String person) {
        page.navigate(site + "/login");
        return signInHere(person);
    }

    /** On the sign-in page that is open. */
    TasklistWindow signInHere(String person) {
        page.fill("#username", person);
        page.fill("#password", "tansiq-demo");
        page.press("#password", "Enter");
        assertThat(page.locator("#password")).hasCount(0);
        return this;
    }

    void visit(String path) {
        page.navigate(site + path);
    }

    /** Opens the link that mails carry, takes the task if it is free, and waits until its form can be filled in. */
    void open(String task) {
        visit("/tasks/" + task);
        assertThat(page.locator(".fjs-form")).isVisible();
        Locator holder = page.locator("button.claim, button.unclaim, .meta.actors .assignee, .meta.actors .view-value");
        assertThat(holder.first()).isVisible();
        if (page.locator("button.claim").isVisible()) {
            page.locator(".tansiq-claim button").click();
        }
        assertThat(page.locator("button.claim")).hasCount(0);
        assertThat(submit()).isEnabled();
    }

    Locator form() {
        return page.locator("[cam-tasklist-form]");
    }

    Locator refusal() {
        return page.locator(".page-notifications .alert-danger");
    }

    void fill(String label, String text) {
        fill(label, 0, text);
    }

    void fill(String label, int row, String text) {
        field(label).nth(row).fill(text);
    }

    /**
     * Adds a row to the last list in one click, whatever was typed just before, in a browser that does not scroll back by
     * itself what slid away under the pointer.
     */
    void addLastRow(String firstField) {
        page.addStyleTag(new Page.AddStyleTagOptions().setContent("* { overflow-anchor: none; }"));
        page.getByText("Ajouter une ligne").last().click();
        assertThat(field(firstField)).hasCount(1);
    }

    void check(String label) {
        field(label).check();
    }

    void fillDay(String label, LocalDate day) {
        Locator field = field(label);
        field.fill(DAY.format(day));
        field.press("Enter");
        assertThat(field).hasValue(DAY.format(day));
    }

    void fillTime(String label, String time) {
        Locator field = field(label);
        field.click();
        org.assertj.core.api.Assertions.assertThat(
                        page.locator(".fjs-timepicker .fjs-dropdownlist").boundingBox().y)
                .as("the hours open below what is typed")
                .isGreaterThanOrEqualTo(field.boundingBox().y + field.boundingBox().height);
        field.fill(time);
        field.press("Enter");
        assertThat(field).hasValue(time);
    }

    /** Chooses the first option that has those words; {@code ""} is the first of all. */
    void choose(String label, int row, String option) {
        Locator field = select(label).nth(row);
        field.locator(".fjs-input-group").click();
        Locator item = field.locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(option))
                .first();
        String words = item.innerText();
        item.click();
        assertThat(field.locator(".fjs-select-display")).hasText(words.trim());
    }

    /** Chooses that option in every row where nothing is chosen yet. */
    void chooseWhereEmpty(String label, String option) {
        int rows = select(label).count();
        for (int row = 0; row < rows; row++) {
            if (select(label).nth(row).locator(".fjs-select-placeholder").isVisible()) {
                choose(label, row, option);
            }
        }
    }

    Locator field(String label) {
        return page.getByLabel(words(label));
    }

    /** Part of a label, whichever way its apostrophes are written. */
    private static Pattern words(String label) {
        String plain = label.replaceAll("[.*+?()\\[\\]{}|^$\\\\]", "\\\\$0").replaceAll("['’]", "['’]");
        return Pattern.compile(plain, Pattern.CASE_INSENSITIVE);
    }

    Locator select(String label) {
        return page.locator(
                ".fjs-form-field-select",
                new Page.LocatorOptions().setHas(page.locator("label").getByText(words(label))));
    }

    Locator submit() {
        return page.locator(".form-actions .btn-primary");
    }

    /** Sends the form, which the server takes: the task leaves the screen. */
    void complete() {
        Response answer = send();
        org.assertj.core.api.Assertions.assertThat(answer.status())
                .as(answer::text)
                .isIn(200, 204);
        assertThat(form()).not().isVisible();
        assertThat(refusal()).hasCount(0);
    }

    Response send() {
        return page.waitForResponse(answer -> answer.url().endsWith(SUBMIT), () -> submit().click());
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        page.context().close();
    }
}
