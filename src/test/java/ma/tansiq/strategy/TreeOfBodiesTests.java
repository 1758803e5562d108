package ma.tansiq.strategy;

import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.decided;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.OpenTask;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.transaction.annotation.Transactional;

/**
 * A technical commission between the steering and the interministerial committee, and a regional committee below a
 * programme committee, come with the strategy's file alone (rule A1). All of it is rolled back.
 */
@TansiqTest
@Transactional
class TreeOfBodiesTests {

    private static final String MATTER = "Accueil dans les régions";

    @Autowired
    StrategyLoading loading;

    @Autowired
    CommitteeStage stage;

    @Autowired
    Bodies bodies;

    @Autowired
    BodyManagement management;

    @Autowired
    Accounts accounts;

    @Autowired
    RuntimeService runtime;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void matterRisesThroughBodiesThatTheFileAddedAndComesBackToEachOfThem() throws IOException {
        stage.itIs(CommitteeStage.MORNING);
        loading.load(withMoreBodies());
        seatPeople("CR1");
        seatPeople("CT");

        String regional = stage.inSession("CR1", MATTER);
        refers("CR1", regional);
        String programme = withWaiting("CP11");
        refers("CP11", programme);
        String steering = withWaiting("COPIL");
        refers("COPIL", steering);
        String commission = withWaiting("CT");
        assertThat(List.of(processOf(regional), processOf(programme), processOf(steering), processOf(commission)))
                .containsExactly("ProgrammeCommitteeMeeting", "SteeringReview", "SteeringReview", "SteeringReview");
        decides("CT", commission);

        for (String origin : List.of("CR1", "CP11", "COPIL")) {
            assertThat(stage.ended(commission)).isFalse();
            OpenTask extract = stage.taskOf(secretary(origin), commission, "Task_AcknowledgeExtract");
            stage.does(secretary(origin), extract, Map.of());
        }
        stage.closesReports(commission);
        assertThat(stage.ended(commission)).isTrue();
    }

    @Test
    void rulesAndTreeAreThoseOfTheFile() throws IOException {
        loading.load(withMoreBodies());

        assertThat(bodies.parentOf("COPIL")).map(Body::code).contains("CT");
        assertThat(bodies.parentOf("CT")).map(Body::code).contains("CI");
        assertThat(bodies.childrenOf("CP11")).extracting(Body::code).containsExactly("CR1");
        assertThat(bodies.find("CT").orElseThrow().rules()).isEqualTo("COPIL");
        assertThat(bodies.find("CR1").orElseThrow().rules()).isEqualTo("CP");
        loading.load(new ClassPathResource("strategy/snia.yaml"));
        assertThat(bodies.parentOf("COPIL"))
                .as("the file leads")
                .map(Body::code)
                .contains("CI");
    }

    @Test
    void levelWithoutARowOfRulesIsRefusedWithItsLine() throws IOException {
        String file = shipped()
                .replace("levels:\n", "levels:\n  - {code: CT, process: steering-review, fr: \"Commission\"}\n");
        int line = (int) file.substring(0, file.indexOf("{code: CT")).lines().count();

        StrategyFileRefused refused =
                catchThrowableOfType(StrategyFileRefused.class, () -> loading.load(resource(file)));

        assertThat(refused.problems())
                .containsExactly(new StrategyFileRefused.Problem(
                        line, "MeetingRules.dmn has no row for \"CT\", whose rules the level CT is to follow"));
    }

    private static Resource withMoreBodies() throws IOException {
        String file = shipped()
                .replace("levels:\n", """
                        levels:
                          - {code: CT, process: steering-review, rules: COPIL, fr: "Commission technique"}
                          - {code: CPR, process: steering-review, rules: CP, fr: "Comité de programme et ses comités régionaux"}
                          - {code: CR, process: programme-committee-meeting, rules: CP, fr: "Comités régionaux"}
                        """)
                .replaceFirst("(?s)(code: CP11\n    level: )CP\n", "$1CPR\n")
                .replaceFirst("(?s)(code: COPIL\n.*?parent: )CI\n", "$1CT\n")
                .replace(
                        "\nbodies:\n",
                        "\nbodies:\n" + body("CR1", "CR", "CP11", "P6M") + body("CT", "CT", "CI", "P3M"));
        return resource(file);
    }

    private static String body(String code, String level, String parent, String cadence) {
        return """
                  - code: %s
                    level: %s
                    fr: "Instance nouvelle"
                    parent: %s
                    cadence: %s
                    cadence-confidence: assumption
                    confidence: assumption
                    seats:
                      - {seat: chair, role: chair, category: institution, from: 2020-01-01}
                      - {seat: sec, role: secretary, category: institution, from: 2020-01-01}
                      - {seat: m1, role: full-member, category: institution, from: 2020-01-01}
                      - {seat: m2, role: full-member, category: institution, from: 2020-01-01}
                      - {seat: m3, role: full-member, category: institution, from: 2020-01-01}
                """.formatted(code, level, parent, cadence);
    }

    private static String shipped() throws IOException {
        return new ClassPathResource("strategy/snia.yaml").getContentAsString(StandardCharsets.UTF_8);
    }

    private static Resource resource(String file) {
        return new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8), "more-bodies.yaml");
    }

    private void seatPeople(String body) {
        Map<String, String> people = Map.of(
                "chair", chair(body),
                "sec", secretary(body),
                "m1", member(body, 1),
                "m2", member(body, 2),
                "m3", member(body, 3));
        people.forEach((seat, account) -> {
            accounts.provision(
                    new Account(account, "Une", "Personne", account + "@example.org"), "tansiq-demonstration");
            management.appoint(body + "." + seat, account, LocalDate.of(2020, 1, 1), "admin");
        });
    }

    private String withWaiting(String body) {
        String meeting = stage.convened(body);
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(secretary(body), meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, MATTER)));
        stage.does(chair(body), meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.session(body));
        stage.fires(meeting, "Timer_SessionStarts");
        return meeting;
    }

    private void refers(String body, String meeting) {
        record(body, meeting, Map.of("position", 1, "outcome", "REFERRED_UP", "discussion", "Dépasse l'instance"));
    }

    private void decides(String body, String meeting) {
        record(body, meeting, decided(1, "La commission décide."));
        stage.engineWorks(meeting);
        stage.does(
                secretary(body),
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte à 10 h.", "discussions", List.of(), "closing", "Levée à 12 h."));
        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does(chair(body), meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
    }

    private void record(String body, String meeting, Map<String, Object> item) {
        List<String> present = List.of(chair(body), member(body, 1), member(body, 2), member(body, 3));
        stage.does(
                secretary(body),
                meeting,
                "Task_RecordSession",
                stage.record(meeting, chair(body), present, List.of(item)));
        stage.engineWorks(meeting);
        stage.does(chair(body), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
    }

    private String processOf(String meeting) {
        String definition = runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .processInstanceBusinessKey(meeting)
                .singleResult()
                .getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }
}
