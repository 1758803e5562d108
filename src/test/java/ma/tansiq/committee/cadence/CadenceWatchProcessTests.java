package ma.tansiq.committee.cadence;

import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.tansiq.AtOnce;
import ma.tansiq.TansiqTest;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.Upgrade;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.committee.body.Mandates;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.MeetingStatus;
import ma.tansiq.committee.meeting.Meetings;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cadence as an obligation (rules A2, A2b), in a year in which no other test meets. */
@TansiqTest
class CadenceWatchProcessTests {

    /** A Monday; four months later it is 3 May, a Wednesday. */
    private static final LocalDate FIRST = LocalDate.of(2028, 1, 3);

    private static final LocalDate DUE = LocalDate.of(2028, 5, 3);
    private static final String CP = "CP3";

    @Autowired
    CommitteeStage stage;

    @Autowired
    CadenceManagement cadence;

    @Autowired
    Obligations obligations;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingManagement management;

    @Autowired
    Upgrade upgrade;

    @Autowired
    MeetingHistory history;

    @Autowired
    BodyManagement bodies;

    @Autowired
    Mandates mandates;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService steps;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void nothingIsOpenAndNothingIsOwed() {
        callOff();
        itIs(FIRST);
    }

    @AfterEach
    void backToNow() {
        callOff();
        ClockUtil.reset();
    }

