package ma.tansiq.committee;

import static ma.tansiq.AtOnce.claim;
import static ma.tansiq.AtOnce.complete;
import static ma.tansiq.AtOnce.outcome;
import static ma.tansiq.AtOnce.winner;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.AtOnce;
import ma.tansiq.AtOnce.Outcome;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.paper.PaperSigning;
import ma.tansiq.committee.session.ProgrammeCommitteeMeetingProcessTests;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Refusal;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People who do at the same moment what excludes each other, in Tasklist and on pages: one is first, the other is told,
 * nothing is done twice and nothing fails.
 */
@TansiqTest
class OneMeetingAtOnceTests {

    private static final int MEETINGS = 6;

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    PaperSigning papers;

    @Autowired
    JdbcClient database;

    private final AtOnce people = new AtOnce();
    private final Map<String, Browser> browsers = new LinkedHashMap<>();

    @BeforeEach
    @AfterEach
    void backToNow() {
        ClockUtil.reset();
        database.sql("delete from sign_in_failure").update();
    }

    @AfterEach
    void everybodyLeaves() {
        people.close();
    }

    @Test
    void formSentFourTimesAtOnceOpensOneMeeting() throws Exception {
        List<Browser> openers = List.of(as("sec.cp4"), as("coord"), as("sec.cp4"), as("coord"));
        for (int round = 0; round < MEETINGS; round++) {
            Map<String, String> form = OpeningPage.filled(as("sec.cp4"), "CP4");
            int before = meetingsOf("CP4");

            List<HttpResponse<String>> answers =
                    people.act(4, person -> openers.get(person).submit(OpeningPage.ADDRESS, OpeningPage.ADDRESS, form));

            assertThat(answers.stream().map(AtOnce::outcome))
                    .containsExactlyInAnyOrder(Outcome.DONE, Outcome.TOLD, Outcome.TOLD, Outcome.TOLD);
            assertThat(meetingsOf("CP4")).isEqualTo(before + 1);
        }
    }

    private int meetingsOf(String body) {
        return database.sql("select count(*) from meeting where body = ?")
                .param(body)
                .query(Integer.class)
                .single();
    }

    @Test
    void sessionIsEitherMovedOrRecorded() throws Exception {
        for (int round = 0; round < MEETINGS; round++) {
            String body = "CP" + (round % 3 + 1);
            String meeting = stage.inSession(body, "Point A");
            OpenTask task = stage.taskOf(CommitteeStage.secretary(body), meeting, "Task_RecordSession");
            Browser secretary = as(CommitteeStage.secretary(body));
            Browser chair = as(CommitteeStage.chair(body));
            assertThat(claim(secretary, task.id(), CommitteeStage.secretary(body))
                            .statusCode())
                    .isEqualTo(204);
            Map<String, Object> record = stage.record(
                    meeting,
                    CommitteeStage.chair(body),
                    List.of(CommitteeStage.chair(body), CommitteeStage.member(body, 1)),
                    List.of(CommitteeStage.decided(1, "Adopté.")));

            List<HttpResponse<String>> answers = people.act(
                    2,
                    person -> person == 0
                            ? complete(secretary, task.id(), record)
                            : chair.submit(page(meeting, "reschedule"), page(meeting, "reschedule"), moved()));

            boolean recorded = winner(answers) == 0;
            assertThat(fact(meeting, "RECORDED")).isEqualTo(recorded ? 1 : 0);
            assertThat(fact(meeting, "RESCHEDULED")).isEqualTo(recorded ? 0 : 1);
        }
    }

    @Test
    void sessionThatTwoRecordAtOnceIsRecordedOnce() throws Exception {
        String meeting = stage.inSession("CP9", "Point A");
        OpenTask task = stage.taskOf("sec.cp9", meeting, "Task_RecordSession");
        Browser secretary = as("sec.cp9");
        assertThat(claim(secretary, task.id(), "sec.cp9").statusCode()).isEqualTo(204);
        assertThat(complete(as("coord"), task.id(), Map.of()).statusCode())
                .as("whoever did not take the task does not record")
                .isBetween(400, 499);

        List<Outcome> outcomes = people
                .act(
                        2,
                        person -> complete(
                                secretary,
                                task.id(),
                                stage.record(
                                        meeting,
                                        "chair.cp9",
                                        List.of("chair.cp9", "m1.cp9"),
                                        List.of(CommitteeStage.decided(1, "Texte " + person)))))
                .stream()
                .map(AtOnce::outcome)
                .toList();

        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.TOLD);
        assertThat(fact(meeting, "RECORDED")).isEqualTo(1);
        assertThat(database.sql("select count(*) from decision where meeting = ?")
                        .param(meeting)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        stage.stop(meeting);
    }

