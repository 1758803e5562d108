package ma.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a candidate of a task can do by Tasklist's own API: work on it, no more. */
@TansiqTest
class CandidateRightsTests {

    private static final String ANSWER = "{\"variables\":{\"place\":{\"value\":\"Fès\",\"type\":\"String\"}}}";

    @LocalServerPort
    int port;

    @Autowired
    Errands errands;

    @Autowired
    Tasks tasks;

    @Autowired
    Acting acting;

    @Autowired
    TaskService engineTasks;

    Browser one = new Browser(0);
    Browser two = new Browser(0);
    String key = "";
    String task = "";

    @BeforeEach
    void start() {
        errands.account("runner.one", "errand-runners");
        errands.account("runner.two", "errand-runners");
        errands.account("stranger");
        one = new Browser(port).signIn("runner.one", Errands.PASSWORD);
        two = new Browser(port).signIn("runner.two", Errands.PASSWORD);
        key = errands.start();
        task = errands.task(key).id();
    }

    @Test
    void assigneeClaimsAndCompletes() {
        assertThat(step(one, "claim", "{\"userId\":\"runner.one\"}")).isEqualTo(204);
        assertThat(step(one, "submit-form", ANSWER)).isEqualTo(204);

        assertThat(errands.task(key).kind()).isEqualTo("Task_Confirm");
    }

    @ParameterizedTest
    @CsvSource({"submit-form", "complete"})
    void taskOfAnotherIsNotCompleted(String way) {
        step(one, "claim", "{\"userId\":\"runner.one\"}");

        var refused = two.engine("POST", "task/" + task + "/" + way, ANSWER);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Cette tâche est entre les mains de Prénom runner.one.");
        assertThat(step(two, "claim", "{\"userId\":\"runner.two\"}")).isEqualTo(409);
        assertThat(errands.task(key).assignee()).contains("runner.one");
    }

