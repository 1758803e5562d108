package ma.tansiq.grant.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.grant.agreement.AwardStage;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of agreements, as officers, authorising officers, finance, the auditor and strangers see and use them. */
@TansiqTest
class AgreementPageTests {

    private static final String LIST = "/coordination/grants/agreements";
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(UTF_8);
    private static final byte[] NONE = {};
    private static final String RIB = "011 780 0000123456789012 96";

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    AwardStage awards;

    @Autowired
    JdbcClient database;

    private String agreement = "";
    private String page = "";

    @BeforeEach
    void award() {
        database.sql("delete from sign_in_failure").update();
        agreement = awards.prepared();
        page = LIST + "/" + agreement;
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void showsWhatWasAgreedToThoseWhoWorkOnGrants() {
        for (String reader : List.of("officer", "ordo", "finance", "coord", "audit")) {
            HttpResponse<String> shown = as(reader).get(page);
            assertThat(shown.statusCode()).as(reader).isEqualTo(200);
            assertThat(shown.body())
                    .contains("Fondation Orient-Occident", "60\u00a0000,00\u00a0DH", "15/11/2035")
                    .contains(agreement + "-fr.pdf", agreement + "-ar.pdf", "à signer par l’association");
            assertThat(as(reader).get(LIST + "?text=darija").body()).contains(agreement);
        }
        assertThat(as("eval1").get(page).statusCode()).isEqualTo(403);
        assertThat(as("m1.cp6").get(page).statusCode()).isEqualTo(403);
        assertThat(as("eval1").get(LIST).statusCode()).isEqualTo(403);
        assertThat(as("officer").get(LIST + "/CONV-1999-0001").statusCode()).isEqualTo(404);
        assertThat(as("officer").get(LIST + "?status=CLOSED&text=%27&page=x").body())
                .doesNotContain(agreement);
    }

    @Test
    void officerRecordsASignatureThatCameOnPaper() {
        assertThat(as("ordo")
                        .upload(page, page + "/signature", Map.of("signatory", "X"), pdf("scan", "a.pdf"))
                        .statusCode())
                .isEqualTo(403);
        Browser officer = as("officer");
        HttpResponse<String> without = officer.upload(
                page,
                page + "/signature",
                Map.of("signatory", "Amina Idrissi"),
                new Browser.Upload("scan", "", "", NONE));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Choisissez le fichier", "Amina Idrissi");
        assertThat(officer.upload(
                                page,
                                page + "/signature",
                                Map.of("signatory", "Amina Idrissi"),
                                pdf("scan", "Convention.pdf"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(as("audit").get(page).body()).contains("Amina Idrissi", "Convention.pdf");
        stage.does("ordo", agreement, "Task_SignAgreement", Map.of("decision", "sign"));
        assertThat(officer.get(page).body()).contains("en exécution", "Signé par l’ordonnateur");
    }

    @Test
    void aSecondPersonConfirmsTheAccount() {
        Browser officer = as("officer");
        assertThat(officer.upload(
                                page,
                                page + "/bank",
                                Map.of("rib", RIB.replace("96", "97"), "holder", "Fondation"),
                                pdf("proof", "Attestation.pdf"))
                        .body())
                .contains("La clé du RIB ne correspond pas", "Fondation");
        assertThat(officer.upload(
                                page,
                                page + "/bank",
                                Map.of("rib", RIB, "holder", "Fondation"),
                                pdf("proof", "Attestation.pdf"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.submit(page, page + "/bank/confirm", Map.of()).body())
                .contains("Qui a consigné le compte ne le confirme pas");
        assertThat(as("ordo").submit(page, page + "/bank/confirm", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(as("finance").submit(page, page + "/bank/confirm", Map.of()).statusCode())
                .isEqualTo(302);

        assertThat(as("audit").get(page).body()).contains(RIB).doesNotContain("À confirmer par une seconde personne");
    }

    @Test
    void authorityTerminatesWithAMotive() {
        assertThat(as("officer")
                        .submit(page, page + "/terminate", Map.of("motive", "Non"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("ordo")
                        .submit(page, page + "/terminate", Map.of("motive", " "))
                        .body())
                .contains("Donnez le motif");
        assertThat(as("ordo")
                        .submit(page, page + "/terminate", Map.of("motive", "Renonciation"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(as("audit").get(page).body()).contains("Résiliée : Renonciation", "Engagement rendu");
        HttpResponse<String> again = as("ordo").submit(page, page + "/terminate", Map.of("motive", "Encore"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("est résiliée");
    }

    private static Browser.Upload pdf(String field, String name) {
        return new Browser.Upload(field, name, "application/pdf", PDF);
    }

    private Browser as(String person) {
        return new Browser(port).signIn(person, "tansiq-demo");
    }
}
