package ma.tansiq.administration;

import static ma.tansiq.committee.CommitteeStage.instant;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ma.tansiq.Browser;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.calendar.Holidays;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.MeetingManagement;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows from a ruling on a day off (rule D2): deadlines of open tasks, sessions on that day. */
class HolidayConsequencesTests extends Administrators {

    private static final String HOLIDAYS = "/admin/holidays";
    private static final LocalDateTime MONDAY = LocalDateTime.of(2052, 3, 4, 9, 0);
    private static final LocalDateTime THURSDAY_CLOSE = LocalDateTime.of(2052, 3, 7, 16, 30);

    @Autowired
    CommitteeStage stage;

    @Autowired
    Holidays holidays;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    MeetingManagement meetings;

    @Autowired
    ManagementService management;

    private final List<String> planned = new ArrayList<>();

    @AfterEach
    void backToNow() {
        planned.forEach(meeting -> meetings.cancel(meeting, "Fin du test", "coord"));
        ClockUtil.reset();
    }

    @Test
    void rulingSaysHowManyOpenDeadlinesItMovedAndShortensNoneThatIsNotified() {
        stage.itIs(MONDAY);
        String told = stage.open("CP8");
        String untold = stage.open("CP5");
        assertThat(List.of(due(told), due(untold))).as("three working days").containsOnly(instant(THURSDAY_CLOSE));

        assertThat(moved(add("2052-03-06"))).isEqualTo("2");
        assertThat(List.of(due(told), due(untold)))
                .as("and a day off")
                .containsOnly(instant(THURSDAY_CLOSE.plusDays(1)));

        remind(told);
        assertThat(moved(withdraw("2052-03-06"))).isEqualTo("1");
        assertThat(due(told)).as("who was told of Friday keeps Friday").isEqualTo(instant(THURSDAY_CLOSE.plusDays(1)));
        assertThat(due(untold)).isEqualTo(instant(THURSDAY_CLOSE));

        assertThat(moved(add("2052-03-07")))
                .as("the one that was told has its Friday anyway")
                .isEqualTo("1");
    }

    @Test
    void sessionOnANewDayOffIsToldOnceToSecretaryAndChairWithTheLinkToMoveIt() {
        String meeting = planned("CP8", LocalDateTime.of(2052, 4, 3, 10, 0));
        String other = planned("CP5", LocalDateTime.of(2052, 4, 4, 10, 0));

        add("2052-04-03");

        assertThat(told(meeting)).containsExactly("chair.cp8", "sec.cp8");
        assertThat(told(other)).isEmpty();
        assertThat(text(meeting))
                .contains("/coordination/meetings/" + meeting + "/reschedule", "Deuil", "3 avril 2052");
        assertThat(administrator.get("/admin").body()).contains(meeting).doesNotContain(other + "</bdi></a>");

        assertThat(add("2052-04-03").statusCode())
                .as("another administrator on a stale page")
                .isEqualTo(409);
        assertThat(told(meeting)).containsExactly("chair.cp8", "sec.cp8");

        withdraw("2052-04-03");
        assertThat(add("2052-04-03").statusCode()).isEqualTo(302);
        assertThat(told(meeting))
                .as("withdrawn and set again")
                .containsExactly("chair.cp8", "chair.cp8", "sec.cp8", "sec.cp8");
    }

    @Test
    void sessionOnAReligiousDayThatIsMovedIsToldOnceAlsoWhenTheRulingIsSavedAgain() {
        Holiday feast = twoDaysBeforeAWorkingDay();
        LocalDate session = feast.lastDay().plusDays(1);
        String meeting = planned("CP8", session.atTime(10, 0));

        place(feast, feast.firstDay(), 0);
        assertThat(told(meeting)).as("confirmed where it was").isEmpty();
        place(feast, feast.firstDay().plusDays(1), 1);
        assertThat(told(meeting)).containsExactly("chair.cp8", "sec.cp8");
        place(feast, feast.firstDay().plusDays(1), 2);
        assertThat(told(meeting)).as("ruled the same again").containsExactly("chair.cp8", "sec.cp8");
        assertThat(stage.open(meeting, "Task_DecideOnHoliday")).hasSize(1);

        assertThat(moved(place(feast, feast.firstDay(), 3)))
                .as("a task that ends is no deadline that moved")
                .isEqualTo("0");
        assertThat(stage.open(meeting, "Task_DecideOnHoliday")).isEmpty();
    }

