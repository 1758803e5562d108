package ma.tansiq.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.deadline.Ledger;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.TasksOpened;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever has to do something is told by mail when it begins, once, with the link to the task (rules C1, C5, D1). */
@TansiqTest
class TaskAnnouncementTests {

    private static final String BODY = "CP2";
    private static final String SECRETARY = CommitteeStage.secretary(BODY);
    private static final String CHAIR = CommitteeStage.chair(BODY);
    private static final String MEMBER = CommitteeStage.member(BODY, 1);

    @Autowired
    CommitteeStage stage;

    @Autowired
    JdbcClient database;

    @Autowired
    Ledger ledger;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private record Written(String recipient, String subject, String text) {}

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
        SecurityContextHolder.clearContext();
    }

    @Test
    void secretaryHearsOfAMeetingThatACoordinatorOpenedAndNotOfHerOwn() {
        stage.itIs(CommitteeStage.MORNING);
        signIn("coord");
        String meeting = stage.open(BODY);

        OpenTask task = only(meeting, "Task_PlanMeeting");
        // three working days after Monday 5 April 2027
        assertThat(opened(task)).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo(SECRETARY);
            assertThat(mail.subject())
                    .isEqualTo("[" + meeting + "] Une tâche vous attend : Planifier la réunion, avant le 08/04/2027");
            assertThat(mail.text())
                    .contains("jeudi 8 avril 2027", "(heure du Maroc)", meeting + " — ")
                    .contains("http://localhost:" + port + "/tasks/" + task.id());
        });
        assertThat(told(task)).containsExactly(SECRETARY);

        signIn(SECRETARY);
        OpenTask own = only(stage.open(BODY), "Task_PlanMeeting");
        assertThat(opened(own)).isEmpty();
        assertThat(told(own)).isEmpty();
    }

    @Test
    void convocationLeadsEachMemberToTheirTasksAndTheSecretaryToTheMeeting() {
        String meeting = stage.convened(BODY);

        OpenTask confirm = stage.taskOf(MEMBER, meeting, "Task_ConfirmAttendance");
        OpenTask propose = stage.taskOf(MEMBER, meeting, "Task_ProposeItems");
        String page = "http://localhost:" + port + "/coordination/meetings/" + meeting;
        assertThat(mail("convocation", meeting, MEMBER).text())
                .containsSubsequence("/tasks/" + confirm.id(), "/tasks/" + propose.id(), page);
        OpenTask ofChair = stage.taskOf(CHAIR, meeting, "Task_ConfirmAttendance");
        assertThat(mail("convocation", meeting, CHAIR).text())
                .contains("/tasks/" + ofChair.id())
                .doesNotContain(confirm.id(), propose.id());
        assertThat(mail("convocation", meeting, SECRETARY).text())
                .contains(page)
                .doesNotContain("/tasks/");
        assertThat(opened(confirm)).isEmpty();
        assertThat(told(confirm)).containsExactly(MEMBER);
        assertThat(told(propose)).containsExactly(MEMBER);
    }

    @Test
    void packLeadsToTheAnswerThatIsStillOwed() {
        String meeting = stage.convened(BODY);
        String answered = CommitteeStage.member(BODY, 2);
        stage.does(answered, meeting, "Task_ConfirmAttendance", Map.of("answer", "ACCEPTED"));
        OpenTask owed = stage.taskOf(MEMBER, meeting, "Task_ConfirmAttendance");
        prepare(meeting);

        assertThat(mail("agenda", meeting, MEMBER).text()).contains("/tasks/" + owed.id());
        assertThat(mail("agenda", meeting, answered).text())
                .contains("/coordination/meetings/" + meeting)
                .doesNotContain("/tasks/");
    }

    @Test
    void everyStepOfAMeetingIsAnnouncedOnceToWhoeverHasToDoIt() {
        String meeting = stage.convened(BODY);
        stage.does(MEMBER, meeting, "Task_ProposeItems", Map.of("items", CommitteeStage.proposals("Point A")));
        stage.fires(meeting, "Timer_ItemsClosed");
        announced(meeting, "Task_ComposeAgenda", SECRETARY);
        stage.does(SECRETARY, meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, "Point A")));
        announced(meeting, "Task_ApproveAgenda", CHAIR);
        stage.does(CHAIR, meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.SESSION);
        stage.fires(meeting, "Timer_SessionStarts");
        announced(meeting, "Task_RecordSession", SECRETARY);
        record(meeting);
        announced(meeting, "Task_SignDecisions", CHAIR);
        stage.does(CHAIR, meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        announced(meeting, "Task_DraftMinutes", SECRETARY);
        draft(meeting);
        readersHaveTheDraft(meeting);
        stage.does(
                MEMBER,
                meeting,
                "Task_ReviewMinutes",
                Map.of("decision", "reserve", "item", 1, "reservation", "Un mot manque."));
        stage.fires(meeting, "Timer_SilencePeriod");
        announced(meeting, "Task_ResolveReservations", SECRETARY);
        stage.does(
                SECRETARY,
                meeting,
                "Task_ResolveReservations",
                Map.of("reservations", List.of(Map.of("account", MEMBER, "followed", "no", "reply", "Complet."))));
        announced(meeting, "Task_SignMinutes", CHAIR);
        actionIsFollowed(meeting + "-A1");
    }

    @Test
    void nobodyIsToldOfATaskThatWasNotKeptNorTwiceOfOneThatWas() {
        stage.itIs(CommitteeStage.MORNING);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        String lost = transaction.execute(status -> {
            String meeting = stage.open(BODY);
            status.setRollbackOnly();
            return meeting;
        });
        assertThat(ledger.of(String.valueOf(lost))).isEmpty();

        OpenTask task = only(stage.open(BODY), "Task_PlanMeeting");
        assertThat(opened(task)).hasSize(1);
        var again = new TasksOpened(List.of(new TasksOpened.Opened(task, java.util.Optional.empty())));
        transaction.executeWithoutResult(status -> events.publishEvent(again));
        assertThat(opened(task)).hasSize(1);
        assertThat(told(task)).containsExactly(SECRETARY);
    }

    /** Of those in the room, the chair and one member; others have no draft to read. */
    private void readersHaveTheDraft(String meeting) {
        List<OpenTask> reading = stage.open(meeting, "Task_ReviewMinutes");
        assertThat(reading).extracting(task -> task.assignee().orElseThrow()).containsExactlyInAnyOrder(CHAIR, MEMBER);
        assertThat(reading).allSatisfy(task -> {
            String reader = task.assignee().orElseThrow();
            Written mail = mail("draft-minutes", meeting, reader);
            // five working days after Tuesday 20 April 2027, at the close of business
            assertThat(mail.subject()).contains("à relire avant le 27/04/2027 à 16:30");
            assertThat(mail.text())
                    .contains("mardi 27 avril 2027 à 16:30 (heure du Maroc)", "Votre silence vaut approbation")
                    .contains("/tasks/" + task.id());
            assertThat(opened(task)).isEmpty();
            assertThat(told(task)).containsExactly(reader);
        });
        assertThat(database.sql("select a.file_name from mail m join mail_attachment a on a.mail = m.id"
                                + " where m.template = 'draft-minutes' and m.reference = ?")
                        .param(meeting)
                        .query(String.class)
                        .list())
                .hasSize(2)
                .containsOnly(meeting + "-proces-verbal-projet-1");
    }

    private void actionIsFollowed(String action) {
        OpenTask first = only(action, "Task_ReportActionProgress");
        assertThat(mail("action-assigned", action, MEMBER).text()).contains("/tasks/" + first.id());
        assertThat(mail("action-assigned", action, SECRETARY).text()).doesNotContain("/tasks/");
        assertThat(opened(first)).as("the mail of the action has the link").isEmpty();
        assertThat(told(first)).containsExactly(MEMBER);

        Map<String, Object> done = Map.of("progress", 100, "comment", "Fait", "evidence", "n° 4");
        stage.does(MEMBER, action, "Task_ReportActionProgress", done);
        announced(action, "Task_ConfirmCompletion", SECRETARY);
        stage.does(SECRETARY, action, "Task_ConfirmCompletion", Map.of("decision", "reopen", "remark", "Incomplet"));
        announced(action, "Task_ReportActionProgress", MEMBER);
    }

    private void announced(String reference, String kind, String account) {
        OpenTask task = only(reference, kind);
        assertThat(opened(task)).as(kind).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo(account);
            assertThat(mail.subject()).startsWith("[" + reference + "] Une tâche vous attend : ");
            assertThat(mail.text()).contains("/tasks/" + task.id());
        });
        assertThat(told(task)).as(kind).containsExactly(account);
    }

    private void prepare(String meeting) {
        stage.does(MEMBER, meeting, "Task_ProposeItems", Map.of("items", CommitteeStage.proposals("Point A")));
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(SECRETARY, meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, "Point A")));
        stage.does(CHAIR, meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
    }

    private void record(String meeting) {
        Map<String, Object> record = new java.util.HashMap<>(
                stage.record(meeting, CHAIR, List.of(CHAIR, MEMBER), List.of(CommitteeStage.decided(1, "Adopté."))));
        record.put("actions", List.of(CommitteeStage.action(1, "Rédiger le guide", MEMBER, LocalDate.of(2027, 6, 30))));
        stage.does(SECRETARY, meeting, "Task_RecordSession", record);
        stage.engineWorks(meeting);
    }

    private void draft(String meeting) {
        stage.does(
                SECRETARY,
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverture.", "discussions", List.of(), "closing", "Fin."));
    }

    private static void signIn(String account) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(account, "", List.of()));
    }

    private OpenTask only(String reference, String kind) {
        List<OpenTask> open = stage.open(reference, kind);
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private List<String> told(OpenTask task) {
        return ledger.of(task.businessKey()).stream()
                .filter(entry -> entry.taskId().equals(task.id()) && entry.what() == Ledger.What.ANNOUNCEMENT)
                .map(Ledger.Entry::recipient)
                .toList();
    }

    /** The mails that announce that task and nothing else. */
    private List<Written> opened(OpenTask task) {
        return database.sql("select recipient, subject, body_text as text from mail"
                        + " where template = 'task-opened' and cause like ?")
                .param(task.id() + "/%")
                .query(Written.class)
                .list();
    }

    private Written mail(String template, String reference, String recipient) {
        return database.sql("select recipient, subject, body_text as text from mail"
                        + " where template = ? and reference = ? and recipient = ?")
                .params(template, reference, recipient)
                .query(Written.class)
                .single();
    }
}
