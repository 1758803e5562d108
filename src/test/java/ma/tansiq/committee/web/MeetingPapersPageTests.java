package ma.tansiq.committee.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.paper.SignedDocument;
import ma.tansiq.committee.paper.SignedDocuments;
import ma.tansiq.committee.session.ProgrammeCommitteeMeetingProcessTests;
import ma.tansiq.document.Documents;
import ma.tansiq.document.PdfExamples;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers, corrections and the check of sealed files, on the pages of a meeting. */
@TansiqTest
class MeetingPapersPageTests {

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    AgendaManagement agendas;

    @Autowired
    MeetingManagement management;

    @Autowired
    SignedDocuments signed;

    @Autowired
    Documents documents;

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
    void proposerFilesAPaperThatMembersDownloadFromTheMeetingsPage() {
        String meeting = stage.convened("CP4");
        stage.does("m1.cp4", meeting, "Task_ProposeItems", Map.of("items", CommitteeStage.proposals("Guide")));
        String matter = agendas.candidates(meeting).stream()
                .filter(each -> each.title().equals("Guide"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .matter();
        ClockUtil.reset();
        String page = "/coordination/meetings/" + meeting + "/papers/" + matter;
        Browser proposer = as("m1.cp4");
        assertThat(proposer.get("/coordination/meetings/" + meeting).body()).contains(page);
        assertThat(as("m2.cp4").get("/coordination/meetings/" + meeting).body()).doesNotContain("/papers/");
        assertThat(as("m2.cp4").get(page).statusCode()).isEqualTo(403);

        assertThat(proposer.upload(page, page, "Faux.pdf", "application/pdf", "x".getBytes(UTF_8))
                        .body())
                .contains("n’est pas du type");
        assertThat(proposer.upload(page, page, "Guide.pdf", "application/pdf", PdfExamples.pages("a"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(proposer.get(page).body()).contains("Guide.pdf", "Retirer");

        prepare(meeting);
        assertThat(as("m2.cp4").get("/coordination/meetings/" + meeting).body())
                .contains("Guide.pdf", ">Ordre du jour envoyé<");
        assertThat(proposer.get(page).body())
                .contains("dans le dossier diffusé")
                .doesNotContain("Retirer");
    }

    @Test
    void fileThatIsTooLargeIsRefusedOnTheFormAndNothingIsKept() {
        String meeting = stage.convened("CP4");
        stage.does("m1.cp4", meeting, "Task_ProposeItems", Map.of("items", CommitteeStage.proposals("Annexe")));
        String matter = agendas.candidates(meeting).stream()
                .filter(each -> each.title().equals("Annexe"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .matter();
        ClockUtil.reset();
        String page = "/coordination/meetings/" + meeting + "/papers/" + matter;
        Browser proposer = as("m1.cp4");

        var tooLarge = proposer.upload(page, page, "Annexe.pdf", "application/pdf", new byte[30 << 20]);
        assertThat(tooLarge.statusCode()).isEqualTo(422);
        assertThat(tooLarge.body()).contains("« Annexe.pdf » est trop volumineux : 20 Mo au plus", "name=\"file\"");

        var unread = proposer.upload(page, page, "Annexe.pdf", "application/pdf", new byte[60 << 20]);
        assertThat(unread.statusCode()).isEqualTo(303);
        String back = unread.headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith(page);
        assertThat(proposer.get(back).body())
                .contains("Ce fichier est trop volumineux : 20 Mo au plus", "name=\"file\"");

        assertThat(proposer.uploadOfUnknownLength(page, page, "Annexe.pdf", PdfExamples.pages("a"))
                        .statusCode())
                .as("a form whose length nobody says")
                .isEqualTo(411);

        assertThat(proposer.upload(page, page, "ا".repeat(251) + ".pdf", "application/pdf", PdfExamples.pages("a"))
                        .body())
                .contains("Le nom du fichier est trop long");
        assertThat(proposer.upload(page, page, "Annexe.pdf", "application/pdf", new byte[0])
                        .body())
                .contains("« Annexe.pdf » est vide");
        assertThat(proposer.get(page).body()).contains("class=\"empty\"");
    }

    @Test
    void correctionBeginsOnTheMeetingsPageAndEveryVersionIsListed() throws IOException {
        String meeting = closed("CP5");
        String page = "/coordination/meetings/" + meeting;
        Browser secretary = as("sec.cp5");
        assertThat(secretary.get(page).body()).contains(page + "/correction");
        assertThat(as("chair.cp5").get(page + "/correction").statusCode()).isEqualTo(403);
        assertThat(secretary
                        .submit(page + "/correction", page + "/correction", Map.of("motive", ""))
                        .body())
                .contains("Indiquez le motif de la correction");

        assertThat(secretary
                        .submit(page + "/correction", page + "/correction", Map.of("motive", "Nom mal écrit"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(as("m1.cp5").get(page).body())
                .contains("Une correction du procès-verbal est en cours", "Nom mal écrit");
        assertThat(secretary
                        .submit(page + "/correction", page + "/correction", Map.of("motive", "Encore"))
                        .body())
                .contains("Une correction est déjà en cours");

        minutes("CP5", meeting);
        ClockUtil.reset();
        List<SignedDocument> versions = signed.of(meeting, SignedDocument.Kind.MINUTES);
        assertThat(as("m1.cp5").get(page).body())
                .contains("version 2", "version 1", "Motif de la correction : Nom mal écrit", "Remplace la version 1")
                .contains(versions.get(0).sha256(), versions.get(1).sha256())
                .doesNotContain("est en cours ; la version scellée");

        byte[] first = bytes(versions.get(0));
        assertThat(checked("m1.cp5", meeting, first))
                .contains("C’est la version 1 du procès-verbal de la réunion " + meeting, "la version 2 la remplace");
        assertThat(checked("audit", meeting, bytes(versions.get(1))))
                .contains("C’est la version 2")
                .doesNotContain("la remplace");
        first[first.length / 2] ^= 1;
        assertThat(checked("m1.cp5", meeting, first)).contains("n’est pas l’un des documents scellés");
    }

    @Test
    void twoCorrectionsAtOnceAreOneAndAClearAnswer() throws Exception {
        String page = "/coordination/meetings/" + closed("CP6") + "/correction";
        List<Browser> both = List.of(as("sec.cp6"), as("coord"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : threads.invokeAll(both.stream()
                .map(one -> (Callable<Integer>) () ->
                        one.submit(page, page, Map.of("motive", "Coquille")).statusCode())
                .toList())) {
            answers.add(answer.get());
        }
        threads.shutdown();

        assertThat(answers).filteredOn(status -> status == 302).hasSize(1);
        assertThat(answers).filteredOn(status -> status != 302).allMatch(status -> status == 409 || status == 422);
        String meeting = page.replaceAll(".*/meetings/(.*)/correction", "$1");
        assertThat(stage.open(meeting, "Task_DraftMinutes")).hasSize(1);
    }

    @Test
    void checkKnowsFilesOfTheMeetingThatWereNeverSealed() throws IOException {
        String meeting = closed("CP3");
        var draft = documents.of(meeting).stream()
                .filter(each -> each.name().contains("projet-1"))
                .findFirst()
                .orElseThrow();
        try (InputStream content = documents.open(draft.id())) {
            assertThat(checked("m1.cp3", meeting, content.readAllBytes()))
                    .contains("Ce fichier appartient à cette réunion");
        }
        String page = "/coordination/meetings/" + meeting + "/check";
        assertThat(as("m1.cp3").upload(page, page, "", "", new byte[0]).body()).contains("Choisissez un fichier");
        assertThat(as("m1.cp4").get(page).statusCode()).isEqualTo(403);
        SignedDocument sealed =
                signed.latest(meeting, SignedDocument.Kind.MINUTES).orElseThrow();
        assertThat(checked("m1.cp5", closed("CP5"), bytes(sealed))).contains("n’est pas l’un des documents scellés");
    }

    @Test
    void membersReadWhyASessionMoved() {
        String meeting = stage.prepared("CP2", "Point A");
        management.reschedule(meeting, ProgrammeCommitteeMeetingProcessTests.movedTo(14), "Salle inondée", "sec.cp2");
        ClockUtil.reset();

        assertThat(as("m3.cp2").get("/coordination/meetings/" + meeting).body()).contains("Salle inondée");
    }

    @Test
    void sessionWhoseHourPassesWithoutAnAgendaWaitsForIt() {
        String meeting = stage.convened("CP1");
        stage.does("m1.cp1", meeting, "Task_ProposeItems", Map.of("items", CommitteeStage.proposals("Point A")));
        stage.fires(meeting, "Timer_ItemsClosed");
        String page = "/coordination/meetings/" + meeting;
        assertThat(as("m1.cp1").get(page).body()).contains("Ouverture de la séance");

        stage.itIs(CommitteeStage.SESSION.plusHours(1));
        assertThat(as("m1.cp1").get(page).body())
                .contains("elle attend un ordre du jour approuvé")
                .doesNotContain("Ouverture de la séance");

        stage.does("sec.cp1", meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, "Point A")));
        stage.does("chair.cp1", meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        assertThat(as("m1.cp1").get(page).body())
                .contains("Dossier de séance diffusé après l’heure de la séance", "elle reste à consigner");
    }

    @Test
    void cancelledMeetingPromisesNothing() {
        String meeting = stage.convened("CP10");
        management.cancel(meeting, "Sans objet", "sec.cp10");

        assertThat(as("m1.cp10").get("/coordination/meetings/" + meeting).body())
                .contains("La réunion est annulée : rien ne s’ajoutera ici", "Sans objet")
                .doesNotContain("À venir", "Ouverture de la séance", "En préparation", "apparaîtront ici");
    }

    private Browser as(String reader) {
        return new Browser(port).signIn(reader, "tansiq-demo");
    }

    private String checked(String reader, String meeting, byte[] content) {
        String page = "/coordination/meetings/" + meeting + "/check";
        return as(reader)
                .upload(page, page, "recu.pdf", "application/pdf", content)
                .body();
    }

    private byte[] bytes(SignedDocument document) throws IOException {
        try (InputStream content = documents.open(document.document())) {
            return content.readAllBytes();
        }
    }

    private void prepare(String meeting) {
        stage.itIs(CommitteeStage.MORNING);
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does("sec.cp4", meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, "Guide")));
        stage.does("chair.cp4", meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        ClockUtil.reset();
    }

    private String closed(String body) {
        String cp = body.toLowerCase(java.util.Locale.ROOT);
        String meeting = stage.inSession(body, "Point A");
        List<String> present = List.of("chair." + cp, "m1." + cp);
        stage.does(
                "sec." + cp,
                meeting,
                "Task_RecordSession",
                stage.record(meeting, "chair." + cp, present, List.of(CommitteeStage.decided(1, "Le comité adopte."))));
        stage.engineWorks(meeting);
        stage.does("chair." + cp, meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        minutes(body, meeting);
        ClockUtil.reset();
        return meeting;
    }

    private void minutes(String body, String meeting) {
        stage.itIs(CommitteeStage.SESSION);
        stage.does(
                CommitteeStage.secretary(body),
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte à 10 h.", "discussions", List.of(), "closing", "Levée à 12 h."));
        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does(
                "chair." + body.toLowerCase(java.util.Locale.ROOT),
                meeting,
                "Task_SignMinutes",
                Map.of("decision", "sign"));
        stage.engineWorks(meeting);
    }
}
