package ma.tansiq.committee.session;

import static ma.tansiq.committee.CommitteeStage.SESSION;
import static ma.tansiq.committee.CommitteeStage.action;
import static ma.tansiq.committee.CommitteeStage.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.MeetingPlan;
import ma.tansiq.committee.meeting.MeetingStatus;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.paper.PaperSigning;
import ma.tansiq.committee.paper.SignedDocument;
import ma.tansiq.committee.paper.SignedDocuments;
import ma.tansiq.document.Documents;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TansiqTest
public class ProgrammeCommitteeMeetingProcessTests {

    @Autowired
    CommitteeStage stage;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingManagement management;

    @Autowired
    Actions actions;

    @Autowired
    SignedDocuments documents;

    @Autowired
    MeetingHistory history;

    @Autowired
    PaperSigning papers;

    @Autowired
    BodyManagement bodies;

    @Autowired
    Documents stored;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void decisionsAreSignedAndActionsStart() {
        String meeting = recorded("CP1");

        stage.does("chair.cp1", meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);

        assertThat(documents.of(meeting, SignedDocument.Kind.DECISION_RECORD)).hasSize(1);
        assertThat(stage.openKinds(meeting)).containsExactly("Task_DraftMinutes");
        String action = actions.findByMeetingOrderByReference(meeting).get(0).reference();
        assertThat(stage.taskOf("m1.cp1", action, "Task_ReportActionProgress").dueAt())
                .isPresent();
    }

    @Test
    void recordComesBackForCorrectionAndIsMadeAnew() {
        String meeting = recorded("CP2");

        stage.does(
                "chair.cp2", meeting, "Task_SignDecisions", Map.of("decision", "return", "remark", "Point 1 inexact"));
        assertThat(stage.openKinds(meeting)).containsExactly("Task_RecordSession");
        assertThat(documents.of(meeting, SignedDocument.Kind.DECISION_RECORD)).isEmpty();

        record("CP2", meeting, List.of("chair.cp2", "m1.cp2", "m2.cp2"));
        stage.engineWorks(meeting);
        assertThat(stage.openKinds(meeting)).containsExactly("Task_SignDecisions");
        assertThat(actions.findByMeetingOrderByReference(meeting)).hasSize(1);
    }

    @Test
    void reconvenesWithoutQuorumAndDecidesAtTheSecondSession() {
        String meeting = stage.inSession("CP3", "Point A");
        assertThat(shown("sec.cp3", meeting, "Task_RecordSession"))
                .contains("Si le quorum n’est pas atteint", "une seconde convocation suivra");
        stage.does(
                "sec.cp3",
                meeting,
                "Task_RecordSession",
                stage.record(meeting, "chair.cp3", List.of("chair.cp3"), List.of()));

        assertThat(stage.openKinds(meeting)).containsExactly("Task_PlanMeeting");
        assertThat(meetings.required(meeting).session()).isEqualTo(2);

        assertThat(shown("sec.cp3", meeting, "Task_PlanMeeting"))
                .contains("Seconde convocation", "Aucun quorum n’est requis");
        stage.does("sec.cp3", meeting, "Task_PlanMeeting", CommitteeStage.plan(SESSION.plusDays(14)));
        assertThat(stage.openKinds(meeting)).containsExactly("Task_ConfirmAttendance");
        assertThat(shown("m1.cp3", meeting, "Task_ConfirmAttendance"))
                .contains("seconde convocation", "aucun quorum n’est requis");
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(SESSION.plusDays(14));
        stage.fires(meeting, "Timer_SessionStarts");
        assertThat(shown("sec.cp3", meeting, "Task_RecordSession"))
                .contains("seconde convocation", "aucun quorum n’est requis")
                .doesNotContain("suivra");
        record("CP3", meeting, List.of("chair.cp3"));
        stage.engineWorks(meeting);

        assertThat(stage.openKinds(meeting)).containsExactly("Task_SignDecisions");
        assertThat(meetings.required(meeting).quorum()).hasValueSatisfying(quorum -> {
            assertThat(quorum.required()).isZero();
            assertThat(quorum.present()).isEqualTo(1);
        });
    }

    private String shown(String person, String meeting, String kind) {
        return stage.shown(person, meeting, kind, "quorumRule").asText();
    }

    @Test
    void sessionThatWasNotHeldMovesToAnotherDate() {
        String meeting = stage.inSession("CP4", "Point A");

        management.reschedule(meeting, movedTo(14), "Salle inondée", "chair.cp4");

        assertThat(stage.openKinds(meeting)).containsExactly("Task_ConfirmAttendance");
        assertThat(stage.dueOf(meeting, "Timer_ConfirmationsClosed"))
                .isEqualTo(CommitteeStage.instant(SESSION.plusDays(14)));
        assertThat(meetings.required(meeting).sequence()).isEqualTo(1);
    }

    @Test
    void sessionThatWasNotHeldIsCancelled() {
        String meeting = stage.inSession("CP5", "Point A");

        management.cancel(meeting, "Sans objet", "sec.cp5");

        assertThat(stage.ended(meeting)).isTrue();
        assertThat(meetings.required(meeting).status()).isEqualTo(MeetingStatus.CANCELLED);
    }

    @Test
    void itemsOfACancelledSessionWaitForTheNextAgenda() {
        String cancelled = stage.inSession("CP5", "Point de la séance annulée");
        management.cancel(cancelled, "Salle inondée", "sec.cp5");

        String next = stage.convened("CP5");

        assertThat(stage.ranked(next, "Point de la séance annulée")).hasSize(1);
    }