    @Test
    void approvalAndCancellationLeaveNothingHalfDone() throws Exception {
        for (int round = 0; round < MEETINGS; round++) {
            String body = "CP" + (round % 3 + 5);
            String meeting = composed(body);
            OpenTask task = stage.taskOf(CommitteeStage.chair(body), meeting, "Task_ApproveAgenda");
            Browser secretary = as(CommitteeStage.secretary(body));
            Browser chair = as(CommitteeStage.chair(body));
            assertThat(claim(chair, task.id(), CommitteeStage.chair(body)).statusCode())
                    .isEqualTo(204);

            List<HttpResponse<String>> answers = people.act(
                    2,
                    person -> person == 0
                            ? complete(chair, task.id(), Map.of("decision", "approve"))
                            : secretary.submit(
                                    page(meeting, "cancel"),
                                    page(meeting, "cancel"),
                                    Map.of("seen", "0", "reason", "Salle inondée")));

            assertThat(answers)
                    .extracting(AtOnce::outcome)
                    .contains(Outcome.DONE)
                    .doesNotContain(Outcome.FAILED);
            boolean approved = outcome(answers.get(0)) == Outcome.DONE;
            boolean cancelled = outcome(answers.get(1)) == Outcome.DONE;
            assertThat(fact(meeting, "CANCELLED")).isEqualTo(cancelled ? 1 : 0);
            assertThat(stage.ended(meeting)).isEqualTo(cancelled);
            assertThat(fact(meeting, "AGENDA_APPROVED")).isEqualTo(approved ? 1 : 0);
        }
    }

    @Test
    void decisionsAreSignedOnceOnPaperOrInTasklist() throws Exception {
        for (int round = 0; round < MEETINGS; round++) {
            String body = "CP" + (round % 3 + 1);
            String meeting = stage.inSession(body, "Point A");
            stage.does(
                    CommitteeStage.secretary(body),
                    meeting,
                    "Task_RecordSession",
                    stage.record(
                            meeting,
                            CommitteeStage.chair(body),
                            List.of(CommitteeStage.chair(body), CommitteeStage.member(body, 1)),
                            List.of(CommitteeStage.decided(1, "Adopté."))));
            stage.engineWorks(meeting);
            OpenTask task = stage.taskOf(CommitteeStage.chair(body), meeting, "Task_SignDecisions");
            Browser chair = as(CommitteeStage.chair(body));

            List<Outcome> outcomes = people.act(
                    2,
                    person -> person == 0
                            ? outcome(complete(chair, task.id(), Map.of("decision", "sign")))
                            : onPaper(meeting, CommitteeStage.secretary(body)));

            assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.TOLD);
            assertThat(fact(meeting, "DECISIONS_SIGNED") + fact(meeting, "DECISIONS_SIGNED_ON_PAPER"))
                    .isEqualTo(1);
            assertThat(database.sql("select count(*) from signed_document where meeting = ?")
                            .param(meeting)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private Outcome onPaper(String meeting, String by) {
        try {
            papers.signDecisions(meeting, ProgrammeCommitteeMeetingProcessTests.scan(), by);
            return Outcome.DONE;
        } catch (Refusal told) {
            return Outcome.TOLD;
        }
    }

    private String composed(String body) {
        String meeting = stage.convened(body);
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
        return meeting;
    }

    private static Map<String, String> moved() {
        return Map.of(
                "seen",
                "0",
                "day",
                CommitteeStage.SESSION.toLocalDate().plusDays(30).toString(),
                "from",
                "10:00",
                "to",
                "12:00",
                "place",
                "Rabat",
                "reason",
                "Empêchement",
                "clashesKnown",
                "true");
    }

    private static String page(String meeting, String act) {
        return "/coordination/meetings/" + meeting + "/" + act;
    }

    private int fact(String meeting, String fact) {
        return database.sql("select count(*) from meeting_history where meeting = ? and fact = ?")
                .params(meeting, fact)
                .query(Integer.class)
                .single();
    }

    private Browser as(String person) {
        return browsers.computeIfAbsent(person, each -> new Browser(port).signIn(each, "tansiq-demo"));
    }
}
