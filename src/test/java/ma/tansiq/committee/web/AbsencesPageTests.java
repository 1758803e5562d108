package ma.tansiq.committee.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.body.Mandates;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.engine.OpenTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member's substitute during an absence does the member's tasks, and both are told (rule A1b). */
@TansiqTest
class AbsencesPageTests {

    private static final String PAGE = "/my-committees/absences";
    private static final LocalDate TODAY = CommitteeStage.MORNING.toLocalDate();

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    MeetingManagement meetings;

    @Autowired
    AttendanceSheets sheets;

    @Autowired
    Mandates mandates;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void morning() {
        database.sql("delete from sign_in_failure").update();
        stage.itIs(CommitteeStage.MORNING);
    }

    @AfterEach
    void everybodyIsBack() {
        ClockUtil.reset();
        database.sql("delete from absence").update();
    }

    @Test
    void openAndNewTasksGoToTheSubstituteAndComeBackByThemselves() {
        String meeting = stage.convened("CP3");
        assertThat(holder(meeting, "Task_ProposeItems", "m1.cp3")).isEqualTo("m1.cp3");
        Browser member = as("m1.cp3");
        assertThat(announce(member, "CP3/m1.cp3/alt1.cp3", TODAY, TODAY.plusDays(3))
                        .statusCode())
                .isEqualTo(302);

        OpenTask proposing = stage.taskOf("alt1.cp3", meeting, "Task_ProposeItems");
        assertThat(proposing.absent()).as("whose task it is").contains("m1.cp3");
        stage.does("alt1.cp3", meeting, "Task_ConfirmAttendance", Map.of("answer", "ACCEPTED"));
        assertThat(sheets.of(meeting))
                .as("the member's own answer")
                .filteredOn(each -> each.account().equals("m1.cp3"))
                .extracting(each -> String.valueOf(each.answer()))
                .containsExactly("ACCEPTED");
        assertThat(as("m2.cp3").get("/coordination/meetings/" + meeting).body())
                .as("who did it is on record")
                .contains("Tâche faite par un remplaçant");

        meetings.reschedule(meeting, movedTo(), "Salle prise", "sec.cp3");
        assertThat(holder(meeting, "Task_ReconfirmAttendance", "m1.cp3"))
                .as("a new task, of one who answered")
                .isEqualTo("alt1.cp3");
        assertThat(told("rescheduled", meeting)).contains("m1.cp3", "alt1.cp3");
        assertThat(text("rescheduled", meeting, "alt1.cp3")).contains("Copie : vous remplacez");
        assertThat(text("rescheduled", meeting, "m1.cp3")).doesNotContain("Copie");

        stage.itIs(CommitteeStage.MORNING.plusDays(4));
        mandates.refresh();
        assertThat(holder(meeting, "Task_ReconfirmAttendance", "m1.cp3")).isEqualTo("m1.cp3");
        assertThat(stage.taskOf("m1.cp3", meeting, "Task_ProposeItems").absent())
                .isEmpty();
        meetings.cancel(meeting, "Fin du test", "coord");
    }

