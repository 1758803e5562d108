package ma.tansiq.committee.meeting;

import static ma.tansiq.committee.CommitteeStage.SESSION;
import static ma.tansiq.committee.CommitteeStage.plan;
import static ma.tansiq.committee.CommitteeStage.proposals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.tansiq.TansiqTest;
import ma.tansiq.calendar.HolidayManagement;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.session.ProgrammeCommitteeMeetingProcessTests;
import ma.tansiq.deadline.Deadlines;
import ma.tansiq.engine.OpenTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TansiqTest
class MeetingPreparationProcessTests {

    private static final LocalDate THURSDAY_BEFORE = LocalDate.of(2027, 4, 15);

    @Autowired
    CommitteeStage stage;

    @Autowired
    MeetingPreparationProcess process;

    @Autowired
    HolidayManagement holidays;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Meetings meetings;

    @Autowired
    AttendanceSheets sheets;

    @Autowired
    Agendas agendas;

    @Autowired
    MeetingManagement management;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void convocationAsksMembersForItemsAndEverybodyForAttendance() {
        String meeting = stage.convened("CP1");

        assertThat(stage.open(meeting, "Task_ProposeItems"))
                .extracting(task -> task.assignee().orElseThrow())
                .containsExactlyInAnyOrder("m1.cp1", "m2.cp1", "m3.cp1");
        assertThat(stage.open(meeting, "Task_ConfirmAttendance"))
                .extracting(task -> task.assignee().orElseThrow())
                .containsExactlyInAnyOrder("chair.cp1", "m1.cp1", "m2.cp1", "m3.cp1", "obs1.cp1");
        assertThat(meetings.required(meeting).sequence()).isZero();
    }

    @Test
    void everybodyAnsweringOpensTheAgendaBeforeTheIntakeCloses() {
        String meeting = stage.convened("CP2");

        for (int member = 1; member <= 3; member++) {
            stage.does(CommitteeStage.member("CP2", member), meeting, "Task_ProposeItems", Map.of("items", List.of()));
        }

        assertThat(stage.openKinds(meeting)).contains("Task_ComposeAgenda");
    }

    @Test
    void intakeStaysOpenUntilTheDateThatAMemberWasRemindedOf() {
        String told = stage.convened("CP5");
        String untold = stage.convened("CP8");
        assertThat(closings(told, untold))
                .as("five working days before the session")
                .containsOnly(intakeEnd(13));
        deadlines.remind(stage.taskOf("m1.cp5", told, "Task_ProposeItems").id(), 1);

        holidays.add(THURSDAY_BEFORE, "Deuil national", "Décret", "admin");
        assertThat(closings(told)).containsOnly(intakeEnd(13));
        assertThat(stage.taskOf("m1.cp5", told, "Task_ProposeItems").dueAt()).contains(intakeEnd(13));
        assertThat(process.intakeClosesText(told)).contains("13/04/2027");
        assertThat(closings(untold)).as("nobody was told of the 13th").containsOnly(intakeEnd(12));
        assertThat(process.intakeClosesText(untold)).contains("12/04/2027");

        holidays.withdraw(THURSDAY_BEFORE, 1, "Erreur", "admin");
        assertThat(closings(told, untold)).containsOnly(intakeEnd(13));
    }

