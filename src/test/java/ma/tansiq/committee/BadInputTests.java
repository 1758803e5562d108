package ma.tansiq.committee;

import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.decided;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.paper.PaperSigning;
import ma.tansiq.committee.session.ProgrammeCommitteeMeetingProcessTests;
import ma.tansiq.engine.Conflict;
import ma.tansiq.engine.OpenTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mandates that are over, decisions that are taken and minutes that are signed (rule H). Referring from the top is refused
 * in {@code InterministerialSessionProcessTests}; a session on a day off or at too short a notice in {@code
 * MeetingPreparationProcessTests}; two who record one session in {@code OneMeetingAtOnceTests}; a vote after closing and
 * an observer's in {@code SecretBallotTests} and {@code VotePolicyTests}; a second proxy in {@code ProxyPolicyTests};
 * matters guessed by address or feed in {@code ConfidentialityTests} and {@code FeedTests}.
 */
@TansiqTest
class BadInputTests {

    @Autowired
    CommitteeStage stage;

    @Autowired
    BodyManagement bodies;

    @Autowired
    AttendanceSheets sheets;

    @Autowired
    PaperSigning papers;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void whoseInterimHasEndedNoLongerPresides() {
        String meeting = stage.prepared("CP3", "Point A");
        LocalDate today = CommitteeStage.MORNING.toLocalDate();
        bodies.nameInterim("CP3", member("CP3", 1), "Décision 7/2027", today, today.plusDays(3), "admin");
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.SESSION);
        stage.fires(meeting, "Timer_SessionStarts");

        assertThat(toldWhenRecordedUnder(meeting, member("CP3", 1)))
                .contains("n’est ni président, ni vice-président, ni président par intérim le jour de la séance");
        assertThat(stage.openKinds(meeting)).containsExactly("Task_RecordSession");
        stage.stop(meeting);
        database.sql("delete from membership where interim and act = 'Décision 7/2027'")
                .update();
    }

    @Test
    void aMemberWhoseMandateEndedYesterdayIsNotConvokedNotCountedAndNotRecorded() {
        stage.itIs(CommitteeStage.MORNING);
        String seat = seatOf(member("CP2", 3));
        bodies.end(seat, CommitteeStage.MORNING.toLocalDate().minusDays(1), "admin");
        try {
            String meeting = stage.inSession("CP2", "Point A");
            Map<String, Object> record = new java.util.HashMap<>(stage.record(
                    meeting,
                    chair("CP2"),
                    List.of(chair("CP2"), member("CP2", 1), member("CP2", 2)),
                    List.of(decided(1, "Adopté."))));
            List<Object> attendance = new java.util.ArrayList<>((List<?>) record.get("attendance"));
            attendance.add(Map.of("account", member("CP2", 3), "presence", "PRESENT"));
            record.put("attendance", attendance);

            assertThat(sheets.of(meeting)).noneMatch(each -> each.account().equals(member("CP2", 3)));
            assertThat(stage.toldWhen(secretary("CP2"), meeting, "Task_RecordSession", record))
                    .contains("n’est pas sur la feuille de présence de cette séance");
            assertThat(stage.openKinds(meeting)).containsExactly("Task_RecordSession");
            stage.stop(meeting);
        } finally {
            bodies.appoint(seat, member("CP2", 3), CommitteeStage.MORNING.toLocalDate(), "admin");
        }
    }

    @Test
    void aDecidedItemIsNotDecidedASecondTime() {
        String meeting = stage.inSession("CP4", "Point décidé");
        OpenTask recording = stage.taskOf(secretary("CP4"), meeting, "Task_RecordSession");
        Map<String, Object> record = stage.record(
                meeting, chair("CP4"), List.of(chair("CP4"), member("CP4", 1)), List.of(decided(1, "Adopté.")));
        stage.does(secretary("CP4"), recording, record);
        stage.engineWorks(meeting);
        stage.does(chair("CP4"), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        String matter = database.sql("select matter from agenda_item where meeting = ?")
                .param(meeting)
                .query(String.class)
                .single();

        assertThatThrownBy(() -> stage.does(secretary("CP4"), recording, record))
                .isInstanceOf(Conflict.class);
        String next = stage.convened("CP4");
        stage.fires(next, "Timer_ItemsClosed");
        assertThat(stage.toldWhen(
                        secretary("CP4"),
                        next,
                        "Task_ComposeAgenda",
                        Map.of("items", List.of(Map.of("matter", matter, "position", 1)))))
                .contains(matter);
        assertThat(database.sql("select count(*) from decision where meeting in (?, ?)")
                        .params(meeting, next)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        stage.stop(next);
        stage.stop(meeting);
    }

    @Test
    void signedMinutesAreNeitherSignedAgainNorChangedInTheDatabase() {
        String meeting = stage.sealed("CP6");

        assertThat(stage.openKinds(meeting)).isEmpty();
        assertThatThrownBy(() -> papers.signMinutes(meeting, ProgrammeCommitteeMeetingProcessTests.scan(), "sec.cp6"))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.wrongMinutes.SEALED");
        assertThatThrownBy(() -> database.sql("update signed_document set sha256 = '0' where meeting = ?")
                        .param(meeting)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("delete from signed_document where meeting = ?")
                        .param(meeting)
                        .update())
                .isInstanceOf(DataAccessException.class);
        stage.stop(meeting + "-A1");
    }

    private String toldWhenRecordedUnder(String meeting, String presiding) {
        return stage.toldWhen(
                secretary("CP3"),
                meeting,
                "Task_RecordSession",
                stage.record(
                        meeting,
                        presiding,
                        List.of(member("CP3", 1), member("CP3", 2), member("CP3", 3)),
                        List.of(decided(1, "Adopté."))));
    }

    private String seatOf(String account) {
        return database.sql("select seat from membership where account = ? and valid_to is null and not interim")
                .param(account)
                .query(String.class)
                .single();
    }
}
