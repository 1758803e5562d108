package ma.tansiq.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Acting;
import ma.tansiq.engine.Errands;
import ma.tansiq.engine.Tasks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TansiqTest
class SignInTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    int port;

    @Autowired
    Errands errands;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountManagement management;

    @Autowired
    Tasks tasks;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient database;

    @Test
    void passwordsAreKeptAsArgon2id() {
        errands.account("hashed");

        assertThat(database.sql("select pwd_ from act_id_user where id_ = 'hashed'")
                        .query(String.class)
                        .single())
                .startsWith("{argon2id}$argon2id$");
    }

    @Test
    void oneSignInOpensPagesAndTasklist() {
        errands.account("worker", "errand-runners");
        Browser browser = new Browser(port);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(302);

        browser.signIn("worker", Errands.PASSWORD);

        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(browser.get("/").body()).contains("/logout");
        assertThat(browser.api("GET", "/camunda/api/admin/auth/user/default", "")
                        .body())
                .contains("\"userId\":\"worker\"")
                .contains("tasklist")
                .doesNotContain("cockpit");
    }

    @Test
    void wrongPasswordAndUnknownAccountLookAlike() {
        errands.account("known");
        Browser browser = new Browser(port);

        var wrong = browser.submit("/login", "/login", Map.of("username", "known", "password", "wrong"));
        var unknown = browser.submit(
                "/login", "/login", Map.of("username", "nobody" + UUID.randomUUID(), "password", "wrong"));

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(302);
        assertThat(wrong.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(browser.get("/login?error").body()).contains("ne vont pas ensemble");
    }

    @Test
    void rightPasswordWorksDirectlyAfterAWrongOne() {
        errands.account("hasty");
        Browser browser = new Browser(port).signIn("hasty", "wrong").signIn("hasty", Errands.PASSWORD);

        assertThat(browser.get("/account").statusCode()).isNotEqualTo(302);
    }

    @Test
    void tooManyFailuresRefuseEvenTheRightPassword() {
        errands.account("attacked");
        Browser browser = new Browser(port);
        for (int i = 0; i < SignInAttempts.PER_PAIR; i++) {
            browser.signIn("attacked", "wrong");
        }

        browser.signIn("attacked", Errands.PASSWORD);

        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void signingInChangesTheSessionAndSigningOutEndsIt() {
        errands.account("leaver");
        Browser browser = new Browser(port).signIn("leaver", Errands.PASSWORD);

        assertThat(browser.submit("/", "/logout", Map.of()).statusCode()).isEqualTo(302);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(302);
    }

    @Test
    void tasklistsSignOutEndsTheOneSession() {
        errands.account("leaver");
        Browser browser = new Browser(port).signIn("leaver", Errands.PASSWORD);

        assertThat(browser.api("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void formWithoutTokenIsRefused() {
        errands.account("forged");
        Browser browser = new Browser(port).signIn("forged", Errands.PASSWORD);

        assertThat(browser.submit("/camunda/app/tasklist/default/", "/language", Map.of("to", "ar"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void endedMandateEndsAccessAtOnce() {
        errands.account("mandated", "coordinator");
        Browser browser = new Browser(port).signIn("mandated", Errands.PASSWORD);
        assertThat(browser.get("/coordination/mail").statusCode()).isNotIn(302, 403);

        accounts.assignGroups("mandated", Set.of("coordinator"), Set.of());

        assertThat(browser.get("/coordination/mail").statusCode()).isEqualTo(403);
    }

    @Test
    void linkToATaskSurvivesTheSignIn() {
        errands.account("linked", "errand-runners");
        String task = errands.task(errands.start()).id();
        Browser browser = new Browser(port);
        assertThat(browser.get("/tasks/" + task).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));

        var signedIn = browser.submit("/login", "/login", Map.of("username", "linked", "password", Errands.PASSWORD));

        assertThat(signedIn.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/tasks/" + task));
        assertThat(browser.get("/tasks/" + task).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(TASKLIST + "#/?task=" + task));
    }

    @Test
    void linkToADoneTaskSaysWhoDidIt() {
        errands.account("linked", "errand-runners");
        errands.account("stranger");
        String task = errands.task(errands.start()).id();
        tasks.claim(task, "linked");
        acting.as("linked", () -> tasks.complete(task, Map.of("place", "Fès")));

        var page = new Browser(port).signIn("linked", Errands.PASSWORD).get("/tasks/" + task);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Faire la course").contains("Prénom linked");
        Browser stranger = new Browser(port).signIn("stranger", Errands.PASSWORD);
        assertThat(stranger.get("/tasks/" + task).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/tasks/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void linkThatSaysATaskIsLateTellsWhoHasItAndLaterWhoDidIt() {
        errands.account("linked", "errand-runners");
        errands.account("told");
        errands.account("stranger");
        String task = errands.task(errands.start()).id();
        database.sql("""
                        insert into deadline_notice
                            (task_id, task_kind, task_name, business_key, what, step, rung, recipient, due_at, noticed_at)
                        values (?, 'Task_Run', 'Faire la course', 'E-1', 'ESCALATION', 3, 'COORDINATOR', 'told', now(), now())""").param(task).update();
        Browser told = new Browser(port).signIn("told", Errands.PASSWORD);

        var open = told.get("/tasks/" + task);
        tasks.claim(task, "linked");
        acting.as("linked", () -> tasks.complete(task, Map.of("place", "Fès")));
        var done = told.get("/tasks/" + task);

        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.body()).contains("Faire la course", "elle vous a été signalée", "Prénom linked");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("Cette tâche est terminée", "Prénom linked");
        assertThat(new Browser(port)
                        .signIn("stranger", Errands.PASSWORD)
                        .get("/tasks/" + task)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void passwordIsChangedOnlyWithTheOldOneAndByTheRule() {
        errands.account("changing");
        String good = "mon jardin à Ifrane";

        assertRefused("wrong", good, good, "wrongPassword");
        assertRefused(Errands.PASSWORD, good, "autre chose encore", "passwordsDiffer");
        assertRefused(Errands.PASSWORD, "court", "court", "passwordTooShort");
        assertRefused(Errands.PASSWORD, "changing12345", "changing12345", "passwordKnown");
        management.changePassword("changing", Errands.PASSWORD, good, good);

        assertThat(accounts.passwordMatches("changing", good)).isTrue();
        assertThat(accounts.passwordMatches("changing", Errands.PASSWORD)).isFalse();
    }

    @Test
    void pagesAllowNoForeignOrInlineScript() {
        var page = new Browser(port).get("/login");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'")
                        .contains("'nonce-")
                        .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private void assertRefused(String current, String wanted, String repeated, String reason) {
        assertThatThrownBy(() -> management.changePassword("changing", current, wanted, repeated))
                .isInstanceOf(IdentityRefusal.class)
                .hasMessageContaining(reason);
    }
}
