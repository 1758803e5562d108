package ma.tansiq.committee.session;

import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.decided;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.matter.ExtractManagement;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.minutes.MinutesManagement;
import ma.tansiq.committee.paper.PaperSigning;
import ma.tansiq.engine.OpenTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path of a meeting of a body above others, from what was referred to it to the closed loop (rules B2, B3, C3, C5). */
@TansiqTest
abstract class UpperBodyPaths {

    private static final String REFERRED = "Partenariats territoriaux";

    @Autowired
    CommitteeStage stage;

    @Autowired
    AgendaManagement agendas;

    @Autowired
    MeetingManagement management;

    @Autowired
    ExtractManagement extracts;

    @Autowired
    MeetingHistory history;

    @Autowired
    PaperSigning papers;

    @Autowired
    MinutesManagement minutes;

    @Autowired
    JdbcClient database;

    private final String body;

    UpperBodyPaths(String body) {
        this.body = body;
    }

    /** Sends a matter of that title from the bodies below to this one; answers the codes of those that it came through. */
    abstract List<String> refer(String title);

    @AfterEach
    void backToNow() {
        stage.stopReports();
        ClockUtil.reset();
    }

    @Test
    void whatWasReferredIsDecidedAndAcknowledgedBelow() {
        List<String> origins = refer(REFERRED);
        String meeting = decidedAndSealed(REFERRED);

        assertThat(stage.open(meeting, "Task_AcknowledgeExtract")).hasSameSizeAs(origins);
        for (String origin : origins) {
            OpenTask task = stage.taskOf(secretary(origin), meeting, "Task_AcknowledgeExtract");
            assertThat(task.dueAt()).isPresent();
            assertThat(extractMail(meeting, origin)).contains("/tasks/" + task.id());
            assertThat(stage.ended(meeting)).isFalse();
            stage.does(secretary(origin), task, Map.of());
        }

        stage.closesReports(meeting);
        assertThat(stage.ended(meeting)).isTrue();
        assertThat(facts(meeting)).contains("EXTRACTS_RETURNED", "EXTRACT_ACKNOWLEDGED");
    }

    /** What the secretary of that body was told of the matter that the meeting decided. */
    private String extractMail(String meeting, String origin) {
        return database.sql("select body_text from mail where template = 'extract' and recipient = ? and cause like ?")
                .params(secretary(origin), "%/" + meeting + "/" + origin)
                .query(String.class)
                .single();
    }

    @Test
    void decisionThatCorrectedMinutesAlterIsReturnedAndAcknowledgedAgain() {
        List<String> origins = refer(REFERRED);
        String meeting = decidedAndSealed(REFERRED);
        acknowledgeAll(meeting, origins);
        stage.closesReports(meeting);
        assertThat(stage.ended(meeting)).isTrue();

        minutes.correct(meeting, "La date manque.", "coord");
        alter(meeting, "Le comité adopte les partenariats avant juin.");

        assertThat(stage.open(meeting, "Task_AcknowledgeExtract")).hasSameSizeAs(origins);
        for (String origin : origins) {
            assertThat(stage.shown(secretary(origin), meeting, "Task_AcknowledgeExtract", "extractText")
                            .asText())
                    .contains("Extrait rectifié", "avant juin");
            assertThat(extractMail(meeting + "/2", origin))
                    .contains("Une correction du procès-verbal a modifié la décision");
        }
        extracts.acknowledgeInstead(meeting, matter(meeting), origins.get(0), "Secrétariat vacant", "coord");
        acknowledgeAll(meeting, origins.subList(1, origins.size()));
        assertThat(stage.ended(meeting)).isTrue();
        assertThat(facts(meeting)).contains("EXTRACTS_CORRECTED");
    }

    @Test
    void correctionThatAltersNoDecisionReturnsNothing() {
        List<String> origins = refer(REFERRED);
        String meeting = decidedAndSealed(REFERRED);
        acknowledgeAll(meeting, origins);
        stage.closesReports(meeting);

        minutes.correct(meeting, "Une coquille.", "coord");
        seal(meeting);

        assertThat(stage.ended(meeting)).isTrue();
        assertThat(facts(meeting)).doesNotContain("EXTRACTS_CORRECTED");
    }

    private void acknowledgeAll(String meeting, List<String> bodies) {
        bodies.forEach(each -> stage.does(secretary(each), meeting, "Task_AcknowledgeExtract", Map.of()));
    }