    @ParameterizedTest
    @CsvSource({"submit-form", "complete"})
    void unclaimedTaskIsNotCompleted(String way) {
        var refused = one.engine("POST", "task/" + task + "/" + way, ANSWER);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Prenez-la d’abord");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT    | ''                 | {\"dueDate\":\"2040-01-01T00:00:00.000+0000\",\"assignee\":\"runner.two\"}",
                "POST   | /assignee          | {\"userId\":\"runner.two\"}",
                "POST   | /delegate          | {\"userId\":\"runner.two\"}",
                "POST   | /resolve           | {}",
                "PUT    | /variables/a       | {\"value\":1,\"type\":\"Integer\"}",
                "POST   | /variables         | {\"modifications\":{\"a\":{\"value\":1}}}",
                "PUT    | /localVariables/a  | {\"value\":1}",
                "POST   | /identity-links    | {\"userId\":\"runner.two\",\"type\":\"candidate\"}",
                "POST   | /bpmnError         | {\"errorCode\":\"x\"}",
                "POST   | /bpmnEscalation    | {\"escalationCode\":\"x\"}",
                "DELETE | ''                 | ''"
            })
    void nothingElseOfATaskIsChanged(String method, String path, String body) {
        step(one, "claim", "{\"userId\":\"runner.one\"}");

        assertThat(one.engine(method, "task/" + task + path, body).statusCode()).isEqualTo(403);
        assertThat(two.engine(method, "task/" + task + path, body).statusCode()).isEqualTo(403);

        OpenTask unchanged = errands.task(key);
        assertThat(unchanged.assignee()).contains("runner.one");
        assertThat(unchanged.dueAt()).contains(java.time.Instant.parse("2030-06-15T12:00:00Z"));
        assertThat(engineTasks.getVariables(task)).isEmpty();
    }

    @Test
    void engineItselfRefusesWhatTheDoorWouldLetThrough() {
        Task found = engineTasks.createTaskQuery().taskId(task).singleResult();
        found.setDueDate(new java.util.Date());

        assertForbidden(() -> engineTasks.saveTask(found));
        assertForbidden(() -> engineTasks.setAssignee(task, "runner.two"));
        assertForbidden(() -> engineTasks.setVariable(task, "a", 1));
        assertForbidden(() -> engineTasks.addCandidateUser(task, "stranger"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approved | {\"value\":true,\"type\":\"Boolean\"}                       | champ « approved »",
                "notes    | {\"value\":\"rO0\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"x.Y\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}} | « Remarques » est illisible",
                "price    | {\"value\":\"douze\",\"type\":\"String\"}                   | ''",
                "place    | {\"value\":\"un lieu au nom beaucoup trop long\",\"type\":\"String\"} | « Lieu » est trop long"
            })
    void wrongFieldIsRefusedWithASentence(String field, String value, String sentence) {
        step(one, "claim", "{\"userId\":\"runner.one\"}");

        var answer = one.engine(
                "POST",
                "task/" + task + "/submit-form",
                "{\"variables\":{\"place\":{\"value\":\"Fès\"},\"%s\":%s}}".formatted(field, value));

        if (sentence.isEmpty()) {
            assertThat(answer.statusCode()).isEqualTo(204);
        } else {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(sentence);
            assertThat(tasks.find(task)).isPresent();
        }
    }

    @Test
    void claimingIsForOneself() {
        assertThat(step(one, "claim", "{\"userId\":\"runner.two\"}")).isEqualTo(422);
        assertThat(errands.task(key).assignee()).isEmpty();
    }

    @Test
    void taskIsGivenBackByWhoHoldsItAlone() {
        step(one, "claim", "{\"userId\":\"runner.one\"}");

        assertThat(step(two, "unclaim", "")).isEqualTo(403);
        assertThat(step(one, "unclaim", "")).isEqualTo(204);
        assertThat(errands.task(key).assignee()).isEmpty();
    }

    @Test
    void strangerSeesNothingOfATask() {
        Browser stranger = new Browser(port).signIn("stranger", Errands.PASSWORD);

        assertThat(stranger.engine("GET", "task/" + task, "").statusCode()).isEqualTo(404);
        assertThat(stranger.engine("POST", "task/count", "{}").body()).isEqualTo("{\"count\":0}");
        assertThat(stranger.engine("GET", "task/" + task + "/deployed-form", "").statusCode())
                .isIn(403, 404);
        assertThat(stranger.engine("GET", "task/" + task + "/comment", "").statusCode())
                .isIn(403, 404, 409);
        stranger.engine("POST", "task/" + task + "/comment/create", "{\"message\":\"x\"}");
        assertThat(engineTasks.getTaskComments(task)).isEmpty();
        assertThat(stranger.engine("GET", "history/task?taskId=" + task + "&maxResults=10", "")
                        .body())
                .isEqualTo("[]");
        assertThat(step(stranger, "claim", "{\"userId\":\"stranger\"}")).isEqualTo(403);
    }

    @Test
    void ofTwoThatCompleteAtOnceOneWinsAndTheOtherIsTold() {
        step(one, "claim", "{\"userId\":\"runner.one\"}");
        Browser again = new Browser(port).signIn("runner.one", Errands.PASSWORD);
        again.get("/camunda/app/tasklist/default/");

        List<Integer> answers = Stream.of(one, again)
                .map(browser -> CompletableFuture.supplyAsync(() -> step(browser, "submit-form", ANSWER)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(204, 409);
        assertThat(tasks.openFor(key))
                .singleElement()
                .satisfies(next -> assertThat(next.kind()).isEqualTo("Task_Confirm"));
    }

    private int step(Browser browser, String step, String body) {
        return browser.engine("POST", "task/" + task + "/" + step, body).statusCode();
    }

    private void assertForbidden(Runnable step) {
        assertThatThrownBy(() -> acting.as("runner.two", step)).isInstanceOf(AuthorizationException.class);
    }
}
