package ma.tansiq.committee.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.deadline.Deadlines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of an action, as its owner, other members, the secretary, the auditor and strangers see and use it. */
@TansiqTest
class ActionPageTests {

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    Deadlines deadlines;

    @Autowired
    JdbcClient database;

    private String action = "";
    private String page = "";

    @BeforeEach
    void decide() {
        database.sql("delete from sign_in_failure").update();
        action = decided();
        page = "/coordination/actions/" + action;
        ClockUtil.reset();
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void showsWhereItComesFromWhatWasReportedAndWhoWasReminded() {
        stage.does(
                "m1.cp6",
                action,
                "Task_ReportActionProgress",
                Map.of("progress", 40, "comment", "Deux régions sur cinq", "evidence", "Registre n° 17"));
        deadlines.remind(
                stage.taskOf("m1.cp6", action, "Task_ReportActionProgress").id(), 1);
        ClockUtil.reset();

        for (String reader : List.of("m1.cp6", "m2.cp6", "sec.cp6", "audit")) {
            HttpResponse<String> shown = as(reader).get(page);
            assertThat(shown.statusCode()).as(reader).isEqualTo(200);
            assertThat(shown.body())
                    .contains("Rédiger le guide", "30/06/2027", "Le comité décide du guide.", "-D1")
                    .contains("40 %", "Deux régions sur cinq", "Registre n° 17", "Rendre compte de l’avancement")
                    .contains("Relance 1 envoyée");
        }
    }

    @Test
    void complementThatTheSecretaryAsksForShows() {
        stage.does(
                "m1.cp6",
                action,
                "Task_ReportActionProgress",
                Map.of("progress", 100, "comment", "Fini", "evidence", "Registre n° 18"));
        stage.does(
                "sec.cp6", action, "Task_ConfirmCompletion", Map.of("decision", "reopen", "remark", "Annexe absente"));
        ClockUtil.reset();

        assertThat(as("m1.cp6").get(page).body()).contains("Un complément est demandé : Annexe absente");
    }

    @Test
    void ownerAddsAFileThatReadersOfTheMeetingDownload() {
        Browser owner = as("m1.cp6");
        assertThat(owner.upload(page, page + "/evidence", "Guide.txt", "text/plain", "Le guide".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(302);

        String shown = as("audit").get(page).body();
        assertThat(shown).contains("Guide.txt");
        String address = shown.replaceAll("(?s).*href=\"(/documents/[0-9a-f-]+)\".*", "$1");
        assertThat(as("m2.cp6").get(address).body()).isEqualTo("Le guide");
        assertThat(as("m1.cp7").get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void fileThatIsNotWhatItsNameSaysIsRefusedInWords() {
        HttpResponse<String> refused =
                as("m1.cp6").upload(page, page + "/evidence", "Guide.pdf", "application/pdf", "no pdf".getBytes(UTF_8));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Le contenu de « Guide.pdf » n’est pas du type")
                .contains("Aucune pièce");
        assertThat(as("m1.cp6")
                        .upload(page, page + "/evidence", "", "text/plain", new byte[0])
                        .body())
                .contains("Choisissez un fichier");
    }

    @Test
    void othersNeitherAddFilesNorCancel() {
        Browser member = as("m2.cp6");
        assertThat(member.get(page).body()).doesNotContain("Déposer la pièce", "Annuler l’action");
        assertThat(member.upload("/account", page + "/evidence", "a.txt", "text/plain", "a".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(422);
        assertThat(member.get(page + "/cancel").statusCode()).isEqualTo(403);
        assertThat(member.submit("/account", page + "/cancel", Map.of("reason", "non"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("m1.cp7").get(page).statusCode()).isEqualTo(403);
        HttpResponse<String> unknown = as("sec.cp6").get("/coordination/actions/CP6-1999-01-A1");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body())
                .contains("Aucune action ne porte cette référence", "CP6-1999-01-A1")
                .contains("href=\"/coordination/actions\"");
    }

    @Test
    void unknownMeetingOrMatterIsSaidToBeUnknown() {
        assertThat(as("sec.cp6")
                        .get("/coordination/meetings/CP6-1999-01/reschedule")
                        .body())
                .contains("Aucune réunion ne porte cette référence", "href=\"/coordination/meetings\"");
        assertThat(as("sec.cp6").get("/coordination/matters/SNIA-1999-0001").body())
                .contains("Aucune question ne porte cette référence");
        assertThat(as("sec.cp6").get("/coordination/nothing").body()).contains("Cette page n’existe pas");
    }

    @Test
    void deadlineThatHasPassedIsOverdueAndNoLongerToCome() {
        assertThat(as("m1.cp6").get(page).body()).contains("id=\"next\"").doesNotContain("id=\"overdue\"");
        stage.itIs(CommitteeStage.SESSION.plusYears(1));
        assertThat(as("m1.cp6").get(page).body()).contains("id=\"overdue\"");
    }

    @Test
    void secretaryExtendsTheDeadlineWithAReasonThatThePageKeeps() {
        Browser secretary = as("sec.cp6");
        assertThat(secretary.get(page).body()).contains(page + "/extend");
        assertThat(secretary
                        .submit(page + "/extend", page + "/extend", Map.of("dueOn", "2020-01-01", "reason", " "))
                        .body())
                .contains("un jour à venir", "Indiquez le motif", "value=\"2020-01-01\"");
        assertThat(as("m1.cp6").get(page + "/extend").statusCode()).isEqualTo(403);

        HttpResponse<String> done = secretary.submit(
                page + "/extend", page + "/extend", Map.of("dueOn", "2031-03-04", "reason", "Décision D2"));

        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(as("m1.cp6").get(page).body()).contains("04/03/2031", "Auparavant le", "Décision D2");
        assertThat(as("m1.cp6")
                        .get("/coordination/meetings/" + action.replaceAll("-A.*", ""))
                        .body())
                .contains("Échéance d’une action reportée");
    }

    @Test
    void secretaryCancelsWithAReasonThatThePageKeeps() {
        Browser secretary = as("sec.cp6");
        assertThat(secretary.get(page).body()).contains(page + "/cancel");
        assertThat(secretary
                        .submit(page + "/cancel", page + "/cancel", Map.of("reason", " "))
                        .body())
                .contains("Indiquez le motif");

        HttpResponse<String> done =
                secretary.submit(page + "/cancel", page + "/cancel", Map.of("reason", "Remplacée par la décision D2"));

        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(as("m1.cp6").get(page).body())
                .contains("Remplacée par la décision D2")
                .doesNotContain("Déposer la");
        assertThat(stage.ended(action)).isTrue();
        assertThat(secretary
                        .submit("/account", page + "/cancel", Map.of("reason", "Encore"))
                        .body())
                .contains("est close");
    }

    @Test
    void actionOfASecretMatterShowsItsWordsToOwnerChairAndSecretaryAlone() {
        database.sql("""
                        update matter set confidentiality = 'SECRET' where reference = (
                            select i.matter from action a join decision d on d.reference = a.decision
                              join agenda_item i on i.meeting = d.meeting and i.position = d.position
                             where a.reference = ?)""").param(action).update();

        for (String reader : List.of("m1.cp6", "sec.cp6", "chair.cp6")) {
            assertThat(as(reader).get(page).body())
                    .as(reader)
                    .contains("Rédiger le guide", "Le comité décide du guide.");
        }
        for (String reader : List.of("m2.cp6", "coord", "audit")) {
            assertThat(as(reader).get(page).body())
                    .as(reader)
                    .contains("Question confidentielle")
                    .doesNotContain("Rédiger le guide", "Le comité décide du guide.");
        }
    }

    private Browser as(String reader) {
        return new Browser(port).signIn(reader, "tansiq-demo");
    }

    private String decided() {
        String meeting = stage.inSession("CP6", "Point A");
        Map<String, Object> record = new HashMap<>(stage.record(
                meeting,
                "chair.cp6",
                List.of("chair.cp6", "m1.cp6"),
                List.of(CommitteeStage.decided(1, "Le comité décide du guide."))));
        record.put(
                "actions", List.of(CommitteeStage.action(1, "Rédiger le guide", "m1.cp6", LocalDate.of(2027, 6, 30))));
        stage.does("sec.cp6", meeting, "Task_RecordSession", record);
        stage.engineWorks(meeting);
        stage.does("chair.cp6", meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        return meeting + "-A1";
    }
}