    /** A reservation on the corrected minutes is followed, and they are sealed. */
    private void alter(String meeting, String decision) {
        draft(meeting);
        stage.does(
                member(body, 1),
                meeting,
                "Task_ReviewMinutes",
                Map.of("decision", "reserve", "item", 1, "reservation", "Ajouter la date"));
        stage.fires(meeting, "Timer_SilencePeriod");
        Map<String, Object> answer =
                Map.of("account", member(body, 1), "followed", "yes", "reply", "Exact", "alteredDecision", decision);
        stage.does(secretary(body), meeting, "Task_ResolveReservations", Map.of("reservations", List.of(answer)));
        stage.does(chair(body), meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
    }

    @Test
    void longDecisionReachesTheOriginLetterByLetter() {
        String last = refer(REFERRED).get(0);
        String decision = "Le comité décide [ceci](/là) et *cela*. ".repeat(230).strip();
        String meeting = withWaiting(body, REFERRED);
        record(meeting, decided(1, decision));
        sign(meeting);
        seal(meeting);

        String shown = stage.shown(secretary(last), meeting, "Task_AcknowledgeExtract", "extractText")
                .asText();

        assertThat(shown).hasSizeGreaterThan(decision.length()).contains("\\[ceci\\](/là) et \\*cela\\*");
    }

    @Test
    void extractThatNobodyAcknowledgesIsFlaggedAtItsDeadline() {
        refer(REFERRED);
        String meeting = decidedAndSealed(REFERRED);

        stage.fires(meeting, "Timer_AcknowledgementDue");

        stage.closesReports(meeting);
        assertThat(stage.ended(meeting)).isTrue();
        assertThat(facts(meeting)).contains("EXTRACT_EXPIRED").doesNotContain("EXTRACT_ACKNOWLEDGED");
    }

    @Test
    void coordinatorAcknowledgesInTheSecretarysPlaceWithAMotive() {
        List<String> origins = refer(REFERRED);
        String meeting = decidedAndSealed(REFERRED);

        for (String origin : origins) {
            assertThatThrownBy(
                            () -> extracts.acknowledgeInstead(meeting, matter(meeting), origin, "Vacance", chair(body)))
                    .extracting("messageKey")
                    .isEqualTo("refusal.committee.coordinatorOnly");
            assertThatThrownBy(() -> extracts.acknowledgeInstead(meeting, matter(meeting), origin, " ", "coord"))
                    .extracting("messageKey")
                    .isEqualTo("refusal.committee.missing.motive");
            extracts.acknowledgeInstead(meeting, matter(meeting), origin, "Secrétariat vacant", "coord");
        }

        stage.closesReports(meeting);
        assertThat(stage.ended(meeting)).isTrue();
        assertThat(facts(meeting)).contains("EXTRACT_OVERRIDDEN");
    }

    @Test
    void ownMattersLeaveNothingToAcknowledge() {
        String meeting = stage.inSession(body, "Affaire propre");
        record(meeting, decided(1, "Adopté."));
        sign(meeting);
        seal(meeting);

        stage.closesReports(meeting);
        assertThat(stage.ended(meeting)).isTrue();
    }

    @Test
    void recordThatIsReturnedIsMadeAnewAndSignedOnPaper() {
        String meeting = stage.inSession(body, "Affaire propre");
        record(meeting, decided(1, "Adopté."));
        stage.engineWorks(meeting);
        stage.does(
                chair(body), meeting, "Task_SignDecisions", Map.of("decision", "return", "remark", "Point 1 inexact"));
        assertThat(stage.openKinds(meeting)).containsExactly("Task_RecordSession");
        record(meeting, decided(1, "Adopté à compter de juin."));
        stage.engineWorks(meeting);

        papers.signDecisions(
                meeting,
                ProgrammeCommitteeMeetingProcessTests.scan(
                        CommitteeStage.session(body).toLocalDate()),
                secretary(body));
        stage.engineWorks(meeting);

        assertThat(stage.openKinds(meeting)).containsExactly("Task_DraftMinutes");
    }

    @Test
    void withoutQuorumTheSessionIsHeldAgain() {
        String meeting = stage.inSession(body, "Affaire propre");

        stage.does(
                secretary(body),
                meeting,
                "Task_RecordSession",
                stage.record(meeting, chair(body), List.of(chair(body)), List.of()));

        assertThat(stage.openKinds(meeting)).containsExactly("Task_PlanMeeting");
    }

    @Test
    void sessionThatWasNotHeldMovesOrIsCancelled() {
        String meeting = stage.inSession(body, "Affaire propre");

        management.reschedule(
                meeting, ProgrammeCommitteeMeetingProcessTests.movedTo(56), "Salle inondée", secretary(body));
        assertThat(stage.openKinds(meeting)).containsExactly("Task_ConfirmAttendance");
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.SESSION.plusDays(56));
        stage.fires(meeting, "Timer_SessionStarts");
        management.cancel(meeting, "Sans objet", secretary(body));

        assertThat(stage.ended(meeting)).isTrue();
    }

