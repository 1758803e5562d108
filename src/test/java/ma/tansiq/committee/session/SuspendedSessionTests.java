package ma.tansiq.committee.session;

import static ma.tansiq.committee.CommitteeStage.SESSION;
import static ma.tansiq.committee.CommitteeStage.action;
import static ma.tansiq.committee.CommitteeStage.decided;
import static ma.tansiq.committee.CommitteeStage.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.ItemOutcome;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.MeetingSlots;
import ma.tansiq.committee.meeting.MeetingStatus;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.Sitting;
import ma.tansiq.committee.meeting.Sittings;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session that stops and goes on under its reference, or does not (rule C3b). */
@TansiqTest
class SuspendedSessionTests {

    private static final String RECORD = "Task_RecordSession";
    private static final LocalDateTime RESUMES = SESSION.plusDays(2).withHour(14);

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    MeetingSlots slots;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingFacts facts;

    @Autowired
    MeetingManagement management;

    @Autowired
    Sittings sittings;

    @Autowired
    Decisions decisions;

    @Autowired
    Actions actions;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void goesOnWithWhatIsLeftAndAnAttendanceOfItsOwn() {
        String meeting = stage.inSession("CP1", "Point A", "Point B");
        int invitation = meetings.required(meeting).sequence();
        stage.does(
                "sec.cp1",
                meeting,
                RECORD,
                suspended(
                        meeting,
                        List.of("chair.cp1", "m1.cp1", "m2.cp1"),
                        List.of(decided(1, "Le comité adopte le guide."), open(2)),
                        RESUMES));

        assertThat(stage.openKinds(meeting)).containsExactly("Task_ConfirmAttendance");
        assertThat(meetings.required(meeting).sitting()).isEqualTo(2);
        assertThat(meetings.required(meeting).startsAt()).isEqualTo(instant(RESUMES));
        assertThat(meetings.required(meeting).sequence()).isEqualTo(invitation + 1);
        assertThat(mailed(meeting, "resumption")).contains("chair.cp1", "m1.cp1", "m3.cp1", "obs1.cp1");
        String page = page("m3.cp1", meeting);
        assertThat(page).contains("Séance suspendue", "Attente de l’avis", "22/04/2027 14:00", "Séance n° 1");

        resumes(meeting, RESUMES);
        assertThat(stage.shown("sec.cp1", meeting, RECORD, "items")).hasSize(1);
        assertThat(stage.shown("sec.cp1", meeting, RECORD, "settled").asText()).contains("Point A — **Décision**");
        assertThat(stage.shown("sec.cp1", meeting, RECORD, "attendance"))
                .as("nobody is present by default, as at the first sitting")
                .allSatisfy(row -> assertThat(row.path("presence").asText()).isEmpty());
        assertThat(stage.taskOf("sec.cp1", meeting, RECORD).dueAt())
                .as("a working day after the end of this sitting, Thursday 22 April")
                .hasValueSatisfying(due -> assertThat(due)
                        .isBetween(
                                instant(RESUMES.plusDays(1).withHour(0)),
                                instant(RESUMES.plusDays(1).withHour(23))));
        assertThat(stage.toldWhen(
                        "sec.cp1",
                        meeting,
                        RECORD,
                        stage.record(
                                meeting,
                                "chair.cp1",
                                List.of("chair.cp1", "m3.cp1"),
                                List.of(decided(1, "Autrement."), decided(2, "Le comité approuve.")))))
                .isEqualTo("Le point « 1. Point A » a été tranché à une séance précédente de cette session et ne l’est"
                        + " pas une seconde fois.");

        Map<String, Object> rest = new HashMap<>(stage.record(
                meeting, "chair.cp1", List.of("chair.cp1", "m3.cp1"), List.of(decided(2, "Le comité approuve."))));
        rest.put("actions", List.of(action(2, "Publier", "m3.cp1", LocalDate.of(2027, 6, 30))));
        stage.does("sec.cp1", meeting, RECORD, rest);
        stage.engineWorks(meeting);

        assertThat(decisions.of(meeting))
                .extracting(Decision::reference)
                .containsExactly(meeting + "-D1", meeting + "-D2");
        assertThat(actions.findByMeetingOrderByReference(meeting)).hasSize(1);
        assertThat(sittings.of(meeting))
                .extracting(Sitting::quorum)
                .containsExactly(new Quorum(4, 2, 3), new Quorum(4, 2, 2));
        assertThat(stage.shown("chair.cp1", meeting, "Task_SignDecisions", "attendance")
                        .asText())
                .contains("Séance n° 1, 20/04/2027, de 10:00 à 12:00", "Suspendue. Motif : Attente de l’avis")
                .contains("Séance n° 2, 22/04/2027, de 14:00 à 16:00");

        stage.does("chair.cp1", meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        stage.does(
                "sec.cp1",
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte.", "discussions", List.of(), "closing", "Levée."));
        assertThat(stage.open(meeting, "Task_ReviewMinutes"))
                .as("whoever was there at either sitting reviews")
                .extracting(task -> task.assignee().orElse(""))
                .containsExactlyInAnyOrder("chair.cp1", "m1.cp1", "m2.cp1", "m3.cp1");
    }

    @Test
    void withAnOpenDateTheSecretaryIsAskedForItAndNoNoticeIsNeeded() {
        String meeting = stage.inSession("CP2", "Point A", "Point B");
        Map<String, Object> record = suspended(meeting, present("cp2"), items(), null);
        Map<String, Object> unreadable = new HashMap<>(record);
        unreadable.put("resumesAt", "demain");
        assertThat(stage.toldWhen("sec.cp2", meeting, RECORD, unreadable))
                .as("one sentence, and none about hours and days that nobody typed")
                .contains("doit être une date et une heure valables")
                .doesNotContain("réponses sont à revoir");
        stage.does("sec.cp2", meeting, RECORD, record);

        assertThat(stage.openKinds(meeting)).containsExactly("Task_PlanMeeting");
        assertThat(stage.taskOf("sec.cp2", meeting, "Task_PlanMeeting").dueAt()).isPresent();
        assertThat(stage.shown("sec.cp2", meeting, "Task_PlanMeeting", "suspension")
                        .asText())
                .isEqualTo("Attente de l’avis");
        assertThat(mailed(meeting, "suspended")).contains("chair.cp2", "m3.cp2");
        assertThat(page("m1.cp2", meeting)).contains("La date de la reprise reste à fixer");
        stage.itIs(SESSION.withHour(16));
        assertThat(slots.of(meeting))
                .as("none in the hours of today that are over")
                .hasSize(5)
                .extracting(MeetingSlots.Slot::startsAt)
                .allSatisfy(each -> assertThat(each).isAfter(CommitteeStage.instant(SESSION.withHour(16))));

        stage.does("sec.cp2", meeting, "Task_PlanMeeting", CommitteeStage.plan(SESSION.plusDays(1)));

        assertThat(stage.openKinds(meeting)).containsExactly("Task_ConfirmAttendance");
        assertThat(mailed(meeting, "resumption")).contains("chair.cp2");
        management.cancel(meeting, "Sans objet", "chair.cp2");
    }

    @Test
    void closedWithoutResumingItKeepsItsDecisionsAndDefersTheRest() {
        String meeting = stage.inSession("CP3", "Point A", "Point B");
        stage.does("sec.cp3", meeting, RECORD, suspended(meeting, present("cp3"), items(), RESUMES));
        assertThat(page("sec.cp3", meeting)).contains("Clore la séance sans la reprendre");

        management.cancel(meeting, "Plus rien ne presse", "sec.cp3");
        stage.engineWorks(meeting);

        assertThat(stage.openKinds(meeting)).containsExactly("Task_SignDecisions");
        assertThat(meetings.required(meeting).status()).isEqualTo(MeetingStatus.HELD);
        assertThat(meetings.required(meeting).startsAt())
                .as("its last sitting was the first")
                .isEqualTo(instant(SESSION));
        assertThat(facts.agenda(meeting))
                .extracting(AgendaItem::outcome)
                .containsExactly(ItemOutcome.DECIDED, ItemOutcome.DEFERRED);
        assertThat(mailed(meeting, "not-resumed")).contains("chair.cp3", "m1.cp3");
        assertThat(mailed(meeting, "cancelled")).isEmpty();
        stage.does("chair.cp3", meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        assertThat(database.sql("select status from matter where reference = ?")
                        .param(facts.agenda(meeting).get(1).matter())
                        .query(String.class)
                        .single())
                .isEqualTo("BACKLOG");
    }

    @Test
    void resumedWithoutQuorumItOnlyDefersAndIsNotConvenedAgain() {
        String meeting = stage.inSession("CP4", "Point A", "Point B");
        Map<String, Object> sheetless = suspended(meeting, present("cp4"), items(), RESUMES);
        sheetless.put("attendance", List.of());
        assertThat(stage.toldWhen("sec.cp4", meeting, RECORD, sheetless))
                .as("nothing is said of a quorum while presences are missing")
                .contains("Indiquez la présence")
                .doesNotContain("Faute de quorum");
        stage.does("sec.cp4", meeting, RECORD, suspended(meeting, present("cp4"), items(), RESUMES));
        resumes(meeting, RESUMES);
        assertThatThrownBy(() -> management.cancel(meeting, "Trop tard", "sec.cp4"))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.resumed");

        assertThat(stage.toldWhen(
                        "sec.cp4",
                        meeting,
                        RECORD,
                        stage.record(meeting, "chair.cp4", List.of("chair.cp4"), List.of(decided(2, "Adopté.")))))
                .startsWith("Le point « 2. Point B » n’a pas son quorum");
        stage.does(
                "sec.cp4",
                meeting,
                RECORD,
                stage.record(
                        meeting,
                        "chair.cp4",
                        List.of("chair.cp4"),
                        List.of(Map.of("position", 2, "outcome", "DEFERRED"))));
        stage.engineWorks(meeting);

        assertThat(stage.openKinds(meeting)).containsExactly("Task_SignDecisions");
        assertThat(meetings.required(meeting).session()).isEqualTo(1);
        assertThat(meetings.required(meeting).quorum()).hasValue(new Quorum(4, 2, 3));
        assertThat(sittings.of(meeting))
                .extracting(each -> each.quorum().reached())
                .containsExactly(true, false);
    }

    @Test
    void returnedRecordOfSeveralSittingsMeasuresEachItemByItsOwn() {
        String meeting = stage.inSession("CP6", "Point A", "Point B");
        stage.does("sec.cp6", meeting, RECORD, suspended(meeting, present("cp6"), items(), RESUMES));
        resumes(meeting, RESUMES);
        Map<String, Object> deferred = stage.record(
                meeting, "chair.cp6", List.of("chair.cp6"), List.of(Map.of("position", 2, "outcome", "DEFERRED")));
        stage.does("sec.cp6", meeting, RECORD, deferred);
        stage.engineWorks(meeting);
        stage.does("chair.cp6", meeting, "Task_SignDecisions", Map.of("decision", "return", "remark", "Point 1"));
        assertThat(stage.shown("sec.cp6", meeting, RECORD, "items")).hasSize(2);

        assertThat(stage.toldWhen(
                        "sec.cp6",
                        meeting,
                        RECORD,
                        suspended(meeting, List.of("chair.cp6"), items(), RESUMES.plusDays(5))))
                .contains("est close : elle ne peut plus être suspendue");
        stage.does(
                "sec.cp6",
                meeting,
                RECORD,
                stage.record(
                        meeting,
                        "chair.cp6",
                        List.of("chair.cp6"),
                        List.of(decided(1, "Adopté, en mieux."), Map.of("position", 2, "outcome", "DEFERRED"))));

        assertThat(decisions.of(meeting)).extracting(Decision::text).containsExactly("Adopté, en mieux.");
        assertThat(stage.openKinds(meeting)).doesNotContain(RECORD);
    }

    @Test
    void resumptionThatClashesIsToldAndAcceptedKnowingly() {
        String other = stage.open("CP8");
        stage.does("sec.cp8", other, "Task_PlanMeeting", CommitteeStage.plan(RESUMES));
        String meeting = stage.inSession("CP7", "Point A", "Point B");
        Map<String, Object> record = new HashMap<>(suspended(meeting, present("cp7"), items(), RESUMES));

        assertThat(stage.toldWhen("sec.cp7", meeting, RECORD, record))
                .as("rule A2b: the room is taken at that time")
                .contains(other + " (14:00–16:00)", "Rabat, salle des conférences");
        assertThat(meetings.required(meeting).sitting()).isEqualTo(1);
        assertThat(sittings.of(meeting)).isEmpty();

        record.put("clashesKnown", true);
        stage.does("sec.cp7", meeting, RECORD, record);
        assertThat(meetings.required(meeting).startsAt()).isEqualTo(instant(RESUMES));
        assertThat(database.sql("select detail from meeting_history where meeting = ? and fact = 'CLASH_ACCEPTED'")
                        .param(meeting)
                        .query(String.class)
                        .list())
                .last()
                .asString()
                .contains(other);
        stage.stop(other);
        stage.stop(meeting);
    }

    @Test
    void suspensionThatMakesNoSenseIsRefused() {
        String meeting = stage.inSession("CP5", "Point A", "Point B");

        assertThat(stage.toldWhen(
                                "sec.cp5",
                                meeting,
                                RECORD,
                                suspended(
                                        meeting,
                                        present("cp5"),
                                        List.of(decided(1, "Adopté."), decided(2, "Adopté.")),
                                        SESSION.minusDays(1)))
                        .lines())
                .containsExactly(
                        "2 réponses sont à revoir :",
                        "• Tous les points ont leur issue : il n’y a rien à reprendre. Décochez la suspension, ou"
                                + " laissez sans issue les points qui attendent.",
                        "• La date de la séance est passée : choisissez une date à venir.");
        Map<String, Object> noReason = new HashMap<>(suspended(meeting, present("cp5"), items(), null));
        noReason.put("suspensionReason", " ");
        assertThat(stage.toldWhen("sec.cp5", meeting, RECORD, noReason))
                .isEqualTo("« Motif de la suspension » est à remplir.");
        assertThat(stage.toldWhen(
                        "sec.cp5",
                        meeting,
                        RECORD,
                        suspended(meeting, List.of("chair.cp5"), List.of(open(1), open(2)), null)))
                .startsWith("Faute de quorum, la séance n’est pas suspendue");
        assertThat(sittings.of(meeting)).isEmpty();
        assertThat(stage.openKinds(meeting)).containsExactly(RECORD);
    }

    private void resumes(String meeting, LocalDateTime at) {
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(at);
        stage.fires(meeting, "Timer_SessionStarts");
        assertThat(stage.openKinds(meeting)).containsExactly(RECORD);
    }

    private Map<String, Object> suspended(
            String meeting, List<String> present, List<Map<String, Object>> items, @Nullable LocalDateTime resumesAt) {
        String chair = present.get(0);
        Map<String, Object> record = new HashMap<>(stage.record(meeting, chair, present, items));
        record.put("suspended", true);
        record.put("suspensionReason", "Attente de l’avis");
        record.put("resumesAt", resumesAt == null ? "" : resumesAt.toString());
        record.put("clashesKnown", false);
        return record;
    }

    private static List<String> present(String cp) {
        return List.of("chair." + cp, "m1." + cp, "m2." + cp);
    }

    private static List<Map<String, Object>> items() {
        return List.of(decided(1, "Le comité adopte."), open(2));
    }

    private static Map<String, Object> open(int position) {
        return Map.of("position", position, "outcome", "", "discussion", "Débat entamé", "decision", "");
    }

    private List<String> mailed(String meeting, String template) {
        return database.sql("select recipient from mail where reference = ? and template = ?")
                .params(meeting, template)
                .query(String.class)
                .list();
    }

    private String page(String reader, String meeting) {
        return new Browser(port)
                .signIn(reader, "tansiq-demo")
                .get("/coordination/meetings/" + meeting)
                .body();
    }
}
