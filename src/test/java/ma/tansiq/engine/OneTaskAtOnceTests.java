package ma.tansiq.engine;

import static ma.tansiq.AtOnce.claim;
import static ma.tansiq.AtOnce.complete;
import static ma.tansiq.AtOnce.winner;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.tansiq.AtOnce;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several people who claim or complete one task at the same moment: one does, the others are told. */
@TansiqTest
class OneTaskAtOnceTests {

    private static final int ROUNDS = 20;

    @LocalServerPort
    int port;

    @Autowired
    Errands errands;

    @Autowired
    JdbcClient database;

    private final AtOnce people = new AtOnce();

    @AfterEach
    void everybodyLeaves() {
        people.close();
    }

    @Test
    void oneOfSeveralClaimsWins() throws Exception {
        List<Browser> runners = runners(5);
        for (int round = 0; round < ROUNDS; round++) {
            int many = round % 2 == 0 ? 2 : 5;
            String key = errands.start();
            String task = errands.task(key).id();

            List<HttpResponse<String>> answers =
                    people.act(many, person -> claim(runners.get(person), task, "hurried." + person));

            int winner = winner(answers);
            assertThat(errands.task(key).assignee()).contains("hurried." + winner);
        }
    }

    @Test
    void oneOfSeveralCompletionsWins() throws Exception {
        errands.account("hurried.0", "errand-runners");
        List<Browser> windows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            windows.add(new Browser(port).signIn("hurried.0", Errands.PASSWORD));
            windows.get(i).get("/camunda/app/tasklist/default/");
        }
        for (int round = 0; round < ROUNDS; round++) {
            int many = round % 2 == 0 ? 2 : 5;
            String key = errands.start();
            String task = errands.task(key).id();
            assertThat(claim(windows.get(0), task, "hurried.0").statusCode()).isEqualTo(204);

            List<HttpResponse<String>> answers =
                    people.act(many, window -> complete(windows.get(window), task, Map.of("place", "Rabat")));

            winner(answers);
            assertThat(database.sql("select count(*) from act_hi_taskinst t join act_hi_procinst p"
                                    + " on p.proc_inst_id_ = t.proc_inst_id_"
                                    + " where p.business_key_ = ? and t.task_def_key_ = 'Task_Confirm'")
                            .param(key)
                            .query(Integer.class)
                            .single())
                    .as("the step after it began once")
                    .isEqualTo(1);
        }
    }

    private List<Browser> runners(int many) {
        List<Browser> runners = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            errands.account("hurried." + i, "errand-runners");
            runners.add(new Browser(port).signIn("hurried." + i, Errands.PASSWORD));
            runners.get(i).get("/camunda/app/tasklist/default/");
        }
        return runners;
    }
}
