package ma.tansiq.committee.progress;

import static ma.tansiq.committee.CommitteeStage.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.document.Documents;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programmes report to the review: on time, late or not at all (rule C7). Each test has a year of its own. */
@TansiqTest
class ProgressReportingProcessTests {

    private static final String SUBMIT = "Task_SubmitProgressReport";
    private static final String VALIDATE = "Task_ValidateProgressReport";
    private static final String CONSOLIDATE = "Task_ConsolidateProgress";

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    ProgressReports reports;

    @Autowired
    MeetingManagement meetings;

    @Autowired
    AgendaManagement agendas;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void everyProgrammeIsAskedForTheQuarterThatEnded() {
        String review = review(2031, 1);

        assertThat(reports.referencesOf(review))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 11)
                        .mapToObj(number -> "CP" + number + "-2030-Q4")
                        .toList());
        assertThat(stage.taskOf("sec.cp3", "CP3-2030-Q4", SUBMIT).dueAt())
                .as(
                        "13 working days after Monday the 13th; without the 14th (Amazigh New Year) and the 24th (Aïd al-Fitr)")
                .contains(instant(LocalDateTime.of(2031, 2, 3, 16, 30)));
        assertThat(reports.required("CP3-2030-Q4").standing()).isEqualTo(Standing.AWAITED);
        withdraw(review);
    }

    @Test
    void dueDatesAndCutOffCountFromTheSessionOnceItHasADate() {
        String review = review(2032, 1);
        stage.does("sec.copil", review, "Task_PlanMeeting", CommitteeStage.plan(LocalDateTime.of(2032, 4, 20, 10, 0)));

        assertThat(stage.dueOf(review, "Timer_ReportsCutOff"))
                .as("10 working days before the session")
                .isEqualTo(instant(LocalDateTime.of(2032, 4, 6, 16, 30)));
        assertThat(stage.taskOf("sec.cp3", "CP3-2031-Q4", SUBMIT).dueAt())
                .as("13 working days before the session")
                .contains(instant(LocalDateTime.of(2032, 4, 1, 16, 30)));

        meetings.reschedule(
                review,
                new ma.tansiq.committee.meeting.MeetingPlan(
                        instant(LocalDateTime.of(2032, 4, 27, 10, 0)),
                        instant(LocalDateTime.of(2032, 4, 27, 12, 0)),
                        "Rabat",
                        null,
                        null,
                        true),
                "Salle occupée",
                "sec.copil");
        assertThat(stage.dueOf(review, "Timer_ReportsCutOff"))
                .isEqualTo(instant(LocalDateTime.of(2032, 4, 13, 16, 30)));
        withdraw(review);
    }

    @Test
    void reportComesBackFromItsChairAndIsValidated() {
        String review = review(2033, 1);
        String report = "CP5-2032-Q4";
        stage.does("sec.cp5", report, SUBMIT, contents(12, 50_000, 20_000));
        assertThat(reports.required(report).standing()).isEqualTo(Standing.TO_VALIDATE);
        assertThat(stage.shown("chair.cp5", report, VALIDATE, "reportText").asText())
                .contains("Trois ateliers.", "Communes partenaires : 12 communes", "cible 30")
                .contains("Prévu : 100\u00a0000,00\u00a0DH", "payé : 20\u00a0000,00\u00a0DH", "Peu de moyens")
                .contains("**Financement** — Qui paie");

        stage.does("chair.cp5", report, VALIDATE, Map.of("decision", "return", "remark", "Chiffrer les ateliers."));
        assertThat(stage.shown("sec.cp5", report, SUBMIT, "remark").asText()).isEqualTo("Chiffrer les ateliers.");
        assertThat(stage.shown("sec.cp5", report, SUBMIT, "indicators")
                        .path(0)
                        .path("value")
                        .asInt())
                .as("what was typed is kept")
                .isEqualTo(12);
        stage.does("sec.cp5", report, SUBMIT, contents(14, 50_000, 20_000));
        assertThat(stage.toldWhen("chair.cp5", report, VALIDATE, Map.of("decision", "validate")))
                .isEqualTo("« Comment il a été approuvé » est à remplir.");
        validate("CP5", report, "SESSION");

        ProgressReport validated = reports.required(report);
        assertThat(validated.standing()).isEqualTo(Standing.FED);
        assertThat(validated.validation()).contains(Validation.SESSION);
        assertThat(validated.validatedBy()).contains("chair.cp5");
        assertThat(stage.ended(report)).isTrue();
        withdraw(review);
    }

    @Test
    void reviewGoesOnAtTheCutOffAndLateReportsAreKeptAndMarked() {
        String review = review(2034, 1);
        fed("CP1", "CP1-2033-Q4");
        stage.does("sec.cp2", "CP2-2033-Q4", SUBMIT, contents(1, 2, 1));

        stage.fires(review, "Timer_ReportsCutOff");

        assertThat(stage.openKinds(review)).contains(CONSOLIDATE);
        assertThat(stage.shown("sec.copil", review, CONSOLIDATE, "reportsText").asText())
                .contains("**Programmes alimentés : 1 sur 11**, 4e trimestre 2033.")
                .containsSubsequence(
                        "Alimenté — validé par",
                        "président, seul",
                        "Non alimenté : rapport remis, non validé",
                        "Non alimenté");
        assertThat(reports.required("CP2-2033-Q4").standing()).isEqualTo(Standing.NOT_VALIDATED);
        assertThat(reports.required("CP3-2033-Q4").standing()).isEqualTo(Standing.NOT_FED);
        assertThat(stage.openKinds("CP2-2033-Q4"))
                .as("what was handed in still waits for its chair")
                .containsExactly(VALIDATE);
        assertThat(stage.openKinds("CP3-2033-Q4")).containsExactly(SUBMIT);

        stage.itIs(LocalDateTime.of(2034, 3, 1, 10, 0));
        validate("CP2", "CP2-2033-Q4", "CONSULTATION");
        assertThat(reports.required("CP2-2033-Q4").standing()).isEqualTo(Standing.FED_LATE);
        assertThat(reports.required("CP1-2033-Q4").standing()).isEqualTo(Standing.FED);
        assertThat(facts(review)).contains("REPORTS_CLOSED 1/11", "REPORT_VALIDATED_LATE CP2-2033-Q4");

        String next = review(2034, 4);
        assertThat(stage.ended("CP3-2033-Q4"))
                .as("the next quarter is asked for instead")
                .isTrue();
        assertThat(reports.required("CP3-2033-Q4").standing()).isEqualTo(Standing.NOT_FED);
        assertThat(stage.openKinds("CP3-2034-Q1")).containsExactly(SUBMIT);
        withdraw(review);
        withdraw(next);
    }

    @Test
    void whenAllAreInNobodyWaitsForTheCutOffAndTheQuarterIsComparedAndConsolidated() {
        String first = review(2035, 4);
        fedByAll(first, "2035-Q1", contents(12, 50_000, 20_000));
        assertThat(stage.openKinds(first)).contains(CONSOLIDATE);
        stage.does("sec.copil", first, CONSOLIDATE, Map.of("summary", "Un bon trimestre."));
        stage.engineWorks(first);

        String second = review(2035, 7);
        JsonNode started =
                stage.shown("sec.cp1", "CP1-2035-Q2", SUBMIT, "indicators").path(0);
        assertThat(started.path("name").asText()).as("what was measured last").isEqualTo("Communes partenaires");
        assertThat(started.path("target").asInt()).isEqualTo(30);
        assertThat(started.path("value").asText()).as("without its value").isEmpty();
        fedByAll(second, "2035-Q2", contents(15, 80_000, 60_000));
        assertThat(stage.shown("sec.copil", second, CONSOLIDATE, "reportsText").asText())
                .contains("**Programmes alimentés : 11 sur 11**, 2e trimestre 2035.")
                .contains("Communes partenaires : 15 communes (+3), cible 30 communes")
                .contains(
                        "engagé : 80\u00a0000,00\u00a0DH (+30\u00a0000,00)",
                        "payé : 60\u00a0000,00\u00a0DH (+40\u00a0000,00)");

        assertThat(stage.shown("sec.copil", second, CONSOLIDATE, "arbitrations"))
                .hasSize(11);
        assertThat(stage.toldWhen(
                        "sec.copil",
                        second,
                        CONSOLIDATE,
                        Map.of("summary", "Texte", "takenUp", List.of("CP1-2035-Q2.7"))))
                .startsWith("L’arbitrage choisi (CP1-2035-Q2.7) n’est pas demandé");
        stage.does(
                "sec.copil",
                second,
                CONSOLIDATE,
                Map.of("summary", "Le financement reste à trancher.", "takenUp", List.of("CP1-2035-Q2.1")));
        stage.engineWorks(second);

        assertThat(agendas.candidates(second))
                .filteredOn(each -> each.title().equals("Financement"))
                .singleElement()
                .satisfies(each -> assertThat(firstBodyOf(each)).isEqualTo("CP1"));
        assertThat(text(second))
                .contains("Synthèse trimestrielle", "2e trimestre 2035", "Le financement reste à trancher.")
                .contains("Programmes alimentés : 11 sur 11", "Communes partenaires", "+3")
                .as("figures as in the consolidation")
                .containsPattern("engagé : 80.000,00.DH \\(\\+30.000,00\\)");
        assertThat(new Browser(port)
                        .signIn("sec.copil", "tansiq-demo")
                        .get("/coordination/meetings/" + second)
                        .body())
                .contains(
                        "Rapports des programmes",
                        "Programmes alimentés : 11 sur 11",
                        "Le financement reste à trancher.");
        assertThat(new Browser(port)
                        .signIn("m1.cp1", "tansiq-demo")
                        .get("/coordination/reports/CP1-2035-Q2")
                        .body())
                .contains("Communes partenaires", "+3", "60\u00a0000,00", "Trois ateliers.", "Question SNIA-");
        assertThat(new Browser(port)
                        .signIn("m1.cp2", "tansiq-demo")
                        .get("/coordination/reports/CP1-2035-Q2")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Browser(port)
                        .signIn("m1.cp2", "tansiq-demo")
                        .get("/coordination/reports/CP1-1999-Q2")
                        .statusCode())
                .isEqualTo(404);
        withdraw(first);
        withdraw(second);
    }

    @Test
    void membersReceiveTheSummaryByMailAndInThePackAlsoWhenThatHasLeft() {
        String review = review(2030, 1);
        stage.does("sec.copil", review, "Task_PlanMeeting", CommitteeStage.plan(LocalDateTime.of(2030, 2, 18, 10, 0)));
        stage.does(
                "m1.copil",
                review,
                "Task_ProposeItems",
                Map.of("items", CommitteeStage.proposals("Point de la revue")));
        stage.fires(review, "Timer_ItemsClosed");
        stage.does(
                "sec.copil", review, "Task_ComposeAgenda", Map.of("items", stage.ranked(review, "Point de la revue")));
        stage.does("chair.copil", review, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(review);
        assertThat(pack(review)).doesNotContain("Synthèse trimestrielle");

        stage.fires(review, "Timer_ReportsCutOff");
        stage.does("sec.copil", review, CONSOLIDATE, Map.of("summary", "Rien n’est parvenu à temps."));
        stage.engineWorks(review);

        assertThat(pack(review))
                .contains("Synthèse trimestrielle", "Rien n’est parvenu à temps.", "Programmes alimentés : 0 sur 11");
        assertThat(arabicPacks(review))
                .as("whoever reads Arabic has the whole pack in it")
                .hasSize(2)
                .anyMatch(each -> each.contains("Rien n’est parvenu à temps."))
                .noneMatch(each -> each.contains("Programmes alimentés"));
        assertThat(database.sql("select recipient from mail where template = 'progress-summary' and reference = ?")
                        .param(review)
                        .query(String.class)
                        .list())
                .as("everybody who sits on the body")
                .containsExactlyInAnyOrderElementsOf(database.sql(
                                "select distinct account from membership where body = 'COPIL' and account is not null")
                        .query(String.class)
                        .list());
        assertThat(database.sql(
                                "select body_text from mail where template = 'progress-summary' and recipient = ? and reference = ?")
                        .params("m1.copil", review)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("Rien n’est parvenu à temps.", "Programmes alimentés : 0 sur 11");
        withdraw(review);
    }

    private List<String> arabicPacks(String review) {
        return database
                .sql("select id from stored_document where owner = ? and name = ?")
                .params(review, review + "-dossier-de-seance-ar.pdf")
                .query(UUID.class)
                .list()
                .stream()
                .map(this::text)
                .toList();
    }

    private String pack(String review) {
        return text(database.sql("select agenda_pack from meeting where reference = ?")
                .param(review)
                .query(UUID.class)
                .single());
    }

    @Test
    void whatALateReportAsksForIsOfferedAtTheNextConsolidation() {
        String first = review(2039, 1);
        stage.fires(first, "Timer_ReportsCutOff");
        stage.does("sec.copil", first, CONSOLIDATE, Map.of("summary", "Rien n'est parvenu."));
        stage.engineWorks(first);
        stage.itIs(LocalDateTime.of(2039, 3, 1, 10, 0));
        fed("CP4", "CP4-2038-Q4");

        String second = review(2039, 4);
        stage.fires(second, "Timer_ReportsCutOff");
        assertThat(stage.shown("sec.copil", second, CONSOLIDATE, "arbitrations").findValuesAsText("value"))
                .containsExactly("CP4-2038-Q4.1");
        stage.does("sec.copil", second, CONSOLIDATE, Map.of("summary", "Un arbitrage tardif.", "takenUp", List.of()));
        stage.engineWorks(second);

        String third = review(2039, 7);
        stage.fires(third, "Timer_ReportsCutOff");
        assertThat(stage.shown("sec.copil", third, CONSOLIDATE, "arbitrations"))
                .as("offered once")
                .isEmpty();
        withdraw(first);
        withdraw(second);
        withdraw(third);
    }

    @Test
    void reportThatNobodyIsAskedForAnyMoreDoesNotHoldUpTheNextReview() {
        String first = review(2040, 1);
        stage.fires(first, "Timer_ReportsCutOff");
        stage.stopReports();

        String second = review(2040, 4);

        assertThat(stage.openKinds("CP3-2040-Q1")).containsExactly(SUBMIT);
        withdraw(first);
        withdraw(second);
    }

    @Test
    void secondReviewOfAQuarterAsksForNothing() {
        String first = review(2036, 1);
        String second = review(2036, 2);

        assertThat(reports.referencesOf(second)).isEmpty();
        assertThat(stage.openKinds(second)).containsExactly("Task_PlanMeeting");
        withdraw(first);
        withdraw(second);
    }

    @Test
    void whatWasHandedInForACancelledReviewIsNotAskedForAgain() {
        String cancelled = review(2037, 1);
        fed("CP1", "CP1-2036-Q4");
        stage.does("sec.cp2", "CP2-2036-Q4", SUBMIT, contents(1, 2, 1));
        withdraw(cancelled);
        assertThat(stage.openKinds("CP2-2036-Q4")).isEmpty();

        String next = review(2037, 2);

        assertThat(stage.ended("CP1-2036-Q4")).isTrue();
        assertThat(reports.required("CP1-2036-Q4").standing()).isEqualTo(Standing.FED);
        assertThat(stage.openKinds("CP2-2036-Q4")).containsExactly(VALIDATE);
        assertThat(stage.openKinds("CP3-2036-Q4")).containsExactly(SUBMIT);
        withdraw(next);
    }

    @Test
    void wrongFiguresAreRefusedInASentenceAndKeepNothing() {
        String review = review(2038, 1);
        String report = "CP6-2037-Q4";

        assertThat(stage.toldWhen("sec.cp6", report, SUBMIT, contents(1, 2, 3)))
                .isEqualTo("Ligne « Ateliers » : le payé ne peut pas dépasser l’engagé.");
        assertThat(stage.toldWhen("sec.cp6", report, SUBMIT, contents(1, -2, -3)))
                .isEqualTo(
                        "Ligne « Ateliers » : donnez des montants en dirhams, positifs, avec deux décimales au plus.");
        assertThat(stage.toldWhen(
                                "sec.cp6",
                                report,
                                SUBMIT,
                                Map.of("narrative", " ", "indicators", List.of(Map.of("name", "", "value", ""))))
                        .lines())
                .hasSize(4);
        assertThatThrownBy(() -> stage.does("sec.cp7", report, SUBMIT, contents(1, 2, 1)))
                .as("another committee's secretary")
                .isInstanceOf(AssertionError.class);

        assertThat(reports.required(report).standing()).isEqualTo(Standing.AWAITED);
        withdraw(review);
    }

    /** Opens a review in that month and asks for the quarter before it. */
    private String review(int year, int month) {
        stage.itIs(LocalDateTime.of(year, month, 13, 9, 0));
        String review = stage.open("COPIL");
        stage.engineWorks(review);
        return review;
    }

    private void withdraw(String review) {
        if (!stage.ended(review)) {
            meetings.cancel(review, "Fin de l'essai", "sec.copil");
        }
        assertThat(stage.ended(review)).isTrue();
        reports.referencesOf(review).stream().filter(each -> !stage.ended(each)).forEach(each -> stage.stop(each));
    }

    private void fedByAll(String review, String quarter, Map<String, Object> contents) {
        for (int number = 1; number <= 11; number++) {
            String body = "CP" + number;
            stage.does("sec.cp" + number, body + "-" + quarter, SUBMIT, contents);
            validate(body, body + "-" + quarter, "CHAIR");
        }
        assertThat(reports.ofReview(review)).allMatch(ProgressReport::isValidated);
    }

    private void fed(String body, String report) {
        stage.does(CommitteeStage.secretary(body), report, SUBMIT, contents(12, 50_000, 20_000));
        validate(body, report, "CHAIR");
    }

    private void validate(String body, String report, String how) {
        stage.does(CommitteeStage.chair(body), report, VALIDATE, Map.of("decision", "validate", "validation", how));
    }

    private static Map<String, Object> contents(int communes, int committed, int paid) {
        return Map.of(
                "narrative", "Trois ateliers.",
                "risks", "Peu de moyens",
                "indicators",
                        List.of(Map.of(
                                "name", "Communes partenaires", "unit", "communes", "target", 30, "value", communes)),
                "budget", List.of(Map.of("line", "Ateliers", "planned", 100_000, "committed", committed, "paid", paid)),
                "requests", List.of(Map.of("title", "Financement", "text", "Qui paie la suite ?")));
    }

    private String firstBodyOf(AgendaItem item) {
        return database.sql("select first_body from matter where reference = ?")
                .param(item.matter())
                .query(String.class)
                .single();
    }

    private List<String> facts(String meeting) {
        return database.sql("select fact || ' ' || coalesce(detail, '') from meeting_history where meeting = ?")
                .param(meeting)
                .query(String.class)
                .list();
    }

    private String text(String meeting) {
        var paper = documents.of(meeting).stream()
                .filter(each -> each.name().equals(meeting + "-synthese-trimestrielle.pdf"))
                .findFirst()
                .orElseThrow();
        return text(paper.id());
    }

    private String text(UUID document) {
        try (InputStream content = documents.open(document);
                PDDocument pdf = Loader.loadPDF(content.readAllBytes())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
