package ma.tansiq.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import ma.tansiq.LegalTime;
import ma.tansiq.TansiqTest;
import ma.tansiq.calendar.HolidayManagement;
import ma.tansiq.calendar.Holidays;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.MeetingManagement;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Aïd al-Fitr a day later than it was estimated (rule D2), in the two years in which it was so: estimated for Sunday 30
 * March 2025 and for Friday 21 April 2023, celebrated from Monday 31 March 2025 and from Saturday 22 April 2023. It lasts
 * two days.
 */
@TansiqTest
class AidAlFitrTests {

    private static final String OF_2025 = "ID_AL_FITR-1446";
    private static final String OF_2023 = "ID_AL_FITR-1444";

    @Autowired
    ProcessEngine engine;

    @Autowired
    HolidayManagement holidays;

    @Autowired
    Holidays calendar;

    @Autowired
    CommitteeStage stage;

    @Autowired
    MeetingManagement meetings;

    @Autowired
    JdbcClient database;

    private final List<ExampleProcess> open = new ArrayList<>();
    private String meeting = "";

    @AfterEach
    void asItWasEstimated() {
        open.forEach(ExampleProcess::close);
        if (!meeting.isEmpty()) {
            meetings.cancel(meeting, "Fin du test", "coord");
        }
        if (calendar.lastRulings().containsKey(OF_2025)) {
            moved(OF_2025, LocalDate.of(2025, 3, 30));
        }
        if (calendar.lastRulings().containsKey(OF_2023)) {
            moved(OF_2023, LocalDate.of(2023, 4, 21));
        }
        if (calendar.find("EXCEPTIONAL-2023-04-24").isPresent()) {
            holidays.withdraw(LocalDate.of(2023, 4, 24), 1, "Fin du test", "admin");
        }
        ClockUtil.reset();
    }

    @Test
    void deadlinesAcrossTheNewDayLengthenWithTheirTimersWhetherNotifiedOrNot() {
        // five working days without Monday 31 March: 25, 26, 27, 28 March and 1 April
        ExampleProcess notified = created("2025-03-24T09:00", "Task_ReviewMinutes");
        assertThat(notified.due()).isEqualTo(local("2025-04-01T16:30"));
        // three: 28 March, 1 and 2 April
        ExampleProcess untold = created("2025-03-27T09:00", "Task_ConfirmCompletion");
        assertThat(untold.due()).isEqualTo(local("2025-04-02T16:30"));
        assertThat(untold.timer("Escalation_1")).isEqualTo(local("2025-04-03T16:30"));
        itIs("2025-03-27T08:30");
        notified.fire("Reminder_1");

        itIs("2025-03-29T20:00");
        moved(OF_2025, LocalDate.of(2025, 3, 31));

        assertThat(notified.due()).as("1 April is off").isEqualTo(local("2025-04-02T16:30"));
        assertThat(notified.timer("Timer_Due")).isEqualTo(local("2025-04-02T16:30"));
        assertThat(notified.timer("Reminder_2")).isEqualTo(local("2025-04-02T08:30"));
        assertThat(untold.due()).isEqualTo(local("2025-04-03T16:30"));
        assertThat(untold.timer("Reminder_2")).isEqualTo(local("2025-04-03T08:30"));
        assertThat(untold.timer("Escalation_1")).isEqualTo(local("2025-04-04T16:30"));
        assertThat(untold.timer("Escalation_2")).isEqualTo(local("2025-04-07T16:30"));
    }

    @Test
    void deadlinesFromWhichADayOffIsTakenShortenOnlyWhereNobodyWasTold() {
        // five working days without Friday 21 April: 18, 19, 20, 24, 25; and 19, 20, 24, 25, 26
        ExampleProcess notified = created("2023-04-17T09:00", "Task_ReviewMinutes");
        ExampleProcess untold = created("2023-04-18T09:00", "Task_ReviewMinutes");
        assertThat(notified.due()).isEqualTo(local("2023-04-25T16:30"));
        assertThat(untold.due()).isEqualTo(local("2023-04-26T16:30"));
        itIs("2023-04-20T08:30");
        notified.fire("Reminder_1");

        itIs("2023-04-20T20:00");
        moved(OF_2023, LocalDate.of(2023, 4, 22));

        assertThat(notified.due()).as("told of the 25th").isEqualTo(local("2023-04-25T16:30"));
        assertThat(notified.timer("Timer_Due")).isEqualTo(local("2023-04-25T16:30"));
        assertThat(untold.due()).as("the 21st is worked").isEqualTo(local("2023-04-25T16:30"));
        assertThat(untold.timer("Timer_Due")).isEqualTo(local("2023-04-25T16:30"));
        assertThat(untold.timer("Reminder_1")).isEqualTo(local("2023-04-21T08:30"));

        // the exceptional day of that year
        holidays.add(LocalDate.of(2023, 4, 24), "Pont de l’Aïd", "Décision", "admin");
        assertThat(notified.due()).isEqualTo(local("2023-04-25T16:30"));
        assertThat(untold.due()).isEqualTo(local("2023-04-26T16:30"));
    }

    @Test
    void sessionOnTheNewDayIsAskedAboutAndToldOnce() {
        stage.itIs(LocalDateTime.parse("2025-03-03T09:00"));
        meeting = stage.open("CP9");
        stage.does(
                "sec.cp9", meeting, "Task_PlanMeeting", CommitteeStage.plan(LocalDateTime.parse("2025-04-01T10:00")));
        itIs("2025-03-29T20:00");

        moved(OF_2025, LocalDate.of(2025, 3, 31));
        holidays.confirm(OF_2025, calendar.lastRulings().getOrDefault(OF_2025, 0), "Communiqué, encore", "admin");

        assertThat(stage.open(meeting, "Task_DecideOnHoliday")).singleElement().satisfies(task -> {
            assertThat(task.candidateGroups()).containsExactly("CP9-secretary");
            // two working days after Saturday 29 March: 2 and 3 April
            assertThat(task.dueAt()).contains(local("2025-04-03T16:30"));
        });
        assertThat(database.sql("select recipient from mail where template = 'on-holiday' and reference = ?")
                        .param(meeting)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("sec.cp9", "chair.cp9");
    }

    private ExampleProcess created(String at, String kind) {
        itIs(at);
        ExampleProcess process = new ExampleProcess(engine, kind, "ex.member", "");
        open.add(process);
        return process.start();
    }

    private void moved(String feast, LocalDate to) {
        holidays.move(feast, to, calendar.lastRulings().getOrDefault(feast, 0), "Communiqué", "admin");
    }

    private static void itIs(String local) {
        ExampleProcess.at(local(local).toString());
    }

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(LegalTime.ZONE).toInstant();
    }
}
