package ma.tansiq.grant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.grant.GrantStage;
import ma.tansiq.grant.call.Call;
import ma.tansiq.grant.call.Calls;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls as everybody, officers and those without a right see them. */
@TansiqTest
class CallPagesTests {

    private static final String LIST = "/coordination/grants";
    private static final String NEW = LIST + "/calls/new";

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    GrantStage grants;

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void morning() {
        database.sql("delete from sign_in_failure").update();
        stage.itIs(CommitteeStage.MORNING);
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void everybodyReadsAPublishedCallAndWhetherItIsOpen() {
        String call = grants.publishedCall();
        Browser stranger = new Browser(port);
        assertThat(stranger.get("/calls").body()).contains("Accompagnement des migrants", call, "Ouverts");
        assertThat(stranger.get("/calls/" + call).body())
                .contains("Projets d’accompagnement social", "500\u00a0000,00\u00a0DH", "Statuts", "Pertinence")
                .contains("reçues jusqu’au 30/04/2027 16:30");
        stage.itIs(GrantStage.CLOSES.plusMinutes(1));
        assertThat(stranger.get("/calls/" + call).body()).contains("clos depuis le 30/04/2027 16:30");

        stranger.get("/language?to=ar&back=/calls");
        assertThat(stranger.get("/calls/" + call).body()).contains("مواكبة المهاجرين", "النظام الأساسي");
        stranger.get("/language?to=en&back=/calls");
        assertThat(stranger.get("/calls/" + call).body()).contains("This call closed", "lang=\"fr\"");
    }

    @Test
    void callThatIsNotPublishedOrUnknownIsNoPage() {
        Browser officer = as("officer");
        HttpResponse<String> begun =
                officer.submit(NEW, NEW, Map.of("kind", "RESEARCH", "title", "Recherche en préparation"));
        assertThat(begun.statusCode()).isEqualTo(302);
        String call = calls.all().get(0).reference();
        assertThat(calls.required(call).status()).isEqualTo(Call.Status.DRAFT);
        assertThat(officer.get(LIST).body()).contains("Recherche en préparation", "en rédaction");
        assertThat(officer.get(LIST + "/calls/" + call).body()).contains("à rédiger");
        assertThat(stage.openKinds(call)).containsExactly("Task_DraftCall");

        Browser stranger = new Browser(port);
        assertThat(stranger.get("/calls/" + call).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/calls/AAP-1999-01").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/calls").body()).doesNotContain("Recherche en préparation");
        assertThat(officer.get(LIST + "/calls/AAP-1999-01").statusCode()).isEqualTo(404);
    }

    @Test
    void officersSeeTheFilesAndOnlyTheyBeginACall() {
        String call = grants.publishedCall();
        String file = grants.submitted(call, "FOO");
        for (String reader : List.of("officer", "ordo", "finance", "coord", "audit")) {
            assertThat(as(reader).get(LIST + "/calls/" + call).body())
                    .as(reader)
                    .contains(file, "Fondation Orient-Occident", "80\u00a0000,00\u00a0DH", "en vérification");
        }
        assertThat(as("eval1").get(LIST + "/calls/" + call).statusCode()).isEqualTo(403);
        assertThat(as("eval1").get(LIST).body())
                .contains("dossiers qui vous sont confiés")
                .doesNotContain(call);
        assertThat(as("ordo").get(NEW).statusCode()).isEqualTo(403);
        assertThat(as("ordo").submit(LIST, NEW, Map.of("title", "Appel")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void callWithoutATitleIsRefusedAndWhatWasChosenIsKept() {
        HttpResponse<String> refused = as("officer").submit(NEW, NEW, Map.of("kind", "RESEARCH", "title", " "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Donnez à l’appel un titre de travail")
                .contains("value=\"RESEARCH\" selected");
        assertThat(as("officer")
                        .submit(NEW, NEW, Map.of("kind", "NONE", "title", "Appel"))
                        .statusCode())
                .isEqualTo(404);
    }

    private Browser as(String account) {
        return new Browser(port).signIn(account, "tansiq-demo");
    }
}
