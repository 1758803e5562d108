package ma.tansiq.committee.meeting;

import static ma.tansiq.committee.CommitteeStage.instant;
import static ma.tansiq.committee.CommitteeStage.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.tansiq.TansiqTest;
import ma.tansiq.calendar.HolidayManagement;
import ma.tansiq.calendar.Holidays;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.engine.OpenTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session whose day becomes a day off: its secretary decides, once, unless there is nothing left to decide (rule D2). */
@TansiqTest
class SessionOnHolidayTests {

    private static final String DECIDE = "Task_DecideOnHoliday";
    private static final LocalDateTime MONDAY = LocalDateTime.of(2056, 3, 6, 9, 0);

    @Autowired
    CommitteeStage stage;

    @Autowired
    HolidayManagement holidays;

    @Autowired
    Holidays calendar;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingManagement management;

    @Autowired
    MeetingHistory history;

    @Autowired
    SessionsOnHolidays sessions;

    @Autowired
    JdbcClient database;

    private final List<String> open = new ArrayList<>();
    private final Set<LocalDate> off = new HashSet<>();

    @AfterEach
    void backToNow() {
        open.stream()
                .filter(meeting -> !stage.ended(meeting))
                .forEach(meeting -> management.cancel(meeting, "Fin du test", "coord"));
        Map<String, Integer> rulings = calendar.lastRulings();
        off.forEach(day -> worked(day, rulings.getOrDefault("EXCEPTIONAL-" + day, 0)));
        ClockUtil.reset();
    }

    @Test
    void secretaryIsAskedOnceWithinTwoWorkingDaysAndNoLongerWhenTheDayIsWorkedAfterAll() {
        LocalDate day = LocalDate.of(2056, 4, 3);
        String meeting = convened("CP1", day);

        off(day);

        OpenTask task = stage.open(meeting, DECIDE).get(0);
        assertThat(stage.taskOf("sec.cp1", meeting, DECIDE)).isEqualTo(task);
        assertThat(task.dueAt()).contains(instant(LocalDateTime.of(2056, 3, 8, 16, 30)));
        assertThat(stage.shown("sec.cp1", meeting, DECIDE, "holiday").asText()).isEqualTo("Deuil \\*national\\*");
        assertThat(mails(meeting, task)).containsExactly("sec.cp1 on-holiday");

        worked(day, 1);
        assertThat(stage.open(meeting, DECIDE)).isEmpty();
        assertThat(stage.openKinds(meeting)).contains("Task_ConfirmAttendance", "Task_ProposeItems");
        off(day);
        assertThat(stage.open(meeting, DECIDE)).hasSize(1);
    }

    @Test
    void maintainedSessionKeepsItsDateWithAMotiveAndIsNotAskedAboutAgain() {
        LocalDate day = LocalDate.of(2056, 4, 4);
        String meeting = convened("CP2", day);
        off(day);
        assertThat(stage.toldWhen("sec.cp2", meeting, DECIDE, Map.of("decision", "maintain", "motive", " ")))
                .isEqualTo("« Motif du maintien » est à remplir.");
        assertThat(stage.toldWhen("sec.cp2", meeting, DECIDE, Map.of("motive", "Aucun")))
                .isEqualTo("« Votre décision » est à remplir.");
        assertThat(stage.open(meeting, DECIDE)).hasSize(1);

        stage.does("sec.cp2", meeting, DECIDE, Map.of("decision", "maintain", "motive", "Date du ministre"));

        Meeting kept = meetings.required(meeting);
        assertThat(kept.startsAt()).isEqualTo(instant(day.atTime(10, 0)));
        assertThat(sessions.maintained(meeting, kept.startsAt()))
                .contains(new SessionsOnHolidays.Maintained("Date du ministre", "sec.cp2"));
        assertThat(history.latest(meeting, "MAINTAINED_ON_HOLIDAY"))
                .get()
                .extracting(MeetingHistory.Fact::actor, MeetingHistory.Fact::detail)
                .containsExactly("sec.cp2", "Date du ministre");
        worked(day, 1);
        off(day);
        assertThat(stage.open(meeting, DECIDE)).isEmpty();
    }

