package ma.tansiq.committee.web;

import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.AgendaManagement;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A matter's page: its thread, who may read it, correcting its text while it is before the body above. */
@TansiqTest
class MatterPageTests {

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    AgendaManagement agendas;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void forgetFailures() {
        database.sql("delete from sign_in_failure").update();
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void threadShowsWhereTheMatterWaitsAndWhoSentIt() {
        String sentBy = referred("CP1", "Cartes de séjour");
        String matter = matter(sentBy);

        String page = as("m1.cp1").get("/coordination/matters/" + matter).body();

        assertThat(page)
                .contains("Cartes de séjour", "Renvoyée par", sentBy, "Attend d’être inscrite à un ordre du jour")
                .doesNotContain("Corriger le texte");
        assertThat(as("m1.copil").get("/coordination/matters/" + matter).statusCode())
                .isEqualTo(200);
        assertThat(as("m1.cp2").get("/coordination/matters/" + matter).statusCode())
                .isEqualTo(403);
        assertThat(as("audit").get("/coordination/matters/" + matter).statusCode())
                .isEqualTo(200);
        assertThat(as("coord").get("/coordination/matters/SNIA-2026-9999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void restrictedMatterIsNotFoundByGuessing() {
        String matter = matter(referred("CP1", "Affaire sensible"));
        database.sql("update matter set confidentiality = 'SECRET' where reference = ?")
                .param(matter)
                .update();

        assertThat(as("m2.cp1").get("/coordination/matters/" + matter).statusCode())
                .isEqualTo(403);
        assertThat(as("sec.cp1").get("/coordination/matters/" + matter).statusCode())
                .isEqualTo(200);
    }

    @Test
    void correctionBelowReachesTheAgendaAboveAndItsSecretary() {
        String matter = matter(referred("CP1", "Texte à corriger"));
        String above = stage.convened("COPIL");
        stage.fires(above, "Timer_ItemsClosed");
        stage.does(
                secretary("COPIL"),
                above,
                "Task_ComposeAgenda",
                Map.of("items", stage.ranked(above, "Texte à corriger")));

        HttpResponse<String> refused = correct("sec.cp1", matter, 1, "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Texte plus juste", "Titre corrigé");
        assertThat(correct("sec.cp1", matter, 1, "Erreur de montant").statusCode())
                .isEqualTo(302);
        HttpResponse<String> stale = correct("sec.cp1", matter, 1, "Encore");

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("a changé depuis que vous l’avez ouvert");
        assertThat(agendas.candidates(above))
                .filteredOn(each -> each.matter().equals(matter))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.title()).isEqualTo("Titre corrigé");
                    assertThat(item.textVersion()).isEqualTo(2);
                });
        assertThat(database.sql("select recipient from mail where template = 'matter-corrected' and reference = ?")
                        .param(matter)
                        .query(String.class)
                        .list())
                .containsExactly("sec.copil");
        assertThat(as("sec.copil").get("/coordination/matters/" + matter).body())
                .contains("version 2", "Erreur de montant", "Texte à corriger");
        assertThat(correct("m1.cp1", matter, 2, "Moi aussi").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> correct(String person, String matter, int version, String motive) {
        String page = "/coordination/matters/" + matter + "/correction";
        return as(person)
                .submit(
                        page,
                        page,
                        Map.of(
                                "version",
                                String.valueOf(version),
                                "title",
                                "Titre corrigé",
                                "text",
                                "Texte plus juste",
                                "motive",
                                motive));
    }

    /** Holds a session that refers that matter up; answers the meeting. */
    private String referred(String body, String title) {
        String meeting = stage.inSession(body, title);
        stage.does(
                secretary(body),
                meeting,
                "Task_RecordSession",
                stage.record(
                        meeting,
                        chair(body),
                        List.of(chair(body), member(body, 1), member(body, 2)),
                        List.of(Map.of("position", 1, "outcome", "REFERRED_UP"))));
        stage.engineWorks(meeting);
        stage.does(chair(body), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        return meeting;
    }

    private String matter(String meeting) {
        return agendas.candidates(meeting).stream()
                .filter(each -> each.outcome() != null)
                .map(AgendaItem::matter)
                .findFirst()
                .orElseThrow();
    }

    private Browser as(String person) {
        return new Browser(port).signIn(person, "tansiq-demo");
    }
}
