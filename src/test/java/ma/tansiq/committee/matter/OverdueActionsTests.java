package ma.tansiq.committee.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.action.ActionManagement;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.MeetingManagement;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Actions overdue by more than ten working days come back as one standing item (rule B5). */
@TansiqTest
class OverdueActionsTests {

    @Autowired
    CommitteeStage stage;

    @Autowired
    OverdueActions overdue;

    @Autowired
    Matters matters;

    @Autowired
    ActionManagement actions;

    @Autowired
    MeetingManagement meetings;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    /** The action is due on Wednesday 30 June 2027: ten working days later is Wednesday 14 July. */
    @Test
    void theyReturnOnceToTheBodyThatDecidedThemAndThroughTheOneBelowAnInterministerialCommittee() {
        String action = stage.sealed("CP9") + "-A1";

        overdue.refresh("CP9", "CP9-2027-77", LocalDate.of(2027, 7, 14), "sec.cp9");
        assertThat(standing("CP9")).as("exactly ten working days").isEmpty();
        overdue.refresh("CP9", "CP9-2027-78", LocalDate.of(2027, 7, 15), "sec.cp9");
        assertThat(standing("CP9"))
                .singleElement()
                .satisfies(each -> assertThat(each.text()).contains(action, "Rédiger le guide", "30/06/2027"));

        stage.itIs(LocalDateTime.of(2027, 8, 2, 9, 0));
        String meeting = stage.open("CP9");
        stage.does("sec.cp9", meeting, "Task_PlanMeeting", CommitteeStage.plan(LocalDateTime.of(2027, 8, 17, 10, 0)));
        assertThat(standing("CP9")).as("one, however often").hasSize(1);
        meetings.cancel(meeting, "Fin du test", "sec.cp9");

        database.sql("update action set body = 'CI' where reference = ?")
                .param(action)
                .update();
        overdue.refresh("CI", "CI-2027-77", LocalDate.of(2027, 7, 15), "sec.ci");
        overdue.refresh("COPIL", "COPIL-2027-77", LocalDate.of(2027, 7, 15), "sec.copil");
        assertThat(standing("CI")).isEmpty();
        assertThat(standing("COPIL"))
                .singleElement()
                .satisfies(each -> assertThat(each.text()).contains(action));

        database.sql("update action set body = 'CP9' where reference = ?")
                .param(action)
                .update();
        actions.cancel(action, "Fin du test", "sec.cp9");
        database.sql("update matter set status = 'CLOSED' where origin like 'OVERDUE:%'")
                .update();
    }

    private List<Matter> standing(String body) {
        return matters.backlogOf(body).stream()
                .filter(each -> each.title().equals("Actions en retard"))
                .toList();
    }
}
