package ma.tansiq.committee;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import ma.tansiq.Chromium;
import ma.tansiq.TansiqTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A committee meets by nothing but what people do in a browser: every form is filled in by its visible fields and sent
 * by its button, and the meeting's page shows what came of it. Only time is moved by the test.
 */
@TansiqTest
class MeetingInTasklistTests {

    private static final String BODY = "CP8";
    private static final LocalDate SESSION_DAY = CommitteeStage.SESSION.toLocalDate();

    private static Chromium chromium;

    private final Map<String, TasklistWindow> windows = new LinkedHashMap<>();

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    private String meeting = "";

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
        ClockUtil.reset();
    }

    @Test
    void committeeMeetsFromThePlanToTheConfirmedAction() {
        stage.itIs(CommitteeStage.MORNING);
        secretaryOpensTheMeetingAndItsPlanIsRefusedUntilItIsWhole();
        membersConfirmDelegateAndPropose();
        agendaIsReturnedOnceThenApproved();
        sessionIsRecordedAndItsDecisionsSigned();
        minutesAreReviewedWithAReservationThenSealed();
        actionIsReportedWithEvidenceAndConfirmed();

        windows.forEach((person, window) ->
                assertThat(window.complaints()).as("console of " + person).isEmpty());
    }

    private void secretaryOpensTheMeetingAndItsPlanIsRefusedUntilItIsWhole() {
        TasklistWindow secretary = as("sec");
        stage.forgetReviews(BODY);
        secretary.visit("/coordination/meetings/new");
        secretary.page.selectOption("#body", BODY);
        if (secretary.page.locator("#motive").count() > 0) {
            secretary.page.fill("#motive", "Une autre réunion d'un autre essai est à tenir.");
        }
        secretary.page.click("main form button[type=submit]");
        meeting = secretary.page.locator("h1 bdi").first().innerText();

        open(secretary, "sec", meeting, "Task_PlanMeeting");
        secretary.fill("Adresse de la visioconférence", "https://visio.example.org/cp8");
        assertThat(secretary.send().status()).isEqualTo(422);
        assertThat(secretary.refusal()).containsText("« Date de la séance » et « Heure » sont à remplir");
        assertThat(secretary.refusal()).containsText("« Lieu » est à remplir.");
        assertThat(secretary.field("Adresse de la visioconférence")).hasValue("https://visio.example.org/cp8");
        assertThat(secretary.page.locator(".tansiq-refused")).hasCount(3);
        assertThat(secretary.field("Lieu")).hasAttribute("aria-invalid", "true");
        assertThat(secretary.field("Heure")).hasAttribute("aria-invalid", "true");

        secretary.page.getByText("Historique", exactly()).click();
        assertThat(secretary.page.locator(".fjs-form")).not().isVisible();
        secretary.page.getByText("Formulaire", exactly()).click();
        assertThat(secretary.refusal()).hasCount(0);
        assertThat(secretary.field("Adresse de la visioconférence")).hasValue("https://visio.example.org/cp8");

        assertThat(secretary.page.getByText("Créneaux proposés")).isVisible();
        secretary.fillDay("Date de la séance", SESSION_DAY);
        secretary.fillTime("Heure", "10:00");
        assertThat(secretary.field("Motif de l’urgence")).hasCount(0);
        secretary.fill("Lieu", "Rabat, salle des conférences");
        secretary.check("Je connais les conflits signalés et je maintiens cette date");
        secretary.complete();
        assertMeetingShows("m1", "mardi 20 avril 2027");
        assertMeetingShows("m1", "Rabat, salle des conférences");
    }

    private void membersConfirmDelegateAndPropose() {
        proposalIsKeptWhileTheMemberAnswersTheInvitation();
        for (String person : new String[] {"chair", "m3"}) {
            TasklistWindow window = open(person, "Task_ConfirmAttendance");
            window.check("Je serai présent(e)");
            window.complete();
        }
        TasklistWindow delegating = open("m2", "Task_ConfirmAttendance");
        delegating.check("Je me fais représenter");
        assertThat(delegating.form()).containsText("Aucun suppléant n’est désigné pour votre siège");
        assertThat(delegating.field("Suppléant")).hasCount(0);
        delegating.check("Je serai présent(e)");
        delegating.complete();
        assertMeetingShows("m2", "présence confirmée");
        stage.fires(meeting, "Timer_ItemsClosed");
    }

    /** Half a proposal is typed, another task is opened and done, and the half is still there. */
    private void proposalIsKeptWhileTheMemberAnswersTheInvitation() {
        TasklistWindow member = open("m1", "Task_ProposeItems");
        if (member.field("Intitulé").count() == 0) {
            member.page.getByText("Ajouter une ligne").click();
        }
        member.fill("Intitulé", "Guide des indicateurs");
        taskInList(member, "Confirmer sa présence").click();
        assertThat(member.form()).containsText("Confirmer votre présence");
        member.check("Je serai présent(e)");
        member.complete();

        Locator notices = member.page.locator(".page-notifications .alert-info");
        assertThat(notices.first()).containsText("C’est enregistré");
        Locator notice = notices.filter(new Locator.FilterOptions().setHasText("Proposer des points"));
        assertThat(notice).not().containsText("<");
        notice.getByText("Proposer des points").click();
        assertThat(member.page.locator(".tansiq-restored")).isVisible();
        assertThat(member.field("Intitulé")).hasValue("Guide des indicateurs");
        member.fill("Exposé", "Le comité est invité à adopter le guide.");
        member.complete();
    }

    private void agendaIsReturnedOnceThenApproved() {
        compose(open("sec", "Task_ComposeAgenda"));
        TasklistWindow chair = open("chair", "Task_ApproveAgenda");
        assertThat(chair.form()).containsText("Guide des indicateurs");
        assertThat(chair.field("Ce qui est à changer")).hasCount(0);
        chair.check("Je le renvoie au secrétaire");
        chair.fill("Ce qui est à changer", "Précisez le <b>calendrier</b> & le lieu.");
        chair.complete();

        TasklistWindow secretary = open("sec", "Task_ComposeAgenda");
        assertThat(secretary.form()).containsText("Précisez le <b>calendrier</b> & le lieu.");
        compose(secretary);
        chair = open("chair", "Task_ApproveAgenda");
        chair.check("J'approuve cet ordre du jour");
        chair.complete();
        stage.engineWorks(meeting);
        assertMeetingShows("m3", "Approuvé par la présidence");
        assertMeetingShows("m3", "Guide des indicateurs");
    }

    /** Ranks the proposal alone; what other meetings of this body left waiting goes on waiting. */
    private void compose(TasklistWindow secretary) {
        int rows = secretary.field("Intitulé").count();
        for (int row = 0; row < rows; row++) {
            boolean ours = secretary.field("Intitulé").nth(row).inputValue().equals("Guide des indicateurs");
            secretary.fill("Rang", row, ours ? "1" : "");
        }
        secretary.complete();
    }

    private void sessionIsRecordedAndItsDecisionsSigned() {
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.SESSION);
        stage.fires(meeting, "Timer_SessionStarts");

        TasklistWindow secretary = open("sec", "Task_RecordSession");
        secretary.choose("Séance présidée par", 0, "");
        secretary.chooseWhereEmpty("Présence *", "Présent");
        secretary.choose("Issue", 0, "Décidé");
        secretary.fill("discussion", "Débat bref.");
        secretary.fill("Texte de la décision", "Le comité adopte le guide.");
        secretary.addLastRow("Action *");
        secretary.fill("Action *", "Diffuser le guide & <l’annexe>");
        secretary.choose("Point concerné", 0, "Guide des indicateurs");
        secretary.choose("Responsable", 0, "");
        secretary.fillDay("Échéance", SESSION_DAY.minusDays(1));
        assertThat(secretary.send().status()).isEqualTo(422);
        assertThat(secretary.refusal())
                .containsText("« Diffuser le guide & <l’annexe> » doit suivre la séance du 20/04/2027");
        assertThat(secretary.field("Texte de la décision")).hasValue("Le comité adopte le guide.");
        secretary.fillDay("Échéance", LocalDate.of(2027, 6, 30));
        secretary.complete();
        stage.engineWorks(meeting);

        TasklistWindow chair = open("chair", "Task_SignDecisions");
        assertThat(chair.form()).containsText("Le comité adopte le guide.");
        chair.check("Je signe le relevé de décisions");
        chair.complete();
        stage.engineWorks(meeting);
        assertMeetingShows("m1", "Le comité adopte le guide.");
        assertMeetingShows("m1", "Diffuser le guide & <l’annexe>");
    }

    private void minutesAreReviewedWithAReservationThenSealed() {
        TasklistWindow secretary = open("sec", "Task_DraftMinutes");
        secretary.fill("Ouverture de la séance", "Ouverte à 10 h.");
        secretary.fill("Clôture de la séance", "Levée à 12 h.");
        secretary.complete();

        TasklistWindow member = open("m1", "Task_ReviewMinutes");
        assertThat(member.form()).containsText("Ouverte à 10 h.");
        member.check("J'émets une réserve");
        member.fill("Votre réserve", "La séance a été levée à 12 h 30.");
        member.complete();
        stage.fires(meeting, "Timer_SilencePeriod");

        secretary = open("sec", "Task_ResolveReservations");
        assertThat(secretary.page.locator(".fjs-form textarea").first()).hasValue(Pattern.compile("12 h 30"));
        secretary.choose("Suite donnée", 0, "Écartée");
        secretary.fill("Réponse", "La feuille de présence indique 12 h.");
        secretary.complete();

        TasklistWindow chair = open("chair", "Task_SignMinutes");
        chair.check("Je signe le procès-verbal");
        chair.complete();
        stage.engineWorks(meeting);
        assertMeetingShows("m3", "Empreinte");
        assertThat(stage.ended(meeting)).isTrue();
    }

    private void actionIsReportedWithEvidenceAndConfirmed() {
        String action = meeting + "-A1";
        String owner = stage.open(action, "Task_ReportActionProgress")
                .get(0)
                .assignee()
                .orElseThrow();
        TasklistWindow reporting = open(role(owner), action, "Task_ReportActionProgress");
        assertThat(reporting
                        .page
                        .locator(".tasks-list .tansiq-subject")
                        .filter(new Locator.FilterOptions().setHasText(action)))
                .hasText(action + " · Diffuser le guide & <l’annexe>");
        assertThat(reporting.page.getByLabel("Augmenter")).hasCount(1);
        reporting.fill("Avancement", "100");
        reporting.fill("Ce qui a été fait", "Le guide est diffusé.");
        reporting.fill("Preuves", "Note n° 4 du 28 juin 2027");
        reporting.complete();

        TasklistWindow secretary = open("sec", action, "Task_ConfirmCompletion");
        assertThat(secretary.form()).containsText("Note n° 4 du 28 juin 2027");
        secretary.check("Je confirme l'achèvement");
        secretary.complete();
        stage.engineWorks(action);
        assertThat(stage.ended(action)).isTrue();
        TasklistWindow reader = as("m3");
        reader.visit("/coordination/actions/" + action);
        assertThat(reader.page.locator("main")).containsText("Achevée");
    }

    private TasklistWindow open(String role, String kind) {
        return open(role, meeting, kind);
    }

    private TasklistWindow open(String role, String reference, String kind) {
        return open(as(role), role, reference, kind);
    }

    private TasklistWindow open(TasklistWindow window, String role, String reference, String kind) {
        window.open(stage.taskOf(account(role), reference, kind).id());
        return window;
    }

    private TasklistWindow as(String role) {
        return windows.computeIfAbsent(
                role, each -> TasklistWindow.french(chromium, port).signIn(account(each)));
    }

    private void assertMeetingShows(String role, String text) {
        TasklistWindow window = as(role);
        window.visit("/coordination/meetings/" + meeting);
        assertThat(window.page.locator("main")).containsText(text);
    }

    private Locator taskInList(TasklistWindow window, String name) {
        return window.page
                .locator(".tasks-list .task")
                .filter(new Locator.FilterOptions().setHasText(name))
                .filter(new Locator.FilterOptions().setHasText(meeting));
    }

    private static String account(String role) {
        return role + "." + BODY.toLowerCase(java.util.Locale.ROOT);
    }

    private static String role(String account) {
        return account.substring(0, account.indexOf('.'));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