    @Test
    void dayOffNeverEndsTheIntakeBeforeTheCloseOfTheSameDay() {
        String meeting = stage.convened("CP7");
        stage.itIs(LocalDateTime.of(2027, 4, 13, 9, 0));

        holidays.add(LocalDate.of(2027, 4, 16), "Deuil national", "Décret", "admin");

        assertThat(closings(meeting))
                .as("counted, it would have closed yesterday")
                .containsOnly(intakeEnd(13));
        assertThat(stage.open(meeting, "Task_ProposeItems"))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.dueAt()).contains(intakeEnd(13)));
        holidays.withdraw(LocalDate.of(2027, 4, 16), 1, "Erreur", "admin");
    }

    /** Planned on a Saturday for the first day that the notice allows: members have the Monday to propose. */
    @Test
    void intakeThatWouldBeOverAsItBeginsLastsUntilTheNextCloseOfBusiness() {
        stage.itIs(LocalDateTime.of(2027, 4, 3, 11, 0));
        String meeting = stage.open("CP3");
        stage.does(
                CommitteeStage.secretary("CP3"),
                meeting,
                "Task_PlanMeeting",
                CommitteeStage.plan(LocalDateTime.of(2027, 4, 9, 10, 0)));

        assertThat(closings(meeting)).containsOnly(intakeEnd(5));
        assertThat(stage.open(meeting, "Task_ProposeItems"))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.dueAt()).contains(intakeEnd(5)));
        assertThat(process.intakeClosesText(meeting)).contains("05/04/2027");
    }

    private List<Instant> closings(String... references) {
        return Stream.of(references)
                .map(meeting -> stage.dueOf(meeting, "Timer_ItemsClosed"))
                .toList();
    }

    private static Instant intakeEnd(int day) {
        return CommitteeStage.instant(LocalDateTime.of(2027, 4, day, 16, 30));
    }

    @Test
    void returnedAgendaComesBackToTheSecretary() {
        String meeting = stage.convened("CP3");
        stage.does("m1.cp3", meeting, "Task_ProposeItems", Map.of("items", proposals("Un", "Deux")));
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does("sec.cp3", meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, "Un")));

        stage.does("chair.cp3", meeting, "Task_ApproveAgenda", Map.of("decision", "return", "remark", "Ajouter Deux"));
        assertThat(meetings.required(meeting).agendaRemark()).contains("Ajouter Deux");

        stage.does("sec.cp3", meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, "Un", "Deux")));
        stage.does("chair.cp3", meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        assertThat(meetings.required(meeting).agendaPack()).isPresent();
        assertThat(stage.openKinds(meeting)).containsExactly("Task_ConfirmAttendance");
    }

    @Test
    void secretaryAddsAnItemWhileComposing() {
        String meeting = stage.convened("CP3");
        stage.fires(meeting, "Timer_ItemsClosed");

        stage.does(
                "sec.cp3",
                meeting,
                "Task_ComposeAgenda",
                Map.of(
                        "items",
                        List.of(),
                        "added",
                        List.of(Map.of("position", 1, "title", "Divers", "text", "Informations"))));

        assertThat(agendas.of(meeting)).singleElement().satisfies(item -> {
            assertThat(item.title()).isEqualTo("Divers");
            assertThat(item.proposedBy()).isEqualTo("sec.cp3");
        });
    }

    @Test
    void alternateStandsInForWhoeverDelegates() {
        String meeting = stage.convened("CP4");

        stage.does("m1.cp4", meeting, "Task_ConfirmAttendance", Map.of("answer", "DELEGATED", "alternate", "alt1.cp4"));

        assertThat(sheets.of(meeting, "m1.cp4")).hasValueSatisfying(each -> {
            assertThat(each.answer()).isEqualTo(AttendanceAnswer.DELEGATED);
            assertThat(each.alternate()).isEqualTo("alt1.cp4");
        });
        assertThatThrownBy(() -> stage.does(
                        "m2.cp4",
                        meeting,
                        "Task_ConfirmAttendance",
                        Map.of("answer", "DELEGATED", "alternate", "alt1.cp4")))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.alternateNotEligible");
        assertThatThrownBy(() -> stage.does(
                        "m2.cp4",
                        meeting,
                        "Task_ConfirmAttendance",
                        Map.of("answer", "DELEGATED", "alternate", "sec.cp4")))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.alternateNotEligible");
    }

    @Test
    void everybodyHavingConfirmedLeavesNothingToDoUntilTheSessionOpens() {
        String meeting = stage.prepared("CP4", "Un");

        stage.open(meeting, "Task_ConfirmAttendance").stream()
                .map(task -> task.assignee().orElseThrow())
                .forEach(member -> stage.does(member, meeting, "Task_ConfirmAttendance", Map.of("answer", "ACCEPTED")));
        assertThat(stage.openKinds(meeting)).isEmpty();

        stage.fires(meeting, "Timer_SessionStarts");
        assertThat(stage.openKinds(meeting)).containsExactly("Task_RecordSession");
    }

    @Test
    void reschedulingTellsEverybodyAndAsksAgainWhoHadAnswered() {
        String meeting = stage.convened("CP5");
        stage.does("m1.cp5", meeting, "Task_ConfirmAttendance", Map.of("answer", "ACCEPTED"));
        LocalDateTime later = SESSION.plusDays(14);

        management.reschedule(meeting, ProgrammeCommitteeMeetingProcessTests.movedTo(14), "Agenda chargé", "sec.cp5");

        assertThat(stage.open(meeting, "Task_ReconfirmAttendance"))
                .extracting(task -> task.assignee().orElseThrow())
                .containsExactly("m1.cp5");
        assertThat(sheets.of(meeting, "m1.cp5"))
                .get()
                .extracting(Attendance::answer)
                .isNull();
        assertThat(meetings.required(meeting).sequence()).isEqualTo(1);
        assertThat(stage.shown("m2.cp5", meeting, "Task_ConfirmAttendance", "startsAt")
                        .asText())
                .as("whoever had not answered reads the new date in the form that was open")
                .isEqualTo("04/05/2027 10:00");
        assertThat(stage.shown("m2.cp5", meeting, "Task_ProposeItems", "startsAt")
                        .asText())
                .isEqualTo("04/05/2027 10:00");
        assertThat(stage.dueOf(meeting, "Timer_ConfirmationsClosed")).isEqualTo(CommitteeStage.instant(later));

        stage.does("m1.cp5", meeting, "Task_ReconfirmAttendance", Map.of("answer", "DECLINED"));
        assertThat(sheets.of(meeting, "m1.cp5"))
                .get()
                .extracting(Attendance::answer)
                .isEqualTo(AttendanceAnswer.DECLINED);
    }

    @Test
    void packThatHasLeftIsMadeAndSentAnewWhenTheSessionMoves() {
        String meeting = stage.prepared("CP6", "Point A");
        UUID before = meetings.required(meeting).agendaPack().orElseThrow();
        long sent = packsSent(meeting);

        management.reschedule(meeting, ProgrammeCommitteeMeetingProcessTests.movedTo(14), "Agenda chargé", "sec.cp6");

        assertThat(meetings.required(meeting).agendaPack().orElseThrow()).isNotEqualTo(before);
        assertThat(packsSent(meeting)).isEqualTo(2 * sent).isPositive();
        assertThat(database.sql(
                                "select actor || ' ' || detail from meeting_history where meeting = ? and fact = 'SESSION_MOVED'")
                        .param(meeting)
                        .query(String.class)
                        .single())
                .isEqualTo("sec.cp6 20/04/2027 10:00 → 04/05/2027 10:00");
    }

    /** Rescheduling and cancelling are possible at every stage and tell everyone. */
    @ParameterizedTest
    @ValueSource(strings = {"proposing", "composing", "approving", "distributed", "in session"})
    void movesAtEveryStageAndEverybodyConvokedIsTold(String at) {
        String meeting = standing(at, "CP4");

        management.reschedule(meeting, ProgrammeCommitteeMeetingProcessTests.movedTo(21), "Salle inondée", "sec.cp4");

        assertThat(meetings.required(meeting).startsAt()).isEqualTo(CommitteeStage.instant(SESSION.plusDays(21)));
        assertThat(told(meeting, "rescheduled"))
                .isEqualTo(told(meeting, "convocation"))
                .isNotEmpty();
        assertThat(stage.ended(meeting)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"opened", "proposing", "composing", "approving", "distributed", "in session"})
    void isCancelledAtEveryStageAndEverybodyConvokedIsTold(String at) {
        String meeting = standing(at, "CP4");

        management.cancel(meeting, "Sans objet", "chair.cp4");
        stage.engineWorks(meeting);

        assertThat(stage.ended(meeting)).isTrue();
        assertThat(stage.openKinds(meeting)).isEmpty();
        assertThat(told(meeting, "cancelled")).isEqualTo(told(meeting, "convocation"));
        assertThat(told(meeting, "cancelled").isEmpty()).isEqualTo(at.equals("opened"));
    }

    private String standing(String at, String body) {
        if (at.equals("opened")) {
            stage.itIs(CommitteeStage.MORNING);
            return stage.open(body);
        } else if (at.equals("in session")) {
            return stage.inSession(body, "Point A");
        } else if (at.equals("distributed")) {
            return stage.prepared(body, "Point A");
        }
        String meeting = stage.convened(body);
        if (!at.equals("proposing")) {
            stage.does(
                    CommitteeStage.member(body, 1),
                    meeting,
                    "Task_ProposeItems",
                    Map.of("items", proposals("Point A")));
            stage.fires(meeting, "Timer_ItemsClosed");
        }
        if (at.equals("approving")) {
            stage.does(
                    CommitteeStage.secretary(body),
                    meeting,
                    "Task_ComposeAgenda",
                    Map.of("items", stage.ranked(meeting, "Point A")));
        }
        return meeting;
    }

    private List<String> told(String meeting, String template) {
        return database.sql("select distinct recipient from mail where reference = ? and template = ? order by 1")
                .params(meeting, template)
                .query(String.class)
                .list();
    }

    private long packsSent(String meeting) {
        return database.sql("select count(*) from mail where reference = ? and template = 'agenda'")
                .param(meeting)
                .query(Long.class)
                .single();
    }

    @Test
    void reconfirmationsCloseWhenTheSessionOpens() {
        String meeting = stage.prepared("CP6", "Point A");
        stage.does("m1.cp6", meeting, "Task_ConfirmAttendance", Map.of("answer", "ACCEPTED"));
        management.reschedule(meeting, ProgrammeCommitteeMeetingProcessTests.movedTo(14), "Agenda chargé", "sec.cp6");

        stage.fires(meeting, "Timer_ReconfirmationsClosed");
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.fires(meeting, "Timer_SessionStarts");

        assertThat(stage.openKinds(meeting)).containsExactly("Task_RecordSession");
    }

    @Test
    void dueDatesFollowTheSession() {
        String meeting = stage.prepared("CP7", "Point A");
        OpenTask before = stage.taskOf("m1.cp7", meeting, "Task_ConfirmAttendance");

        management.reschedule(meeting, ProgrammeCommitteeMeetingProcessTests.movedTo(14), "Agenda chargé", "chair.cp7");

        OpenTask after = stage.taskOf("m1.cp7", meeting, "Task_ConfirmAttendance");
        assertThat(after.dueAt().orElseThrow()).isAfter(before.dueAt().orElseThrow());
    }

    @Test
    void tooShortNoticeNeedsAMotiveOfUrgency() {
        stage.itIs(CommitteeStage.MORNING);
        String meeting = stage.open("CP8");
        Map<String, Object> soon = new HashMap<>(plan(CommitteeStage.MORNING.plusDays(2)));

        assertThatThrownBy(() -> stage.does("sec.cp8", meeting, "Task_PlanMeeting", soon))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.noticeTooShort");
        assertThat(stage.openKinds(meeting)).containsExactly("Task_PlanMeeting");

        soon.put("urgencyMotive", "Saisine du chef du gouvernement");
        stage.does("sec.cp8", meeting, "Task_PlanMeeting", soon);
        assertThat(meetings.required(meeting).status()).isEqualTo(MeetingStatus.CONVENED);
    }

    @Test
    void noSessionOnAHolidayOrInThePast() {
        stage.itIs(CommitteeStage.MORNING);
        String meeting = stage.open("CP9");

        assertThatThrownBy(() ->
                        stage.does("sec.cp9", meeting, "Task_PlanMeeting", plan(LocalDateTime.of(2027, 7, 30, 10, 0))))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.notAWorkingDay");
        assertThatThrownBy(() ->
                        stage.does("sec.cp9", meeting, "Task_PlanMeeting", plan(LocalDateTime.of(2027, 4, 2, 10, 0))))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.dateInThePast");
    }
}
