package ma.tansiq.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.demonstration.Advance.Ran;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@TansiqTest
class DemonstrationClockTests {

    @Autowired
    DemonstrationClock demonstration;

    @Autowired
    ClockOffset offset;

    @Autowired
    CommitteeStage stage;

    @Autowired
    MeetingManagement meetings;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService processes;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    WebApplicationContext application;

    MockMvc browser;
    String deployment;

    @BeforeEach
    void threeTimersThatDoNotFallDueInTheOrderOfTheirCreation() {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        deployment = models.createDeployment()
                .addModelInstance(
                        "trial.bpmn",
                        Bpmn.createExecutableProcess("ClockTrial")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .parallelGateway("Gateway_Fork")
                                .intermediateCatchEvent("Timer_Later")
                                .name("Plus tard")
                                .timerWithDuration("PT3H")
                                .endEvent()
                                .moveToNode("Gateway_Fork")
                                .intermediateCatchEvent("Timer_Sooner")
                                .timerWithDuration("PT1H")
                                .intermediateCatchEvent("Timer_Between")
                                .timerWithDuration("PT1H")
                                .manualTask("Task_Async")
                                .camundaAsyncBefore()
                                .endEvent()
                                .done())
                .addModelInstance(
                        "failing.bpmn",
                        Bpmn.createExecutableProcess("FailingTrial")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask("Task_Fail")
                                .camundaAsyncBefore()
                                .camundaFailedJobRetryTimeCycle("R2/PT10M")
                                .camundaClass(Failing.class)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void clockGoesBackForOtherTests() {
        models.deleteDeployment(deployment, true);
        ClockUtil.reset();
        database.sql("delete from demonstration_clock").update();
    }

    @Test
    void runsWhatFallsDueInOrderAtItsOwnInstant() {
        processes.startProcessInstanceByKey("ClockTrial", "TRIAL-1");
        Instant before = clock.instant();

        Advance advance = demonstration.advance(new ClockRequest("PT4H", null));

        List<Ran> trial = ofTrial(advance, "TRIAL-1");
        assertThat(trial)
                .extracting(Ran::element)
                .containsExactly("Timer_Sooner", "Timer_Between", "Task_Async", "Timer_Later");
        assertThat(hoursAfter(before, trial)).containsExactly(1L, 2L, 2L, 3L);
        assertThat(trial.get(3).name()).isEqualTo("Plus tard");
        assertThat(advance.complete()).isTrue();
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("TRIAL-1")
                        .count())
                .isZero();
        assertThat(Duration.between(before, clock.instant())).isBetween(Duration.ofHours(4), Duration.ofMinutes(245));
    }

    @Test
    void leavesWhatIsDueLaterAlone() {
        processes.startProcessInstanceByKey("ClockTrial", "TRIAL-2");
        Advance advance = demonstration.advance(new ClockRequest("PT59M", null));
        assertThat(ofTrial(advance, "TRIAL-2")).isEmpty();
    }

    @Test
    void tellsOfWhatFailsAndGoesOn() {
        processes.startProcessInstanceByKey("FailingTrial", "TRIAL-3");

        Advance advance = demonstration.advance(new ClockRequest("P2D", null));

        assertThat(ofTrial(advance, "TRIAL-3")).hasSize(2).allSatisfy(ran -> {
            assertThat(ran.failed()).isTrue();
            assertThat(ran.failure()).isEqualTo("no luck");
        });
        assertThat(ofTrial(advance, "TRIAL-3").get(1).retriesLeft()).isZero();
        assertThat(advance.complete()).isTrue();
    }

    @Test
    void restartDoesNotTurnTimeBack() {
        demonstration.advance(new ClockRequest("P3D", null));
        Instant shown = clock.instant();
        ClockUtil.reset();
        offset.restore();
        assertThat(clock.instant()).isAfterOrEqualTo(shown);
    }

    @Test
    void coordinatorsMoveItOnThePage() throws Exception {
        browser.perform(get("/demo/clock").with(user("coord")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"_csrf\"")))
                .andExpect(content().string(containsString("name=\"advance\"")))
                .andExpect(content().string(containsString("name=\"to\"")));
        processes.startProcessInstanceByKey("ClockTrial", "TRIAL-4");
        browser.perform(post("/demo/clock")
                        .param("advance", "PT2H")
                        .with(user("coord"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Timer_Sooner")))
                .andExpect(content().string(containsString("TRIAL-4")));
    }

    @Test
    void tellsWhoWasRemindedOfWhichTaskByWhichMailAndWhichTasksOpenedAndClosed() {
        String meeting = stage.open("CP4");
        Advance advance;
        try {
            advance = demonstration.advance(new ClockRequest("P6D", null));
        } finally {
            meetings.cancel(meeting, "Fin du test", "coord");
        }

        var reminder = advance.told().stream()
                .filter(each -> each.about().equals(meeting) && each.what().equals("REMINDER"))
                .findFirst()
                .orElseThrow();
        assertThat(reminder.kind()).isEqualTo("Task_PlanMeeting");
        assertThat(reminder.mail()).isNotNull();
        assertThat(advance.ran())
                .as("at the opening of business of that day, when its timer ran")
                .anyMatch(ran -> "Reminder_1".equals(ran.step()) && meeting.equals(ran.about()) && !advance.idle(ran));
        assertThat(advance.mails()).anySatisfy(mail -> {
            assertThat(mail.id()).isEqualTo(reminder.mail());
            assertThat(mail.template()).isEqualTo("reminder");
        });
        assertThat(ofTrial(advance, meeting))
                .filteredOn(ran -> ran.step() != null && !advance.idle(ran))
                .isNotEmpty()
                .allSatisfy(ran -> assertThat(ran.element()).isEqualTo("Task_PlanMeeting"));
    }

    @Test
    void saysWhatFallsDueNextAndGoesExactlyThere() throws Exception {
        processes.startProcessInstanceByKey("ClockTrial", "TRIAL-6");
        Upcoming next = demonstration.next(50).stream()
                .filter(each -> each.work().stream().anyMatch(work -> "TRIAL-6".equals(work.about())))
                .findFirst()
                .orElseThrow();
        assertThat(next.work()).extracting(Upcoming.Work::element).contains("Timer_Sooner");

        browser.perform(post("/demo/clock")
                        .param("to", next.to())
                        .with(user("coord"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("TRIAL-6")))
                .andExpect(content().string(containsString("name=\"to\" value=\"")));

        assertThat(Duration.between(next.at(), clock.instant())).isBetween(Duration.ZERO, Duration.ofMinutes(2));
        assertThat(jobs.createJobQuery()
                        .activityId("Timer_Sooner")
                        .processDefinitionKey("ClockTrial")
                        .count())
                .isZero();
    }

    @Test
    void programsGetJson() throws Exception {
        processes.startProcessInstanceByKey("ClockTrial", "TRIAL-5");
        browser.perform(post("/demo/clock")
                        .param("advance", "PT2H")
                        .accept(MediaType.APPLICATION_JSON)
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.now").exists())
                .andExpect(jsonPath("$.ran[*].element").value(hasItem("Timer_Sooner")))
                .andExpect(jsonPath("$.ran[*].about").value(hasItem("TRIAL-5")))
                .andExpect(jsonPath("$.told").isArray())
                .andExpect(jsonPath("$.tasks").isArray())
                .andExpect(jsonPath("$.mails").isArray());
    }

    @Test
    void refusesInASentenceAndKeepsWhatWasTyped() throws Exception {
        browser.perform(post("/demo/clock")
                        .param("advance", "five days")
                        .locale(Locale.FRENCH)
                        .with(user("coord"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("« five days » n’est pas une durée")))
                .andExpect(content().string(containsString("value=\"five days\"")));
        browser.perform(post("/demo/clock")
                        .param("advance", "-P5D")
                        .accept(MediaType.APPLICATION_JSON)
                        .locale(Locale.ENGLISH)
                        .with(user("coord"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("only goes forward")));
    }

    @Test
    void isClosedToOthersAndToForgedRequests() throws Exception {
        browser.perform(get("/demo/clock").with(user("sec.cp11"))).andExpect(status().isForbidden());
        browser.perform(post("/demo/clock")
                        .param("advance", "P1D")
                        .with(user("audit"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        browser.perform(post("/demo/clock").param("advance", "P1D").with(user("coord")))
                .andExpect(status().isForbidden());
    }

    private static List<Ran> ofTrial(Advance advance, String key) {
        return advance.ran().stream().filter(ran -> key.equals(ran.about())).toList();
    }

    private static List<Long> hoursAfter(Instant start, List<Ran> ran) {
        return ran.stream()
                .map(one -> Math.round(Duration.between(start, one.at()).toMinutes() / 60.0))
                .toList();
    }

    /** Never works. */
    public static class Failing implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            throw new IllegalStateException("no luck");
        }
    }
}
