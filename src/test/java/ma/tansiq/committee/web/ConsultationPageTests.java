package ma.tansiq.committee.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.consultation.Consultation;
import ma.tansiq.committee.consultation.Consultations;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.opinion.OpinionRequest;
import ma.tansiq.committee.opinion.OpinionRequests;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Putting a matter to the members in writing, from its page (rule B7). */
@TansiqTest
class ConsultationPageTests {

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    AgendaManagement agendas;

    @Autowired
    Consultations consultations;

    @Autowired
    OpinionRequests opinions;

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
    void secretaryConsultsFromTheMattersPageSeesWhoAnsweredAndWithdraws() {
        String matter =
                agendas.open("CP9", "Page de consultation", "Exposé", "sec.cp9").reference();
        String page = "/coordination/matters/" + matter;
        Browser secretary = as("sec.cp9");
        assertThat(secretary.get(page).body()).contains("Consulter par écrit");
        assertThat(as("m1.cp9").get(page).body()).doesNotContain("Consulter par écrit");
        assertThat(as("m1.cp9").get(page + "/consultation").statusCode()).isEqualTo(403);
        assertThat(as("m1.cp8").get(page + "/consultation").statusCode()).isEqualTo(403);

        HttpResponse<String> refused = secretary.submit(
                page + "/consultation",
                page + "/consultation",
                Map.of("proposal", "Adopter le guide", "urgent", "true"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Indiquez le motif de l’urgence", "Adopter le guide", "checked");
        HttpResponse<String> opened = secretary.submit(
                page + "/consultation", page + "/consultation", Map.of("proposal", "Adopter le guide"));
        assertThat(opened.statusCode()).isEqualTo(302);
        Consultation consultation =
                consultations.findByMatterOrderByOpenedAt(matter).get(0);
        stage.does(
                "m1.cp9",
                consultation.reference(),
                "Task_AnswerConsultation",
                Map.of("decision", "agree", "comment", "Très bien"));

        assertThat(as("m2.cp9").get(page).body())
                .contains(
                        consultation.reference(), "en consultation écrite", "Adopter le guide", "Très bien", "d’accord")
                .contains("réponse attendue")
                .doesNotContain("Retirer la consultation");
        String withdrawal = page + "/consultation/" + consultation.reference() + "/withdrawal";
        assertThat(secretary.get(page + "/consultation/CP9-1999-C01/withdrawal").statusCode())
                .isEqualTo(404);
        assertThat(secretary
                        .submit(withdrawal, withdrawal, Map.of("motive", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(secretary
                        .submit(withdrawal, withdrawal, Map.of("motive", "Texte à revoir"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(secretary.get(page + "?done=withdrawn").body())
                .contains("La consultation est retirée", "Texte à revoir", "Consulter par écrit");
    }

    /** An adviser of another body reads the matter, answers, and everybody concerned sees it (rule B6). */
    @Test
    void secretaryAsksForAnOpinionAndTheAdviserReadsTheMatter() {
        String matter = agendas.open("CP9", "Avis demandé sur la page", "Exposé", "sec.cp9")
                .reference();
        String page = "/coordination/matters/" + matter;
        Browser secretary = as("sec.cp9");
        assertThat(as("m1.cp9").get(page + "/opinion").statusCode()).isEqualTo(403);
        assertThat(as("m1.cp8").get(page).statusCode()).isEqualTo(403);

        HttpResponse<String> refused = secretary.submit(
                page + "/opinion",
                page + "/opinion",
                Map.of("adviser", "m1.cp8", "question", "Votre avis ?", "until", "31/02/2027"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Indiquez le dernier jour", "Votre avis ?");
        assertThat(secretary
                        .submit(
                                page + "/opinion",
                                page + "/opinion",
                                Map.of("adviser", "m1.cp8", "question", "Votre avis ?", "until", "2027-04-09"))
                        .statusCode())
                .isEqualTo(302);
        OpinionRequest request = opinions.findByMatterOrderByOpenedAt(matter).get(0);
        assertThat(as("m1.cp8").get(page).body())
                .contains("Avis demandé sur la page", "attendu")
                .doesNotContain("Retirer la demande");
        stage.does(
                "m1.cp8",
                request.reference(),
                "Task_GiveOpinion",
                Map.of("position", "UNFAVOURABLE", "opinion", "Trop coûteux"));

        assertThat(as("m2.cp9").get(page).body()).contains("défavorable", "Trop coûteux");
        assertThat(secretary.get(page + "/opinion/CP9-1999-AV01/withdrawal").statusCode())
                .isEqualTo(404);
        String withdrawal = page + "/opinion/" + request.reference() + "/withdrawal";
        HttpResponse<String> late = secretary.submit(withdrawal, withdrawal, Map.of("motive", "Trop tard"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("est déjà donné");
    }

    private Browser as(String person) {
        return new Browser(port).signIn(person, "tansiq-demo");
    }
}