    @Test
    void suspendedSessionIsPreparedAgainAndMayEndWithoutGoingOn() {
        String meeting = stage.inSession(body, "Affaire propre", "Affaire longue");
        List<String> present = List.of(chair(body), member(body, 1), member(body, 2), member(body, 3));
        Map<String, Object> record =
                new java.util.HashMap<>(stage.record(meeting, chair(body), present, List.of(decided(1, "Adopté."))));
        record.putAll(Map.of("suspended", true, "suspensionReason", "L'heure est passée"));
        stage.does(secretary(body), meeting, "Task_RecordSession", record);
        assertThat(stage.openKinds(meeting)).containsExactly("Task_PlanMeeting");

        management.cancel(meeting, "Plus rien ne presse", secretary(body));
        stage.engineWorks(meeting);

        assertThat(stage.openKinds(meeting)).containsExactly("Task_SignDecisions");
        assertThat(facts(meeting)).contains("SUSPENDED", "NOT_RESUMED").doesNotContain("CANCELLED");
    }

    @Test
    void meetingCancelledDuringItsPreparationEnds() {
        String meeting = stage.convened(body);

        management.cancel(meeting, "Sans objet", secretary(body));

        assertThat(stage.ended(meeting)).isTrue();
    }

    /** Holds a session of that body that refers up the matter of this title, which waits there. */
    void referUp(String from, String title) {
        String meeting = stage.inSession(from, title);
        record(from, meeting, Map.of("position", 1, "outcome", "REFERRED_UP", "discussion", "Dépasse le comité"));
        stage.engineWorks(meeting);
        stage.does(chair(from), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
    }

    /** Holds a session of that body with what waits for it under that title, and refers it further up. */
    void referFurther(String from, String title) {
        String meeting = withWaiting(from, title);
        record(from, meeting, Map.of("position", 1, "outcome", "REFERRED_UP", "discussion", "Relève du gouvernement"));
        stage.engineWorks(meeting);
        stage.does(chair(from), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
    }

    private String decidedAndSealed(String title) {
        String meeting = withWaiting(body, title);
        record(meeting, decided(1, "Le comité adopte les partenariats."));
        sign(meeting);
        seal(meeting);
        return meeting;
    }

    private String withWaiting(String of, String title) {
        String meeting = stage.convened(of);
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(secretary(of), meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, title)));
        stage.does(chair(of), meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.session(of));
        stage.fires(meeting, "Timer_SessionStarts");
        return meeting;
    }

    private void record(String meeting, Map<String, Object> item) {
        record(body, meeting, item);
    }

    private void record(String of, String meeting, Map<String, Object> item) {
        List<String> present = new ArrayList<>(List.of(chair(of), member(of, 1), member(of, 2)));
        present.add(member(of, 3));
        stage.does(
                secretary(of), meeting, "Task_RecordSession", stage.record(meeting, chair(of), present, List.of(item)));
    }

    private void sign(String meeting) {
        stage.engineWorks(meeting);
        stage.does(chair(body), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
    }

    private void draft(String meeting) {
        stage.does(
                secretary(body),
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte à 10 h.", "discussions", List.of(), "closing", "Levée à 12 h."));
    }

    private void seal(String meeting) {
        draft(meeting);
        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does(chair(body), meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
    }

    private String matter(String meeting) {
        return agendas.candidates(meeting).stream()
                .filter(each -> each.title().equals(REFERRED))
                .map(AgendaItem::matter)
                .findFirst()
                .orElseThrow();
    }

    List<String> facts(String meeting) {
        return history.of(meeting).stream().map(MeetingHistory.Fact::fact).toList();
    }
}
