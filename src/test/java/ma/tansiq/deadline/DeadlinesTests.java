package ma.tansiq.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.calendar.HolidayManagement;
import ma.tansiq.deadline.Ledger.What;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Rules D1 to D3, on the real engine. In November and December Morocco is at UTC+1: 16:30 is 15:30Z. */
@TansiqTest
@RecordApplicationEvents
class DeadlinesTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Ledger ledger;

    @Autowired
    HolidayManagement holidays;

    @Autowired
    ExampleSubjects subjects;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEvents events;

    private final List<ExampleProcess> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(ExampleProcess::close);
    }

    @Test
    void datesCountInWorkingDaysFromTheSession() {
        ExampleProcess agenda = agendaToApprove();

        assertThat(agenda.due()).as("3 working days before Thursday 10").isEqualTo("2026-12-07T16:30:00Z");
        assertThat(agenda.timer("Reminder_1")).as("Friday at the opening").isEqualTo("2026-12-04T08:30:00Z");
        assertThat(agenda.timer("Reminder_2")).as("on the day").isEqualTo("2026-12-07T08:30:00Z");
        assertThat(agenda.timer("Escalation_1")).isEqualTo("2026-12-08T16:30:00Z");
        assertThat(agenda.timer("Escalation_2")).isEqualTo("2026-12-09T16:30:00Z");
        assertThat(agenda.timer("Escalation_3")).isEqualTo("2026-12-11T16:30:00Z");
    }

    @Test
    void datesFollowTheChangeOfOffsetAboutRamadan() {
        ExampleProcess minutes = started("2026-02-11T09:00:00Z", "Task_ReviewMinutes", "ex.member", Map.of());
        assertThat(minutes.due()).as("16:30 at UTC since 15 February").isEqualTo("2026-02-18T16:30:00Z");
        assertThat(minutes.timer("Reminder_1")).isEqualTo("2026-02-16T08:30:00Z");
        assertThat(deadlines.dueDate("EXAMPLE-none", "Task_RecordSession")).isEqualTo("2026-02-12T15:30:00Z");
    }

    @Test
    void aReminderFiresOnce() {
        ExampleProcess agenda = agendaToApprove();
        String task = agenda.task().getId();
        agenda.fire("Reminder_1");
        deadlines.remind(task, 1);

        assertThat(events.stream(DeadlineNotice.ReminderDue.class))
                .singleElement()
                .satisfies(reminder -> {
                    assertThat(reminder.notice().recipients()).containsExactly("ex.chair");
                    assertThat(reminder.notice().step()).isEqualTo(1);
                    assertThat(reminder.notice().subject()).isEqualTo(agenda.businessKey);
                    assertThat(reminder.notice().dueAt()).isEqualTo("2026-12-07T16:30:00Z");
                });
        assertThat(steps(agenda.businessKey))
                .extracting(Ledger.Entry::what, Ledger.Entry::step, Ledger.Entry::recipient, Ledger.Entry::noticedAt)
                .containsExactly(tuple(What.REMINDER, 1, "ex.chair", Instant.parse("2026-11-24T09:00:00Z")));
    }

    @Test
    void everybodyWhoMayTakeAnUnclaimedTaskIsReminded() {
        ExampleProcess session = new ExampleProcess(engine, "Task_PlanMeeting", "", "CP11-secretary");
        open.add(session);
        session.start().fire("Reminder_1");
        assertThat(steps(session.businessKey))
                .extracting(Ledger.Entry::recipient)
                .containsExactly("sec.cp11");
    }

    @Test
    void escalationsClimbTheLadderOneRungEach() {
        ExampleProcess report = actionToReport("ex.owner");
        report.fire("Escalation_1");
        report.fire("Escalation_2");
        report.fire("Escalation_3");
        report.fire("Escalation_4");
        report.fire("Escalation_5");

        assertThat(escalated(report))
                .containsExactly("ex.owner", "ex.secretary", "ex.chair", "ex.parent", "ex.coordinator");
        assertThat(events.stream(DeadlineNotice.Escalated.class))
                .allSatisfy(event -> assertThat(event.notice().assignees()).containsExactly("ex.owner"))
                .hasSize(5);
    }

    @Test
    void aLateChairDoesNotEscalateToHimself() {
        ExampleProcess report = actionToReport("ex.chair");
        report.fire("Escalation_2");
        report.fire("Escalation_3");
        assertThat(escalated(report)).containsExactly("ex.secretary", "ex.parent");
    }

    @Test
    void aLateSecretaryIsSkippedWithoutTellingTheChairTwice() {
        ExampleProcess report = actionToReport("ex.secretary");
        report.fire("Escalation_1");
        report.fire("Escalation_2");
        report.fire("Escalation_3");
        assertThat(escalated(report)).containsExactly("ex.secretary", "ex.chair", "ex.parent");
    }

    @Test
    void aVacantSeatPassesItOn() {
        ExampleProcess report = actionToReport("ex.owner");
        subjects.vacate(report.businessKey, Rung.SECRETARY);
        report.fire("Escalation_2");
        assertThat(escalated(report)).containsExactly("ex.chair");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPIL", "CI"})
    void aMinistersOfficeIsOnlyReachedThroughACoordinator(String level) {
        ExampleProcess agenda = example("Task_DraftMinutes", "ex.secretary");
        subjects.set(agenda.businessKey, level, Map.of());
        agenda.start().fire("Escalation_2");
        assertThat(steps(agenda.businessKey))
                .extracting(Ledger.Entry::rung, Ledger.Entry::recipient)
                .containsExactly(tuple(Rung.CHAIR, "ex.coordinator"));
    }

    @Test
    void aLateMinisterIsToldByACoordinator() {
        ExampleProcess action = example("Task_ReportActionProgress", "ex.chair");
        subjects.set(action.businessKey, "CI", Map.of());
        action.start().fire("Escalation_1");
        assertThat(escalated(action)).containsExactly("ex.coordinator");
    }

    @Test
    void anEscalationFiresOnce() {
        ExampleProcess report = actionToReport("ex.owner");
        String task = report.task().getId();
        report.fire("Escalation_2");
        deadlines.escalate(task, 2);
        assertThat(escalated(report)).containsExactly("ex.secretary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Task_ProposeItems", "Task_ConfirmAttendance", "Task_ReconfirmAttendance", "Task_ReviewMinutes"})
    void whatIsOptionalIsRemindedButNeverEscalates(String kind) {
        ExampleProcess optional = started("2026-11-24T09:00:00Z", kind, "ex.member", session("2026-12-10T09:00:00Z"));
        assertThat(optional.timer("Escalation_1")).isEqualTo(optional.due());
        optional.fire("Reminder_1");
        optional.fire("Escalation_1");
        optional.fire("Escalation_2");
        optional.fire("Escalation_3");
        assertThat(steps(optional.businessKey)).extracting(Ledger.Entry::what).containsExactly(What.REMINDER);
    }

    @Test
    void aReminderThatTheTableLeavesOutDoesNothing() {
        ExampleProcess agenda =
                started("2026-11-24T09:00:00Z", "Task_ComposeAgenda", "ex.secretary", session("2026-12-10T09:00:00Z"));
        assertThat(agenda.timer("Reminder_2")).isEqualTo(agenda.due());
        agenda.fire("Reminder_1");
        agenda.fire("Reminder_2");
        assertThat(steps(agenda.businessKey)).extracting(Ledger.Entry::step).containsExactly(1);
    }

    @Test
    void aStepThatWasPastWhenTheTaskWasCreatedDoesNothing() {
        ExampleProcess agenda =
                started("2026-12-07T09:00:00Z", "Task_ApproveAgenda", "ex.chair", session("2026-12-10T09:00:00Z"));
        assertThat(agenda.timer("Reminder_1")).isEqualTo(agenda.due()).isEqualTo("2026-12-07T16:30:00Z");
        agenda.fire("Reminder_1");
        agenda.fire("Reminder_2");
        assertThat(steps(agenda.businessKey)).isEmpty();
    }

    /** An action given on Thursday 17 for Tuesday 22: a week before is past, the day before is not. */
    @Test
    void theFirstReminderThatAPersonGetsIsTheFirst() {
        ExampleProcess report = started(
                "2026-12-17T09:00:00Z",
                "Task_ReportActionProgress",
                "ex.owner",
                Map.of(Anchor.ACTION_DUE, Instant.parse("2026-12-21T23:00:00Z")));
        assertThat(report.timer("Reminder_1")).isEqualTo("2026-12-21T08:30:00Z");
        report.fire("Reminder_1");
        report.fire("Reminder_2");
        assertThat(steps(report.businessKey)).extracting(Ledger.Entry::step).containsExactly(1);
    }

    /** What began before this was so has its timers the other way round. */
    @Test
    void theSecondTimerOfARunningTaskSendsTheFirstReminderWhenTheFirstWasPast() {
        ExampleProcess report = started(
                "2026-12-17T09:00:00Z",
                "Task_ReportActionProgress",
                "ex.owner",
                Map.of(Anchor.ACTION_DUE, Instant.parse("2026-12-21T23:00:00Z")));
        report.fire("Reminder_2");
        report.fire("Reminder_1");
        assertThat(steps(report.businessKey)).extracting(Ledger.Entry::step).containsExactly(1);
    }

    @Test
    void remindersThatFallDueTogetherAfterAnOutageAreOne() {
        ExampleProcess agenda = agendaToApprove();
        ExampleProcess.at("2026-12-07T09:00:00Z");
        agenda.fire("Reminder_1");
        agenda.fire("Reminder_2");
        assertThat(steps(agenda.businessKey)).extracting(Ledger.Entry::step).containsExactly(1);
    }

    @Test
    void aDoneTaskIsLeftInPeace() {
        ExampleProcess agenda = agendaToApprove();
        String task = agenda.task().getId();
        agenda.complete();
        deadlines.remind(task, 1);
        deadlines.escalate(task, 1);
        assertThat(steps(agenda.businessKey)).isEmpty();
    }

    @Test
    void noTaskIsBornOverdue() {
        ExampleProcess urgent =
                started("2026-12-09T09:00:00Z", "Task_ApproveAgenda", "ex.chair", session("2026-12-10T09:00:00Z"));
        assertThat(urgent.due()).isEqualTo("2026-12-09T16:30:00Z");
        ExampleProcess veryUrgent =
                started("2026-12-10T07:00:00Z", "Task_ApproveAgenda", "ex.chair", session("2026-12-10T09:00:00Z"));
        assertThat(veryUrgent.due()).as("the opening of the session").isEqualTo("2026-12-10T09:00:00Z");
        ExampleProcess recordedLate = started(
                "2026-12-21T09:00:00Z",
                "Task_SignDecisions",
                "ex.chair",
                Map.of(Anchor.SESSION_END, Instant.parse("2026-12-10T11:00:00Z")));
        assertThat(recordedLate.due()).isEqualTo("2026-12-21T16:30:00Z");
    }

    @Test
    void anActionIsDueOnTheDayThatTheDecisionSet() {
        assertThat(actionToReport("ex.owner").due()).isEqualTo("2026-12-15T16:30:00Z");
    }

    @Test
    void aPostponedSessionMovesDueDateAndTimers() {
        ExampleProcess agenda = agendaToApprove();
        move(agenda, "2026-12-17T09:00:00Z");

        assertThat(agenda.due()).isEqualTo("2026-12-14T16:30:00Z");
        assertThat(agenda.timer("Reminder_1")).isEqualTo("2026-12-11T08:30:00Z");
        assertThat(agenda.timer("Escalation_3")).isEqualTo("2026-12-18T16:30:00Z");
        assertThat(agenda.timer("Timer_Due")).isEqualTo("2026-12-14T16:30:00Z");
    }

    @Test
    void aDeadlineNobodyWasToldOfMayShorten() {
        ExampleProcess agenda = agendaToApprove();
        move(agenda, "2026-12-08T09:00:00Z");
        assertThat(agenda.due()).isEqualTo("2026-12-03T16:30:00Z");
    }

    @Test
    void aShortenedDeadlineDoesNotLieInThePast() {
        ExampleProcess agenda = agendaToApprove();
        ExampleProcess.at("2026-12-04T09:00:00Z");
        move(agenda, "2026-12-08T09:00:00Z");
        assertThat(agenda.due()).isEqualTo("2026-12-04T16:30:00Z");
    }

    @Test
    void aNotifiedDeadlineMayLengthenButNeverShorten() {
        ExampleProcess agenda = agendaToApprove();
        agenda.fire("Reminder_1");
        move(agenda, "2026-12-08T09:00:00Z");
        assertThat(agenda.due()).isEqualTo("2026-12-07T16:30:00Z");
        assertThat(agenda.timer("Escalation_1")).isEqualTo("2026-12-08T16:30:00Z");

        move(agenda, "2026-12-17T09:00:00Z");
        assertThat(agenda.due()).isEqualTo("2026-12-14T16:30:00Z");
    }

    @Test
    void recomputingCountsFromTheCreationNotFromNow() {
        ExampleProcess minutes = started("2026-11-24T09:00:00Z", "Task_ReviewMinutes", "ex.member", Map.of());
        ExampleProcess.at("2026-11-26T09:00:00Z");
        deadlines.recompute(minutes.businessKey);
        assertThat(minutes.due()).isEqualTo("2026-12-01T16:30:00Z");
        assertThat(minutes.timer("Timer_Due")).isEqualTo("2026-12-01T16:30:00Z");
    }

    @Test
    void aNewHolidayMovesOpenDeadlines() {
        ExampleProcess minutes = started("2061-06-07T09:00:00Z", "Task_ReviewMinutes", "ex.member", Map.of());
        assertThat(minutes.due()).isEqualTo("2061-06-14T16:30:00Z");
        holidays.add(LocalDate.of(2061, 6, 9), "Jour chômé", "Décret", "admin");
        assertThat(minutes.due()).isEqualTo("2061-06-15T16:30:00Z");
        assertThat(minutes.timer("Reminder_1")).isEqualTo("2061-06-13T08:30:00Z");

        minutes.fire("Reminder_1");
        holidays.withdraw(LocalDate.of(2061, 6, 9), 1, "Erreur", "admin");
        assertThat(minutes.due()).as("already notified").isEqualTo("2061-06-15T16:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update deadline_notice set step = 2", "delete from deadline_notice", "truncate deadline_notice"
            })
    void theLedgerCannotBeRewritten(String sql) {
        assertThatThrownBy(() -> database.sql(sql).update()).hasMessageContaining("append-only");
    }

    private ExampleProcess agendaToApprove() {
        return started("2026-11-24T09:00:00Z", "Task_ApproveAgenda", "ex.chair", session("2026-12-10T09:00:00Z"));
    }

    private ExampleProcess actionToReport(String owner) {
        return started(
                "2026-11-24T09:00:00Z",
                "Task_ReportActionProgress",
                owner,
                Map.of(Anchor.ACTION_DUE, Instant.parse("2026-12-14T23:00:00Z")));
    }

    private ExampleProcess started(String at, String kind, String assignee, Map<Anchor, Instant> anchors) {
        ExampleProcess.at(at);
        ExampleProcess example = example(kind, assignee);
        subjects.set(example.businessKey, "CP", anchors);
        return example.start();
    }

    private ExampleProcess example(String kind, String assignee) {
        ExampleProcess example = new ExampleProcess(engine, kind, assignee, "");
        open.add(example);
        return example;
    }

    private void move(ExampleProcess example, String session) {
        subjects.set(example.businessKey, "CP", session(session));
        deadlines.recompute(example.businessKey);
    }

    private List<String> escalated(ExampleProcess example) {
        return ledger.of(example.businessKey).stream()
                .filter(entry -> entry.what() == What.ESCALATION)
                .map(Ledger.Entry::recipient)
                .toList();
    }

    private static Map<Anchor, Instant> session(String start) {
        return Map.of(Anchor.SESSION_START, Instant.parse(start));
    }

    /** Reminders and escalations on record, without the announcement of the task. */
    private List<Ledger.Entry> steps(String businessKey) {
        return ledger.of(businessKey).stream()
                .filter(entry -> entry.what() != What.ANNOUNCEMENT)
                .toList();
    }
}