    @Test
    void secretaryEntersAnAbsenceAndItEndsEarly() {
        String meeting = stage.convened("CP1");
        Browser secretary = as("sec.cp1");
        assertThat(announce(secretary, "CP1/m1.cp1/alt1.cp1", TODAY, TODAY.plusDays(30))
                        .statusCode())
                .isEqualTo(302);
        assertThat(told("absence-announced", "CP1")).containsExactly("alt1.cp1", "m1.cp1", "sec.cp1");
        assertThat(holder(meeting, "Task_ProposeItems", "m1.cp1")).isEqualTo("alt1.cp1");
        String id =
                database.sql("select id::text from absence").query(String.class).single();

        Browser substitute = as("alt1.cp1");
        assertThat(substitute.get(PAGE).body()).contains("en cours").doesNotContain("/end");
        var strange = substitute.submit(PAGE, PAGE + "/" + id + "/end", Map.of("seen", "1"));
        assertThat(strange.statusCode()).isEqualTo(422);
        assertThat(secretary
                        .submit(PAGE, PAGE + "/" + id + "/end", Map.of("seen", "9"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(as("m1.cp1")
                        .submit(PAGE, PAGE + "/" + id + "/end", Map.of("seen", "1"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(holder(meeting, "Task_ProposeItems", "m1.cp1")).isEqualTo("m1.cp1");
        assertThat(told("absence-ended", "CP1")).containsExactly("alt1.cp1", "m1.cp1", "sec.cp1");
        assertThat(secretary
                        .submit(PAGE, PAGE + "/" + id + "/end", Map.of("seen", "1"))
                        .statusCode())
                .as("ended meanwhile")
                .isEqualTo(409);
        meetings.cancel(meeting, "Fin du test", "coord");
    }

    @Test
    void nonsenseIsRefusedInASentenceAndWhatWasTypedIsKept() {
        Browser member = as("m1.cp3");
        LocalDate later = TODAY.plusDays(5);
        refused(announce(member, "", TODAY, later), "Choisissez qui remplace qui");
        refused(announce(member, "CP3/m1.cp3/m2.cp3", TODAY, later), "seul un suppléant du même siège");
        refused(announce(member, "CP3/m1.cp3/m1.cp3", TODAY, later), "seul un suppléant du même siège");
        refused(announce(member, "CP3/m2.cp3/alt1.cp3", TODAY, later), "par la personne absente");
        refused(announce(member, "CP1/m1.cp1/alt1.cp1", TODAY, later), "par la personne absente");
        refused(announce(member, "NOWHERE/m1.cp3/alt1.cp3", TODAY, later), "L’instance NOWHERE n’existe pas");
        refused(announce(member, "CP3/m1.cp3/alt1.cp3", later, TODAY), "Les dates sont inversées");
        refused(announce(member, "CP3/m1.cp3/alt1.cp3", TODAY.minusDays(9), TODAY.minusDays(1)), "serait déjà finie");
        refused(announce(member, "CP3/m1.cp3/alt1.cp3", TODAY, TODAY.plusDays(366)), "moins de 366 jours");
        refused(announce(as("chair.cp3"), "CP3/chair.cp3/alt1.cp3", TODAY, later), "se remplace par un intérim");
        var unreadable = member.submit(PAGE, PAGE, Map.of("choice", "CP3/m1.cp3/alt1.cp3", "from", "demain", "to", ""));
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.body()).contains("value=\"demain\"");
        assertThat(database.sql("select count(*) from absence")
                        .query(Long.class)
                        .single())
                .isZero();

        assertThat(announce(member, "CP3/m1.cp3/alt1.cp3", later, later.plusDays(5))
                        .statusCode())
                .isEqualTo(302);
        refused(announce(member, "CP3/m1.cp3/alt1.cp3", later.plusDays(5), later.plusDays(9)), "est déjà absent(e)");
    }

    private HttpResponse<String> announce(Browser browser, String choice, LocalDate from, LocalDate to) {
        return browser.submit(PAGE, PAGE, Map.of("choice", choice, "from", from.toString(), "to", to.toString()));
    }

    private static void refused(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).as(sentence).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
    }

    /** Who holds that person's task of this kind. */
    private String holder(String meeting, String kind, String account) {
        return stage.open(meeting, kind).stream()
                .filter(task ->
                        task.absent().or(task::assignee).filter(account::equals).isPresent())
                .findFirst()
                .flatMap(OpenTask::assignee)
                .orElseThrow();
    }

    private List<String> told(String template, String reference) {
        return database.sql(
                        "select distinct recipient from mail where template = ? and reference = ? order by recipient")
                .params(template, reference)
                .query(String.class)
                .list();
    }

    private String text(String template, String reference, String recipient) {
        return database.sql("select body_text from mail where template = ? and reference = ? and recipient = ?")
                .params(template, reference, recipient)
                .query(String.class)
                .single();
    }

    private Browser as(String account) {
        return new Browser(port).signIn(account, "tansiq-demo");
    }

    private static ma.tansiq.committee.meeting.MeetingPlan movedTo() {
        return ma.tansiq.committee.session.ProgrammeCommitteeMeetingProcessTests.movedTo(14);
    }
}
