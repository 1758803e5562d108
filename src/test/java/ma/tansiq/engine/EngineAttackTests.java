package ma.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The known holes of the engine, tried over HTTP: they stay closed. */
@TansiqTest
class EngineAttackTests {

    private static final String PAYLOAD = "${errandProcess.attacked()}";

    @LocalServerPort
    int port;

    @Autowired
    Errands errands;

    @Autowired
    ErrandProcess process;

    @Autowired
    Accounts accounts;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    Browser attacker = new Browser(0);
    Browser administrator = new Browser(0);

    @BeforeEach
    void signIn() {
        errands.account("attacker", "errand-runners");
        errands.account("operator", Accounts.ADMINISTRATORS);
        attacker = new Browser(port).signIn("attacker", Errands.PASSWORD);
        administrator = new Browser(port).signIn("operator", Errands.PASSWORD);
        errands.start();
        process.attacks.set(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"%s\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}",
                "{\"dueBeforeExpression\":\"%s\"}",
                "{\"candidateGroupExpression\":\"%s\",\"includeAssignedTasks\":true}",
                "{\"orQueries\":[{\"processInstanceBusinessKeyExpression\":\"%s\"}]}"
            })
    void expressionInAQueryIsNotRun(String query) {
        String body = query.formatted(PAYLOAD);

        assertThat(attacker.engine("POST", "task/count", body).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(administrator.engine("POST", "task/count", body).statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(process.attacks).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assigneeExpression       | ${currentUser()}",
                "assigneeExpression       | ${ currentUser() }",
                "candidateGroupsExpression | ${currentUserGroups()}",
                "dueBeforeExpression      | ${now()}",
                "dueBeforeExpression      | ${endOfToday()}",
                "dueBeforeExpression      | ${endOfWeek()}"
            })
    void expressionsThatFiltersNeedAreRun(String criterion, String expression) {
        String body = "{\"resourceType\":\"Task\",\"name\":\"%s\",\"query\":{\"%s\":\"%s\"}}"
                .formatted(UUID.randomUUID(), criterion, expression);
        String filter = id(administrator.engine("POST", "filter/create", body).body());

        var count = attacker.engine("GET", "filter/" + filter + "/count", "");

        administrator.engine("DELETE", "filter/" + filter, "");
        assertThat(count.statusCode()).isEqualTo(200);
    }

    @Test
    void expressionInAStoredFilterIsNotRun() {
        String body = "{\"resourceType\":\"Task\",\"name\":\"%s\",\"query\":{\"assigneeExpression\":\"%s\"}}"
                .formatted(UUID.randomUUID(), PAYLOAD);
        assertThat(attacker.engine("POST", "filter/create", body).statusCode()).isEqualTo(403);

        String filter = id(administrator.engine("POST", "filter/create", body).body());

        assertThat(attacker.engine("POST", "filter/" + filter + "/list", "{}").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(attacker.engine("GET", "filter/" + filter + "/count", "").statusCode())
                .isGreaterThanOrEqualTo(400);
        administrator.engine("DELETE", "filter/" + filter, "");
        assertThat(process.attacks).hasValue(0);
    }

    @Test
    void expressionInAQueryThatExtendsAFilterIsNotRun() {
        String body = "{\"resourceType\":\"Task\",\"name\":\"%s\",\"query\":{\"taskName\":\"x\"}}"
                .formatted(UUID.randomUUID());
        String filter = id(administrator.engine("POST", "filter/create", body).body());

        var extended = attacker.engine(
                "POST",
                "filter/" + filter + "/list",
                "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}".formatted(PAYLOAD));

        administrator.engine("DELETE", "filter/" + filter, "");
        assertThat(extended.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(process.attacks).hasValue(0);
    }

    @Test
    void nobodyCreatesTheFirstAdministratorWhileThereIsNone() {
        var members = accounts.membersOf(Accounts.ADMINISTRATORS);
        members.forEach(member -> groups(member, Set.of()));
        String intruder = "intruder" + UUID.randomUUID().toString().substring(0, 8);
        String body = """
                {"profile":{"id":"%s","firstName":"a","lastName":"b"},"credentials":{"password":"une phrase de passe"}}
                """.formatted(intruder);
        try {
            String setup = "/camunda/api/admin/setup/default/user/create";
            assertThat(new Browser(port).api("POST", setup, body).statusCode()).isIn(401, 403);
            assertThat(attacker.api("POST", setup, body).statusCode()).isEqualTo(403);
        } finally {
            members.forEach(member -> groups(member, Set.of(Accounts.ADMINISTRATORS)));
        }
        assertThat(accounts.find(intruder)).isEmpty();
    }

    @Test
    void engineHasNoDoorOfItsOwn() {
        Browser anybody = new Browser(port);

        assertThat(anybody.get("/engine-rest/task").statusCode()).isNotEqualTo(200);
        assertThat(attacker.get("/engine-rest/task").statusCode()).isEqualTo(403);
        assertThat(anybody.api("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "")
                        .statusCode())
                .isIn(401, 403);
        assertThat(anybody.engine("GET", "task/count", "").statusCode()).isEqualTo(401);
        assertThat(attacker.api("GET", "/camunda/api/cockpit/plugin/base/default/process-definition/stats", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(attacker.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        assertThat(administrator.get("/camunda/app/admin/default/").statusCode())
                .isEqualTo(200);
    }

    @Test
    void questionsWithoutLimitAreRefused() {
        assertThat(attacker.engine("GET", "task", "").statusCode()).isEqualTo(400);
        assertThat(attacker.engine("GET", "task?maxResults=2001", "").statusCode())
                .isEqualTo(400);
        assertThat(attacker.engine("GET", "task?maxResults=2000", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void diagramWithAScriptIsNotDeployed() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("Scripted")
                .startEvent()
                .scriptTask()
                .scriptFormat("feel")
                .scriptText("1 + 1")
                .endEvent()
                .done();

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addModelInstance("Scripted.bpmn", model)
                        .deploy())
                .hasMessageContaining("scripts are switched off");
    }

    @Test
    void diagramReachesNoBeanButThoseOfProcesses() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("Curious")
                .startEvent()
                .serviceTask()
                .camundaExpression("${accounts.membersOf('camunda-admin')}")
                .endEvent()
                .done();
        String deployment = repository
                .createDeployment()
                .addModelInstance("Curious.bpmn", model)
                .deploy()
                .getId();

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("Curious")).hasMessageContaining("accounts");
        repository.deleteDeployment(deployment, true);
    }

    private void groups(Account account, Set<String> wanted) {
        accounts.assignGroups(account.id(), Set.of(Accounts.ADMINISTRATORS), wanted);
    }

    private static String id(String json) {
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(json);
        assertThat(id.find()).as(json).isTrue();
        return id.group(1);
    }
}