    @Test
    void meetingCancelledDuringItsPreparationEnds() {
        String meeting = stage.convened("CP6");

        management.cancel(meeting, "Sans objet", "chair.cp6");

        assertThat(stage.ended(meeting)).isTrue();
        assertThat(history.of(meeting)).extracting(MeetingHistory.Fact::fact).contains("CANCELLED");
    }

    @Test
    void recordedSessionCanNeitherMoveNorBeCancelled() {
        String meeting = recorded("CP7");

        assertThatThrownBy(() -> management.cancel(meeting, "Trop tard", "sec.cp7"))
                .isInstanceOf(CommitteeRefusal.class)
                .extracting("messageKey")
                .isEqualTo("refusal.committee.wrongState.HELD");
        assertThatThrownBy(() -> management.reschedule(meeting, movedTo(14), "Trop tard", "sec.cp7"))
                .isInstanceOf(CommitteeRefusal.class);
    }

    @Test
    void signatureOnPaperIsAsGood() {
        String meeting = recorded("CP9");

        assertThatThrownBy(() -> papers.signDecisions(meeting, scan(), "m1.cp9"))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.secretaryOnly");
        assertThatThrownBy(() ->
                        papers.signDecisions(meeting, scan(SESSION.toLocalDate().minusDays(1)), "sec.cp9"))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.signedBeforeSession");
        assertThatThrownBy(() ->
                        papers.signDecisions(meeting, scan(SESSION.toLocalDate().plusDays(60)), "sec.cp9"))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.signedInTheFuture");
        papers.signDecisions(meeting, scan(), "sec.cp9");
        stage.engineWorks(meeting);

        assertThat(documents.of(meeting, SignedDocument.Kind.DECISION_RECORD)).hasSize(1);
        assertThat(stage.openKinds(meeting)).containsExactly("Task_DraftMinutes");
        assertThatThrownBy(() -> papers.signDecisions(meeting, scan(), "sec.cp9"))
                .isInstanceOf(ma.tansiq.engine.Refusal.class);
    }

    @Test
    void interimPresidesAndSigns() {
        String meeting = stage.inSession("CP10", "Point A");
        LocalDate day = SESSION.toLocalDate();
        bodies.nameInterim("CP10", "m1.cp10", "Décision n° 12/2027", day.minusDays(1), day.plusDays(30), "admin");
        List<Map<String, Object>> items = List.of(decided(1, "Le comité adopte le plan."));
        List<String> present = List.of("m1.cp10", "m2.cp10", "m3.cp10");

        assertThatThrownBy(() -> stage.does(
                        "sec.cp10", meeting, "Task_RecordSession", stage.record(meeting, "m2.cp10", present, items)))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.mayNotPreside");
        stage.does("sec.cp10", meeting, "Task_RecordSession", stage.record(meeting, "m1.cp10", present, items));
        stage.engineWorks(meeting);
        assertThat(stage.shown("m1.cp10", meeting, "Task_SignDecisions", "presided")
                        .asText())
                .endsWith(", président(e) par intérim");
        stage.does("m1.cp10", meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);

        assertThat(stage.openKinds(meeting)).containsExactly("Task_DraftMinutes");
        assertThat(textOf(documents.of(meeting, SignedDocument.Kind.DECISION_RECORD)))
                .as("the sealed record says in which office")
                .contains(" – président(e) par intérim");
        bodies.endInterim("CP10", day.minusDays(1), "admin");
    }

    @Test
    void withoutQuorumNothingCanBeDecided() {
        String meeting = stage.inSession("CP8", "Point A");
        Map<String, Object> record =
                stage.record(meeting, "chair.cp8", List.of("chair.cp8"), List.of(decided(1, "Le comité décide.")));

        assertThatThrownBy(() -> stage.does("sec.cp8", meeting, "Task_RecordSession", record))
                .isInstanceOf(CommitteeRefusal.class)
                .extracting("messageKey")
                .isEqualTo("refusal.committee.noQuorum");
        assertThat(stage.openKinds(meeting)).containsExactly("Task_RecordSession");
        assertThat(meetings.required(meeting).quorum()).isEmpty();
    }

    private String textOf(List<SignedDocument> signed) {
        try (InputStream content = stored.open(signed.get(0).document());
                PDDocument pdf = Loader.loadPDF(content.readAllBytes())) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String recorded(String body) {
        String meeting = stage.inSession(body, "Point A");
        String cp = body.toLowerCase(java.util.Locale.ROOT);
        record(body, meeting, List.of("chair." + cp, "m1." + cp, "m2." + cp));
        stage.engineWorks(meeting);
        return meeting;
    }

    private void record(String body, String meeting, List<String> present) {
        String cp = body.toLowerCase(java.util.Locale.ROOT);
        Map<String, Object> record = new HashMap<>(stage.record(
                meeting, "chair." + cp, present, List.of(decided(1, "Le comité adopte le plan d'action."))));
        record.put("actions", List.of(action(1, "Rédiger le plan", "m1." + cp, LocalDate.of(2027, 6, 30))));
        stage.does("sec." + cp, meeting, "Task_RecordSession", record);
    }

    public static PaperSigning.Scan scan() {
        return scan(SESSION.toLocalDate());
    }

    public static PaperSigning.Scan scan(LocalDate signedOn) {
        byte[] pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
                .getBytes(StandardCharsets.US_ASCII);
        return new PaperSigning.Scan(
                "releve-signe.pdf", "application/pdf", new ByteArrayInputStream(pdf), signedOn, "BO-2027/118");
    }

    public static MeetingPlan movedTo(int days) {
        return new MeetingPlan(
                CommitteeStage.instant(SESSION.plusDays(days)),
                CommitteeStage.instant(SESSION.plusDays(days).plusHours(2)),
                "Rabat",
                null,
                null,
                true);
    }
}