    private void callOff() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("CadenceWatch")
                .list()
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
        database.sql("delete from obligation").update();
        database.sql(
                        "update meeting set status = 'CANCELLED' where body in ('CP3', 'COPIL') and (year = 2028 or starts_at >= '2027-08-01')")
                .update();
        for (String body : List.of(CP, "COPIL")) {
            meetings.findAll().stream()
                    .filter(each -> each.body().equals(body))
                    .filter(each -> each.status() != MeetingStatus.CANCELLED
                            && !each.status().isRecorded())
                    .forEach(each -> management.cancel(each.reference(), "Fin du test", secretary(body)));
            runtime.createProcessInstanceQuery()
                    .rootProcessInstances()
                    .processInstanceBusinessKeyLike(body + "-2028-%")
                    .list()
                    .forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
        }
    }

    @Test
    void everyBodyWithACadenceIsExaminedAndTheNextWatchIsSet() {
        String watch = begin();
        assertThat(jobsOf(watch)).hasSize(12);
        run(watch);

        assertThat(steps.createHistoricProcessInstanceQuery()
                        .processInstanceId(watch)
                        .finished()
                        .singleResult()
                        .getBusinessKey())
                .isEqualTo("2028-01-03");
        assertThat(cadence.watched())
                .hasSize(12)
                .contains("CP1", "CP11", "COPIL")
                .doesNotContain("CI");
        assertThat(obligations.open()).hasSize(12).allMatch(each -> each.since().isAfter(LocalDate.of(2027, 9, 1)));
        assertThat(timer().getDuedate())
                .isEqualTo(CommitteeStage.instant(FIRST.plusDays(1).atTime(6, 30)));
        itIs(FIRST.plusDays(1));
        assertThat(jobsOf(begin())).as("nothing to do on the next morning").isEmpty();
    }

    @Test
    void nothingBeforeTheFirstWatchIsMissedAndAMeetingIsOpenedInTimeToBePlanned() {
        held(LocalDate.of(2027, 8, 24));
        watch(FIRST);
        assertThat(obligations.of(CP)).singleElement().satisfies(each -> {
            assertThat(each.since()).isEqualTo(FIRST);
            assertThat(each.date()).isEqualTo(DUE);
            assertThat(each.outcome()).isEqualTo(Obligation.Outcome.OPEN);
        });
        LocalDate opening = workingDays.plus(DUE, -15);

        watch(opening.minusDays(1));
        assertThat(openMeetings()).isEmpty();
        watch(opening);

        String meeting = openMeetings().get(0);
        assertThat(meeting).startsWith("CP3-2028-");
        assertThat(stage.taskOf(secretary(CP), meeting, "Task_PlanMeeting").dueAt())
                .isPresent();
        assertThat(facts(meeting)).containsExactly("OPENED_BY_CADENCE");
        watch(opening.plusDays(1));
        watch(opening.plusDays(4));
        assertThat(openMeetings()).containsExactly(meeting);
    }

    @Test
    void meetingThatTheSecretaryOpenedIsEnough() {
        watch(FIRST);
        itIs(LocalDate.of(2028, 3, 1));
        String own = stage.open(CP);

        watch(DUE.minusDays(2));

        assertThat(openMeetings()).containsExactly(own);
    }

    @Test
    void heldMeetingFulfilsOnceAndTheNextPeriodCountsFromIt() {
        watch(FIRST);
        String meeting = held(LocalDate.of(2028, 3, 15));

        watch(LocalDate.of(2028, 3, 16));
        watch(LocalDate.of(2028, 3, 17));

        assertThat(obligations.of(CP)).hasSize(2);
        assertThat(obligations.of(CP).get(1)).satisfies(each -> {
            assertThat(each.outcome()).isEqualTo(Obligation.Outcome.HELD);
            assertThat(each.meeting()).isEqualTo(meeting);
        });
        assertThat(obligations.of(CP).get(0).since()).isEqualTo(LocalDate.of(2028, 3, 15));
        assertThat(obligations.of(CP).get(0).date()).isEqualTo(LocalDate.of(2028, 7, 15));
    }

    @Test
    void missedMeetingAsksItsChairForAReasonThatStaysOnRecord() {
        watch(FIRST);
        watch(DUE.minusDays(10));
        String meeting = openMeetings().get(0);
        watch(DUE);
        assertThat(stage.openKinds(meeting)).containsExactly("Task_PlanMeeting");

        watch(DUE.plusDays(1));
        watch(DUE.plusDays(2));

        assertThat(stage.openKinds(meeting)).containsExactly("Task_JustifyMissedMeeting", "Task_PlanMeeting");
        assertThat(stage.open(meeting, "Task_JustifyMissedMeeting")).hasSize(1);
        assertThat(stage.taskOf(chair(CP), meeting, "Task_JustifyMissedMeeting").dueAt())
                .isPresent();
        assertThat(stage.shown(chair(CP), meeting, "Task_JustifyMissedMeeting", "missed")
                        .asText())
                .contains("du 04/01/2028 au **03/05/2028**");
        assertThatThrownBy(() -> stage.taskOf(secretary(CP), meeting, "Task_JustifyMissedMeeting"))
                .isInstanceOf(AssertionError.class);
        assertThat(stage.toldWhen(chair(CP), meeting, "Task_JustifyMissedMeeting", Map.of("reason", "  ")))
                .contains("Motif");
        stage.does(chair(CP), meeting, "Task_JustifyMissedMeeting", Map.of("reason", "Remaniement ministériel"));

        assertThat(obligations.of(CP).get(1)).satisfies(each -> {
            assertThat(each.isMissed()).isTrue();
            assertThat(each.reason()).isEqualTo("Remaniement ministériel");
            assertThat(each.justifiedBy()).isEqualTo(chair(CP));
        });
        assertThat(obligations.of(CP).get(0).since()).isEqualTo(DUE);
        assertThat(facts(meeting)).containsExactly("OPENED_BY_CADENCE", "CADENCE_MISSED", "MISS_JUSTIFIED");
        assertThat(stage.openKinds(meeting)).as("the meeting goes on").containsExactly("Task_PlanMeeting");
        watch(DUE.plusDays(5));
        assertThat(stage.open(meeting, "Task_JustifyMissedMeeting"))
                .as("asked once")
                .isEmpty();
    }

    @Test
    void meetingThatBeganOnADiagramWithoutTheQuestionIsNotAskedAndTheNextOneIs() {
        watch(FIRST);
        String foundation = upgrade.toTheFoundation();
        itIs(DUE.minusDays(10));
        String earlier = stage.open(CP);
        upgrade.toToday();

        watch(DUE.plusDays(1));

        assertThat(stage.openKinds(earlier)).containsExactly("Task_PlanMeeting");
        assertThat(facts(earlier)).doesNotContain("CADENCE_MISSED");
        management.cancel(earlier, "Sans objet", secretary(CP));
        upgrade.forget(foundation);
        watch(DUE.plusDays(2));
        String next = openMeetings().get(0);
        assertThat(stage.openKinds(next)).contains("Task_JustifyMissedMeeting");
    }

    @Test
    void whoeverNoLongerHoldsTheChairGivesNoReason() {
        watch(FIRST);
        watch(DUE.minusDays(10));
        String meeting = openMeetings().get(0);
        watch(DUE.plusDays(1));
        LocalDate today = DUE.plusDays(1);
        bodies.nameInterim(CP, member(CP, 1), "Décision n° 3/2028", today, today.plusDays(1), "admin");
        mandates.refresh();
        stage.toldWhen(member(CP, 1), meeting, "Task_JustifyMissedMeeting", Map.of("reason", ""));

        itIs(today.plusDays(2));
        String told = stage.toldWhen(member(CP, 1), meeting, "Task_JustifyMissedMeeting", Map.of("reason", "Absence"));

        assertThat(told).contains("exerce aujourd’hui la présidence de CP3");
        assertThat(obligations.of(CP).get(1).reason()).isNull();
        database.sql("delete from membership where interim and body = 'CP3'").update();
        mandates.refresh();
        stage.does(chair(CP), meeting, "Task_JustifyMissedMeeting", Map.of("reason", "Absence"));
    }

    @Test
    void cancelledMeetingDoesNotFulfilAndAnotherIsOpened() {
        watch(FIRST);
        watch(DUE.minusDays(10));
        String first = openMeetings().get(0);
        management.cancel(first, "Sans objet", secretary(CP));

        watch(DUE.minusDays(9));

        assertThat(openMeetings()).hasSize(1).doesNotContain(first);
    }

    @Test
    void meetingIsOpenedToBeAskedAboutWhenNoneIsLeftAtTheDate() {
        watch(FIRST);
        watch(DUE.plusDays(1));

        assertThat(stage.openKinds(openMeetings().get(0)))
                .containsExactly("Task_JustifyMissedMeeting", "Task_PlanMeeting");
    }

    @Test
    void sessionThatWaitsForItsRecordIsNotMissed() {
        watch(FIRST);
        String meeting = inSession(DUE.minusDays(1));

        watch(DUE.plusDays(1));
        assertThat(obligations.of(CP))
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isEqualTo(Obligation.Outcome.OPEN));
        record(meeting);
        watch(DUE.plusDays(2));

        assertThat(obligations.of(CP).get(1).outcome()).isEqualTo(Obligation.Outcome.HELD);
        assertThat(stage.openKinds(meeting)).doesNotContain("Task_JustifyMissedMeeting");
    }

    @Test
    void dateInAQuietPeriodIsShiftedAndNotMissed() {
        watch(LocalDate.of(2028, 4, 17));
        Obligation owed = obligations.of(CP).get(0);
        assertThat(owed.dueOn()).isEqualTo(LocalDate.of(2028, 8, 17));
        assertThat(owed.shiftedTo()).isEqualTo(LocalDate.of(2028, 9, 17));

        watch(LocalDate.of(2028, 8, 18));
        assertThat(obligations.of(CP)).as("not missed").hasSize(1);
        String meeting = held(LocalDate.of(2028, 9, 12));
        watch(LocalDate.of(2028, 9, 18));

        assertThat(obligations.of(CP).get(1).meeting()).isEqualTo(meeting);
        assertThat(obligations.of(CP).get(1).outcome()).isEqualTo(Obligation.Outcome.HELD);
    }

    @Test
    void shortenedCadenceLeavesTheTimeToPrepareAMeeting() {
        watch(FIRST);
        LocalDate today = LocalDate.of(2028, 4, 3);
        cadence(1);
        try {
            watch(today);
            LocalDate soon = workingDays.plus(today, 15);
            assertThat(obligations.of(CP).get(0).date()).isEqualTo(soon);
            watch(today.plusDays(1));
            assertThat(obligations.of(CP))
                    .singleElement()
                    .satisfies(each -> assertThat(each.date()).isEqualTo(soon));
        } finally {
            cadence(4);
        }
    }

    @Test
    void twoNodesAtOnceOpenOneMeetingAndSettleOnce() throws Exception {
        watch(FIRST);
        itIs(DUE.plusDays(1));
        List<String> watches = List.of(begin(), begin());

        try (AtOnce nodes = new AtOnce()) {
            nodes.act(2, node -> {
                work(watches.get(node), CP);
                return node;
            });
        }

        assertThat(openMeetings()).hasSize(1);
        assertThat(obligations.of(CP)).hasSize(2);
        assertThat(stage.open(openMeetings().get(0), "Task_JustifyMissedMeeting"))
                .hasSize(1);
    }

    @Test
    void theDatabaseHoldsThatAnObligationIsThereOnceAndSettledOnce() {
        watch(FIRST);
        assertThatThrownBy(() ->
                        obligations.begin(CP, FIRST, new CadenceRules.Date("P4M", LocalDate.of(2028, 5, 3), null)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> obligations.begin(
                        CP, FIRST.plusDays(1), new CadenceRules.Date("P4M", LocalDate.of(2028, 5, 4), null)))
                .as("a second open one")
                .isInstanceOf(DuplicateKeyException.class);
        watch(DUE.plusDays(1));
        assertThatThrownBy(() -> database.sql(
                                "update obligation set outcome = 'OPEN', settled_at = null, meeting = null where outcome = 'MISSED' and body = 'CP3'")
                        .update())
                .hasMessageContaining("is settled");
        assertThatThrownBy(() -> management.openByCadence(CP, "03/05/2028"))
                .as("a second meeting that the cadence opened")
                .hasStackTraceContaining("meeting_opened_by_cadence");
    }

    @Test
    void steeringCommitteeOwesAReviewEveryThreeMonthsAndItsChairIsReachedThroughItsSecretary() {
        watch("COPIL", FIRST);
        LocalDate due = FIRST.plusMonths(3);
        assertThat(obligations.of("COPIL").get(0).date()).isEqualTo(due);
        watch("COPIL", due.minusDays(5));
        String review = openMeetings("COPIL").get(0);
        watch("COPIL", due.plusDays(1));

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(review)
                        .processDefinitionKey("SteeringReview")
                        .count())
                .isEqualTo(1);
        stage.does(chair("COPIL"), review, "Task_JustifyMissedMeeting", Map.of("reason", "Session du Parlement"));
        assertThat(obligations.of("COPIL").get(1).reason()).isEqualTo("Session du Parlement");
    }

    private void itIs(LocalDate day) {
        stage.itIs(day.atTime(6, 30));
    }

    private void watch(LocalDate day) {
        watch(CP, day);
    }

    /** The watch of that day, for one body. */
    private void watch(String body, LocalDate day) {
        itIs(day);
        String watch = begin();
        work(watch, body);
        runtime.deleteProcessInstanceIfExists(watch, "test", true, true, true, true);
    }

    private void work(String watch, String body) {
        for (Optional<Job> job = jobOf(watch, body); job.isPresent(); job = jobOf(watch, body)) {
            jobs.executeJob(job.get().getId());
        }
    }

    /** Fires the timer that starts the watch. */
    private String begin() {
        List<String> before = watches();
        jobs.executeJob(timer().getId());
        return watches().stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
    }

    private List<String> watches() {
        return steps.createHistoricProcessInstanceQuery().processDefinitionKey("CadenceWatch").list().stream()
                .map(HistoricProcessInstance::getId)
                .toList();
    }

    private Job timer() {
        return jobs.createJobQuery()
                .processDefinitionKey("CadenceWatch")
                .activityId("Timer_WorkingDay")
                .singleResult();
    }

    private void run(String watch) {
        for (List<Job> waiting = jobsOf(watch); !waiting.isEmpty(); waiting = jobsOf(watch)) {
            waiting.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private List<Job> jobsOf(String watch) {
        return jobs.createJobQuery().processInstanceId(watch).list();
    }

    private Optional<Job> jobOf(String watch, String body) {
        return jobsOf(watch).stream()
                .filter(job -> body.equals(runtime.getVariable(job.getExecutionId(), "body")))
                .findFirst();
    }

    private List<String> openMeetings() {
        return openMeetings(CP);
    }

    private List<String> openMeetings(String body) {
        return database.sql("""
                        select reference from meeting
                         where body = :body and status in ('OPENED', 'PLANNED', 'CONVENED') order by reference""").param("body", body).query(String.class).list();
    }

    private String inSession(LocalDate day) {
        LocalDateTime start = day.atTime(10, 0);
        itIs(workingDays.plus(day, -12));
        String meeting = stage.open(CP);
        stage.does(secretary(CP), meeting, "Task_PlanMeeting", CommitteeStage.plan(start));
        stage.does(
                member(CP, 1),
                meeting,
                "Task_ProposeItems",
                Map.of("items", CommitteeStage.proposals("Point cadence")));
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(
                secretary(CP), meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, "Point cadence")));
        stage.does(chair(CP), meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(start);
        stage.fires(meeting, "Timer_SessionStarts");
        return meeting;
    }

    private void record(String meeting) {
        stage.does(
                secretary(CP),
                meeting,
                "Task_RecordSession",
                stage.record(
                        meeting,
                        chair(CP),
                        List.of(chair(CP), member(CP, 1), member(CP, 2)),
                        List.of(CommitteeStage.decided(1, "Adopté."))));
    }

    private String held(LocalDate day) {
        String meeting = inSession(day);
        record(meeting);
        return meeting;
    }

    private void cadence(int months) {
        String shown = database.sql("select cadence from body where code = 'CP3'")
                .query(String.class)
                .single();
        bodies.changeCadence(CP, shown, String.valueOf(months), "Essai", "admin");
    }

    private List<String> facts(String meeting) {
        return history.of(meeting).stream().map(MeetingHistory.Fact::fact).toList();
    }
}