    @Test
    void movedByTheTaskUnderTheRulesOfEveryReschedulingAndEverybodyIsAskedAgain() {
        LocalDate day = LocalDate.of(2056, 4, 5);
        String meeting = convened("CP3", day);
        stage.does("m1.cp3", meeting, "Task_ConfirmAttendance", Map.of("answer", "ACCEPTED"));
        off(day);
        Map<String, Object> answers = new HashMap<>(plan(day.atTime(11, 0)));
        answers.put("decision", "reschedule");

        Map<String, Object> empty = Map.of("decision", "reschedule", "place", "Rabat");
        assertThat(stage.toldWhen("sec.cp3", meeting, DECIDE, empty))
                .as("all that is missing, not the date alone")
                .contains("2 réponses sont à revoir", "« Nouvelle date »", "Indiquez le motif");
        assertThat(stage.toldWhen("sec.cp3", meeting, DECIDE, answers).lines())
                .containsExactly(
                        "2 réponses sont à revoir :",
                        "• Le 05/04/2056 n’est pas un jour ouvré : choisissez un autre jour.",
                        "• Indiquez le motif : il sera communiqué à toutes les personnes convoquées.");
        assertThat(meetings.required(meeting).startsAt()).isEqualTo(instant(day.atTime(10, 0)));

        answers.put("startsAt", day.plusDays(1).atTime(10, 0).toString());
        answers.put("reason", "Jour chômé");
        stage.does("sec.cp3", meeting, DECIDE, answers);

        assertThat(meetings.required(meeting).startsAt())
                .isEqualTo(instant(day.plusDays(1).atTime(10, 0)));
        assertThat(history.latest(meeting, "RESCHEDULED"))
                .get()
                .extracting(MeetingHistory.Fact::detail)
                .isEqualTo("Jour chômé");
        assertThat(stage.openKinds(meeting))
                .containsExactly("Task_ConfirmAttendance", "Task_ProposeItems", "Task_ReconfirmAttendance");
        off(day.plusDays(1));
        assertThat(stage.open(meeting, DECIDE)).as("another day").hasSize(1);
    }

    @Test
    void nothingIsLeftToDecideWhenTheSessionIsMovedOnItsPageOrCancelled() {
        LocalDate day = LocalDate.of(2056, 4, 6);
        String moved = convened("CP4", day);
        String cancelled = convened("CP5", day);
        off(day);

        MeetingPlan later = new MeetingPlan(
                instant(day.plusDays(4).atTime(10, 0)),
                instant(day.plusDays(4).atTime(12, 0)),
                "Rabat",
                null,
                null,
                true);
        management.reschedule(moved, later, "Jour chômé", "chair.cp4");
        management.cancel(cancelled, "Sans objet", "sec.cp5");

        assertThat(stage.openKinds(moved)).doesNotContain(DECIDE).contains("Task_ProposeItems");
        assertThat(stage.ended(cancelled)).isTrue();
    }

    @Test
    void sessionThatOpensUndecidedIsRecordedAllTheSame() {
        LocalDate day = LocalDate.of(2056, 4, 13);
        String meeting = convened("CP6", day);
        prepare("CP6", meeting);
        off(day);
        assertThat(stage.open(meeting, DECIDE)).hasSize(1);

        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.fires(meeting, "Timer_SessionStarts");

        assertThat(stage.openKinds(meeting)).containsExactly("Task_RecordSession");
    }

    @Test
    void onlyAPreparationAsks() {
        LocalDate day = LocalDate.of(2056, 4, 14);
        String toRecord = convened("CP6", day);
        prepare("CP6", toRecord);
        stage.fires(toRecord, "Timer_ConfirmationsClosed");
        stage.fires(toRecord, "Timer_SessionStarts");
        String toPlan = stage.open("CP3");
        open.add(toPlan);

        off(day);

        assertThat(stage.openKinds(toRecord)).containsExactly("Task_RecordSession");
        assertThat(stage.openKinds(toPlan)).containsExactly("Task_PlanMeeting");
    }

    private String convened(String body, LocalDate day) {
        stage.itIs(MONDAY);
        String meeting = stage.open(body);
        stage.does(CommitteeStage.secretary(body), meeting, "Task_PlanMeeting", plan(day.atTime(10, 0)));
        open.add(meeting);
        return meeting;
    }

    private void prepare(String body, String meeting) {
        stage.does(
                CommitteeStage.member(body, 1),
                meeting,
                "Task_ProposeItems",
                Map.of("items", CommitteeStage.proposals("Point A")));
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(
                CommitteeStage.secretary(body),
                meeting,
                "Task_ComposeAgenda",
                Map.of("items", stage.ranked(meeting, "Point A")));
        stage.does(CommitteeStage.chair(body), meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
    }

    private void off(LocalDate day) {
        holidays.add(day, "Deuil *national*", "Décret", "admin");
        off.add(day);
    }

    private void worked(LocalDate day, int seen) {
        holidays.withdraw(day, seen, "Erreur", "admin");
    }

    /** Who was told of that task, and by which mail. */
    private Set<String> mails(String meeting, OpenTask task) {
        List<String> found = database.sql("""
                        select recipient || ' ' || template from mail
                        where reference = ? and body_text like ?""")
                .params(meeting, "%/tasks/" + task.id() + "%")
                .query(String.class)
                .list();
        assertThat(found).doesNotHaveDuplicates();
        return Set.copyOf(found);
    }
}