    @Test
    void whoeverReadThePageBeforeTheLastRulingIsToldAndKeepsWhatWasTyped() {
        Holiday feast = holidays.between(LocalDate.of(2053, 1, 1), LocalDate.of(2053, 12, 31)).stream()
                .filter(each -> each.kind() == Holiday.Kind.RELIGIOUS)
                .findFirst()
                .orElseThrow();
        assertThat(place(feast, feast.firstDay().plusDays(1), 0).statusCode()).isEqualTo(302);

        HttpResponse<String> stale = place(feast, feast.firstDay().minusDays(1), 0);

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains(
                        "vient de décider",
                        "Communiqué",
                        "name=\"seen\" value=\"1\"",
                        "value=\"" + feast.firstDay().minusDays(1) + "\"");
        assertThat(holidays.find(feast.reference()).orElseThrow().firstDay())
                .isEqualTo(feast.firstDay().plusDays(1));
        assertThat(place(feast, feast.firstDay().minusDays(1), -1).statusCode())
                .as("a form that does not say what was seen")
                .isEqualTo(409);
    }

    @Test
    void pageOfAMeetingAsksWhatToDoUntilTheSessionIsMaintained() {
        String meeting = planned("CP8", LocalDateTime.of(2052, 4, 10, 10, 0));
        String page = "/coordination/meetings/" + meeting;
        Browser secretary = signedIn("sec.cp8");
        add("2052-04-10");
        assertThat(secretary.get(page).body()).contains("Décidez de la reporter ou de la maintenir");

        Map<String, String> kept = Map.of("decision", "maintain", "motive", "Le ministre ne peut <b>que</b> ce jour.");
        stage.does("sec.cp8", meeting, "Task_DecideOnHoliday", kept);

        assertThat(secretary.get(page).body())
                .contains("et elle est maintenue. Motif : Le ministre ne peut &lt;b&gt;que&lt;/b&gt; ce jour.")
                .contains("Séance maintenue un jour férié")
                .doesNotContain("Décidez de la reporter");
    }

    private String planned(String body, LocalDateTime start) {
        stage.itIs(MONDAY);
        String meeting = stage.open(body);
        stage.does(CommitteeStage.secretary(body), meeting, "Task_PlanMeeting", CommitteeStage.plan(start));
        planned.add(meeting);
        return meeting;
    }

    private Holiday twoDaysBeforeAWorkingDay() {
        return IntStream.rangeClosed(2054, 2070)
                .boxed()
                .flatMap(year -> holidays.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream())
                .filter(each -> each.kind() == Holiday.Kind.RELIGIOUS && each.days() == 2)
                .filter(each -> workingDays.isWorkingDay(each.lastDay().plusDays(1)))
                .findFirst()
                .orElseThrow();
    }

    private Instant due(String meeting) {
        return stage.open(meeting, "Task_PlanMeeting").get(0).dueAt().orElseThrow();
    }

    private void remind(String meeting) {
        String task = stage.open(meeting, "Task_PlanMeeting").get(0).id();
        String instance = database.sql("select proc_inst_id_ from act_ru_task where id_ = ?")
                .param(task)
                .query(String.class)
                .single();
        management.createJobQuery().processInstanceId(instance).timers().list().stream()
                .filter(job -> ((JobEntity) job).getJobHandlerConfigurationRaw().contains("Reminder_1"))
                .forEach(job -> management.executeJob(job.getId()));
    }

    private HttpResponse<String> add(String day) {
        return submit(HOLIDAYS, Map.of("year", "2052", "day", day, "name", "Deuil", "act", "Décret"));
    }

    private HttpResponse<String> withdraw(String day) {
        String address = HOLIDAYS + "/EXCEPTIONAL-" + day + "/withdraw";
        return administrator.submit(
                HOLIDAYS, address, Map.of("year", "2052", "day", day, "act", "Erreur", "seen", "1"));
    }

    private HttpResponse<String> place(Holiday feast, LocalDate day, int seen) {
        return administrator.submit(
                HOLIDAYS,
                HOLIDAYS + "/" + feast.reference(),
                Map.of(
                        "year", String.valueOf(day.getYear()),
                        "day", day.toString(),
                        "act", "Communiqué",
                        "seen", String.valueOf(seen)));
    }

    private static String moved(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*moved=", "");
    }

    private List<String> told(String meeting) {
        return database.sql(
                        "select recipient from mail where template = 'on-holiday' and reference = ? order by recipient")
                .param(meeting)
                .query(String.class)
                .list();
    }

    private String text(String meeting) {
        return database.sql("select body_text from mail where template = 'on-holiday' and reference = ? limit 1")
                .param(meeting)
                .query(String.class)
                .single();
    }
}
