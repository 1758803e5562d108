package ma.tansiq.committee.minutes;

import static ma.tansiq.committee.CommitteeStage.decided;
import static ma.tansiq.committee.CommitteeStage.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ma.tansiq.TansiqTest;
import ma.tansiq.calendar.HolidayManagement;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.MeetingStatus;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.paper.PaperSigning;
import ma.tansiq.committee.paper.SignedDocument;
import ma.tansiq.committee.paper.SignedDocuments;
import ma.tansiq.committee.session.Decisions;
import ma.tansiq.committee.session.ProgrammeCommitteeMeetingProcessTests;
import ma.tansiq.document.Documents;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.Accounts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TansiqTest
class MinutesApprovalProcessTests {

    @Autowired
    CommitteeStage stage;

    @Autowired
    Meetings meetings;

    @Autowired
    Decisions decisions;

    @Autowired
    SignedDocuments documents;

    @Autowired
    PaperSigning papers;

    @Autowired
    MinutesManagement minutes;

    @Autowired
    MinutesApprovalProcess process;

    @Autowired
    HolidayManagement holidays;

    @Autowired
    Documents stored;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void silenceApprovesAndSignedMinutesAreSealed() {
        String meeting = drafted("CP1");

        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does("chair.cp1", meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);

        assertThat(stage.ended(meeting)).isTrue();
        assertThat(meetings.required(meeting).status()).isEqualTo(MeetingStatus.MINUTES_APPROVED);
        assertThat(documents.of(meeting, SignedDocument.Kind.MINUTES))
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.version()).isEqualTo(1);
                    assertThat(document.sha256()).matches("[0-9a-f]{64}");
                    assertThat(document.earlierSha256()).isNull();
                });
    }

    @Test
    void whoApprovedByWordAndWhoBySilenceIsOnRecordAndInTheMinutes() {
        String meeting = drafted("CP1");
        stage.itIs(LocalDateTime.of(2027, 4, 22, 11, 0));
        stage.does("m1.cp1", meeting, "Task_ReviewMinutes", Map.of("decision", "approve"));
        assertThat(facts(meeting)).doesNotContain("MINUTES_APPROVED_BY_SILENCE m2.cp1");

        stage.itIs(LocalDateTime.of(2027, 4, 27, 16, 30));
        stage.fires(meeting, "Timer_SilencePeriod");

        String toSign = text(paper(meeting, "proces-verbal-a-signer-1").id());
        assertThat(toSign)
                .contains("soumis à signature", "Ont approuvé : " + nameOf("m1.cp1") + ".")
                .containsPattern(
                        "Ont approuvé par leur silence, la relecture s’étant achevée le 27/04/2027 à 16:30 :\\s+"
                                + nameOf("chair.cp1") + " ; " + nameOf("m2.cp1"));
        assertThat(stage.shown("chair.cp1", meeting, "Task_SignMinutes", "minutesText")
                        .asText())
                .contains("**Ont approuvé :** " + nameOf("m1.cp1"), "achevée le 27/04/2027 16:30");
        stage.does("chair.cp1", meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);

        assertThat(facts(meeting))
                .contains(
                        "MINUTES_APPROVED_BY m1.cp1",
                        "MINUTES_APPROVED_BY_SILENCE chair.cp1",
                        "MINUTES_APPROVED_BY_SILENCE m2.cp1")
                .doesNotContain("MINUTES_APPROVED_BY_SILENCE m1.cp1", "DECISIONS_SIGNED_AGAIN chair.cp1");
        assertThat(textOf(documents.of(meeting, SignedDocument.Kind.MINUTES).get(0)))
                .contains("Ont approuvé par leur silence");
        assertThat(text(paper(meeting, "proces-verbal-projet-1").id())).doesNotContain("Ont approuvé");
    }

    @Test
    void dayOffDuringTheReviewProlongsItForTheTimerTheFormAndThePageAlike() {
        String meeting = drafted("CP5");
        Instant told = instant(LocalDateTime.of(2027, 4, 27, 16, 30));
        assertThat(stage.dueOf(meeting, "Timer_SilencePeriod"))
                .as("five working days")
                .isEqualTo(told);

        holidays.add(LocalDate.of(2027, 4, 22), "Deuil national", "Décret", "admin");

        Instant later = instant(LocalDateTime.of(2027, 4, 28, 16, 30));
        assertThat(stage.dueOf(meeting, "Timer_SilencePeriod")).isEqualTo(later);
        assertThat(stage.open(meeting, "Task_ReviewMinutes"))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.dueAt()).contains(later));
        assertThat(process.silenceEnds(meeting)).contains("28/04/2027");
        assertThat(shownEnd(meeting)).isEqualTo(later);

        holidays.withdraw(LocalDate.of(2027, 4, 22), 1, "Erreur", "admin");
        assertThat(stage.dueOf(meeting, "Timer_SilencePeriod"))
                .as("who was told of the 28th keeps it")
                .isEqualTo(later);
        assertThat(shownEnd(meeting)).isEqualTo(later);
    }

    /** As the meeting's page reads it. */
    private Instant shownEnd(String meeting) {
        return database.sql("select silence_ends_at from minutes where meeting = ?")
                .param(meeting)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    @Test
    void onlyThoseWhoWereThereReviewTheMinutes() {
        String meeting = drafted("CP2");

        assertThat(stage.open(meeting, "Task_ReviewMinutes"))
                .extracting(task -> task.assignee().orElseThrow())
                .containsExactlyInAnyOrder("chair.cp2", "m1.cp2", "m2.cp2");
    }

    @Test
    void allApprovingEndsTheReviewEarly() {
        String meeting = drafted("CP3");

        for (String person : List.of("chair.cp3", "m1.cp3", "m2.cp3")) {
            stage.does(person, meeting, "Task_ReviewMinutes", Map.of("decision", "approve"));
        }

        assertThat(stage.openKinds(meeting)).containsExactly("Task_SignMinutes");
    }

    @Test
    void reservationThatAltersADecisionMakesANewVersionOfIt() {
        String meeting = drafted("CP4");
        stage.does(
                "m1.cp4",
                meeting,
                "Task_ReviewMinutes",
                Map.of("decision", "reserve", "item", 1, "reservation", "Il fut dit « avant juin »"));
        stage.fires(meeting, "Timer_SilencePeriod");

        assertThatThrownBy(() ->
                        stage.does("sec.cp4", meeting, "Task_ResolveReservations", Map.of("reservations", List.of())))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.reservationUnanswered");
        stage.does(
                "sec.cp4",
                meeting,
                "Task_ResolveReservations",
                Map.of(
                        "reservations",
                        List.of(Map.of(
                                "account", "m1.cp4",
                                "followed", "yes",
                                "reply", "Exact",
                                "alteredDecision", "Le comité adopte le plan avant juin."))));
        assertThat(stage.shown("chair.cp4", meeting, "Task_SignMinutes", "alteredDecisions")
                        .asText())
                .containsSubsequence(
                        meeting + "-D1, version 2",
                        "Texte déjà signé",
                        "Le comité adopte le plan.",
                        "Texte soumis à votre signature",
                        "Le comité adopte le plan avant juin.");
        assertThat(text(paper(meeting, "proces-verbal-a-signer-1").id()))
                .contains("soumis à signature", "Le comité adopte le plan avant juin.", "Réserve suivie", "Exact");
        assertThat(text(paper(meeting, "releve-de-decisions-v2-projet").id()))
                .contains("Version 2", "avant juin", "soumis à signature");
        assertThat(facts(meeting))
                .contains("DECISION_ALTERED sec.cp4")
                .doesNotContain("DECISIONS_SIGNED_AGAIN chair.cp4");

        stage.does("chair.cp4", meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);

        assertThat(facts(meeting))
                .containsSubsequence(
                        "DECISIONS_SIGNED chair.cp4",
                        "DECISION_ALTERED sec.cp4",
                        "DECISIONS_SIGNED_AGAIN chair.cp4",
                        "DECISIONS_SEALED_AGAIN -");
        assertThat(decisions.of(meeting)).singleElement().satisfies(decision -> {
            assertThat(decision.version()).isEqualTo(2);
            assertThat(decision.text()).isEqualTo("Le comité adopte le plan avant juin.");
        });
        List<SignedDocument> records = documents.of(meeting, SignedDocument.Kind.DECISION_RECORD);
        assertThat(records).extracting(SignedDocument::version).containsExactly(1, 2);
        assertThat(records.get(1).earlierSha256()).isEqualTo(records.get(0).sha256());
        assertThat(textOf(records.get(1)))
                .contains("Version 2", records.get(0).sha256(), "avant juin", "Signé électroniquement");
        assertThat(textOf(records.get(0))).doesNotContain("Version", "avant juin");
        assertThat(enclosures(meeting, "minutes"))
                .as("minutes and new record, for each of those convoked")
                .isEqualTo(2 * mails(meeting, "minutes"))
                .isPositive();
    }

    @Test
    void minutesThatAlterNoDecisionShowNothingButThemselvesToTheSignatory() {
        String meeting = drafted("CP4");
        stage.fires(meeting, "Timer_SilencePeriod");

        assertThat(stage.shown("chair.cp4", meeting, "Task_SignMinutes", "alteredDecisions")
                        .asText())
                .isEmpty();
    }

    @Test
    void minutesSignedOnPaperAreSealed() {
        String meeting = drafted("CP6");
        stage.fires(meeting, "Timer_SilencePeriod");

        papers.signMinutes(meeting, ProgrammeCommitteeMeetingProcessTests.scan(), "sec.cp6");
        stage.engineWorks(meeting);

        assertThat(stage.ended(meeting)).isTrue();
        assertThat(documents.of(meeting, SignedDocument.Kind.MINUTES)).hasSize(1);
    }

    @Test
    void returnedMinutesAreDraftedAndReadAnew() {
        String meeting = drafted("CP5");
        stage.fires(meeting, "Timer_SilencePeriod");

        stage.does("chair.cp5", meeting, "Task_SignMinutes", Map.of("decision", "return", "remark", "Incomplet"));
        draft("CP5", meeting);

        assertThat(stage.open(meeting, "Task_ReviewMinutes")).hasSize(3);
    }

    @Test
    void correctionIsDraftedReadAndSignedAndSealedAsTheNextVersion() {
        String meeting = sealed("CP7");

        stage.itIs(LocalDateTime.of(2027, 7, 5, 9, 0));
        minutes.correct(meeting, "Le nom d’un intervenant est mal écrit.", "sec.cp7");
        assertThat(stage.openKinds(meeting)).containsExactly("Task_DraftMinutes");
        assertThat(stage.taskOf("sec.cp7", meeting, "Task_DraftMinutes").dueAt())
                .as("five working days after the correction began")
                .contains(CommitteeStage.instant(LocalDateTime.of(2027, 7, 12, 16, 30)));
        draft("CP7", meeting);
        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does("chair.cp7", meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);

        assertThat(stage.ended(meeting)).isTrue();
        assertThat(meetings.required(meeting).status()).isEqualTo(MeetingStatus.MINUTES_APPROVED);
        List<SignedDocument> versions = documents.of(meeting, SignedDocument.Kind.MINUTES);
        assertThat(versions).extracting(SignedDocument::version).containsExactly(1, 2);
        assertThat(versions.get(1).earlierSha256()).isEqualTo(versions.get(0).sha256());
        assertThat(versions.get(1).motive()).isEqualTo("Le nom d’un intervenant est mal écrit.");
        assertThat(documents.of(meeting, SignedDocument.Kind.DECISION_RECORD)).hasSize(1);
        assertThat(textOf(versions.get(1)))
                .contains("Version 2", "remplace la version 1", versions.get(0).sha256(), "mal écrit");
        assertThat(mails(meeting, "correction"))
                .isEqualTo(mails(meeting, "minutes"))
                .isPositive();
    }

    @Test
    void correctionThatAltersADecisionBringsAnotherRecordOfDecisions() {
        String meeting = sealed("CP8");
        minutes.correct(meeting, "La date manque.", "coord");
        draft("CP8", meeting);
        stage.does(
                "m1.cp8",
                meeting,
                "Task_ReviewMinutes",
                Map.of("decision", "reserve", "item", 1, "reservation", "Ajouter « avant juin »"));
        stage.fires(meeting, "Timer_SilencePeriod");
        Map<String, Object> answer = Map.of(
                "account",
                "m1.cp8",
                "followed",
                "yes",
                "reply",
                "Exact",
                "alteredDecision",
                "Le comité adopte avant juin.");
        stage.does("sec.cp8", meeting, "Task_ResolveReservations", Map.of("reservations", List.of(answer)));
        papers.signMinutes(meeting, ProgrammeCommitteeMeetingProcessTests.scan(), "sec.cp8");
        stage.engineWorks(meeting);

        assertThat(documents.of(meeting, SignedDocument.Kind.DECISION_RECORD)).hasSize(2);
        minutes.correct(meeting, "Une coquille.", "sec.cp8");
        draft("CP8", meeting);
        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does("chair.cp8", meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);

        assertThat(documents.of(meeting, SignedDocument.Kind.DECISION_RECORD)).hasSize(2);
        assertThat(documents.of(meeting, SignedDocument.Kind.MINUTES)).hasSize(3);
    }

    @Test
    void onlyTheSecretariatCorrectsSealedMinutesOneCorrectionAtATimeAndWithAMotive() {
        String meeting = drafted("CP9");
        assertRefused(() -> minutes.correct(meeting, "Coquille", "sec.cp9"), "wrongMinutes.IN_REVIEW");
        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does("chair.cp9", meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);

        assertRefused(() -> minutes.correct(meeting, "Coquille", "chair.cp9"), "secretaryOnly");
        assertRefused(() -> minutes.correct(meeting, "  ", "sec.cp9"), "missing.motive");
        assertRefused(() -> minutes.correct(meeting, "a".repeat(2_001), "sec.cp9"), "reasonTooLong");
        assertThat(stage.openKinds(meeting)).isEmpty();
        minutes.correct(meeting, "Coquille", "sec.cp9");
        assertRefused(() -> minutes.correct(meeting, "Encore", "sec.cp9"), "wrongMinutes.DRAFT");
        assertThat(stage.open(meeting, "Task_DraftMinutes")).hasSize(1);
    }

    @Test
    void draftIsKeptAsADocumentMarkedAsDraft() {
        String meeting = drafted("CP8");

        assertThat(stored.of(meeting))
                .filteredOn(each -> each.name().contains("proces-verbal-projet-1"))
                .as("in French and in Arabic")
                .hasSize(2)
                .filteredOn(each -> each.name().endsWith("proces-verbal-projet-1.pdf"))
                .singleElement()
                .satisfies(
                        each -> assertThat(text(each.id())).contains("Projet de procès-verbal", "Date et signature"));
    }

    private StoredDocument paper(String meeting, String name) {
        return stored.of(meeting).stream()
                .filter(each -> each.name().equals(meeting + "-" + name + ".pdf"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + stored.of(meeting)));
    }

    private List<String> facts(String meeting) {
        return database.sql(
                        "select fact || ' ' || coalesce(actor, '-') from meeting_history where meeting = ? order by id")
                .param(meeting)
                .query(String.class)
                .list();
    }

    private String nameOf(String account) {
        return accounts.find(account).orElseThrow().name();
    }

    private long enclosures(String meeting, String template) {
        return database.sql("""
                        select count(*) from mail_attachment e join mail m on m.id = e.mail
                        where m.reference = ? and m.template = ?""").params(meeting, template).query(Long.class).single();
    }

    private static void assertRefused(ThrowingCallable step, String name) {
        assertThatThrownBy(step).extracting("messageKey").isEqualTo("refusal.committee." + name);
    }

    private long mails(String meeting, String template) {
        return database.sql("select count(*) from mail where reference = ? and template = ?")
                .params(meeting, template)
                .query(Long.class)
                .single();
    }

    private String textOf(SignedDocument document) {
        return text(document.document());
    }

    private String text(UUID document) {
        try (InputStream content = stored.open(document);
                PDDocument pdf = Loader.loadPDF(content.readAllBytes())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String sealed(String body) {
        String meeting = drafted(body);
        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does("chair." + body.toLowerCase(Locale.ROOT), meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        return meeting;
    }

    private String drafted(String body) {
        String cp = body.toLowerCase(Locale.ROOT);
        String meeting = stage.inSession(body, "Point A");
        List<String> present = List.of("chair." + cp, "m1." + cp, "m2." + cp);
        stage.does(
                "sec." + cp,
                meeting,
                "Task_RecordSession",
                stage.record(meeting, "chair." + cp, present, List.of(decided(1, "Le comité adopte le plan."))));
        stage.engineWorks(meeting);
        stage.does("chair." + cp, meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        draft(body, meeting);
        return meeting;
    }

    private void draft(String body, String meeting) {
        stage.does(
                CommitteeStage.secretary(body),
                meeting,
                "Task_DraftMinutes",
                Map.of(
                        "introduction",
                        "La séance est ouverte à 10 h.",
                        "discussions",
                        List.of(Map.of("position", 1, "discussion", "Un débat a eu lieu.")),
                        "closing",
                        "La séance est levée à 12 h."));
    }
}
