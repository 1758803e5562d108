package ma.tansiq.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.PristineData;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.committee.body.Mandates;
import ma.tansiq.committee.cadence.CadenceManagement;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.MeetingPlan;
import ma.tansiq.committee.meeting.Opening;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/** A programme that closes or merges takes what is open along by decision (rule A1b). */
class ProgrammesPageTests extends Administrators {

    private static final String PAGE = "/admin/programmes/10";

    @Autowired
    CommitteeStage stage;

    @Autowired
    AgendaManagement agendas;

    @Autowired
    MeetingManagement meetings;

    @Autowired
    CadenceManagement cadence;

    @Autowired
    Bodies bodies;

    @Autowired
    BodyManagement management;

    @Autowired
    Mandates mandates;

    @Autowired
    ApplicationContext context;

    @Autowired
    PristineData pristine;

    /** The tests of this class close the same committee, each for good. */
    @AfterEach
    void reopen() {
        ClockUtil.reset();
        pristine.putBack();
    }

    @Test
    void whatIsOpenFollowsAProgrammeThatMerges() {
        String action = stage.sealed("CP10") + "-A1";
        String goes = matter("Zellige repris");
        String ends = matter("Zellige clos");
        String meeting = stage.open("CP10");
        stage.does("sec.cp10", meeting, "Task_PlanMeeting", CommitteeStage.plan(CommitteeStage.SESSION.plusDays(28)));
        assertThat(administrator.get("/admin/programmes").body()).contains(PAGE);
        assertThat(administrator.get(PAGE).body()).contains("Zellige repris", "Zellige clos", meeting, action);

        Map<String, String> form = act("11", "Décret 2-27-10", CommitteeStage.SESSION.toLocalDate());
        form.put("matter", ends);
        assertThat(submit(PAGE, form).statusCode()).isEqualTo(302);

        assertThat(stage.ended(meeting)).as("no meeting is held any more").isTrue();
        assertThat(bodyOf(goes)).isEqualTo("CP11");
        assertThat(signedIn("sec.cp11").get("/coordination/matters/" + goes).body())
                .as("the thread shows the move")
                .contains("Reprise d’un comité clos par un acte", "CP10", "CP11");
        assertThat(database.sql("select body from action where reference = ?")
                        .param(action)
                        .query(String.class)
                        .single())
                .isEqualTo("CP11");
        assertThat(told())
                .contains("sec.cp10", "chair.cp10", "m3.cp10", "obs1.cp10", "sec.cp11", "chair.cp11", "m1.cp11");
        assertThatThrownBy(() -> meetings.open("CP10", Opening.FIRST, "coord"))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.bodyClosed");
        assertThat(cadence.watched()).contains("CP11").doesNotContain("CP10");
        assertThat(bodies.childrenOf("COPIL"))
                .as("nobody refers there, no review asks it for a report")
                .extracting(Body::code)
                .doesNotContain("CP10");
        assertThat(administrator.get(PAGE).body()).contains("Fusion", "Décret 2-27-10", "Programme fusionné");
        assertThat(administrator.get("/admin/bodies/CP10").body())
                .contains("clos depuis le 20/04/2027", "Comité clos par un acte")
                .doesNotContain("Changer la cadence", "Se réunit sur décision");
        assertThat(submit("/admin/programmes/9", act("10", "Décret 3", CommitteeStage.SESSION.toLocalDate()))
                        .body())
                .as("an ended one takes nothing over")
                .contains("Le programme 10 a déjà pris fin par l’acte Décret 2-27-10");

        stage.itIs(CommitteeStage.SESSION.plusDays(1));
        mandates.refresh();
        assertThat(groupOf("CP10-secretary"))
                .as("whoever takes over does the open tasks")
                .containsExactly("sec.cp11");
        assertThat(groupOf("CP10-chair")).containsExactly("chair.cp11");
        assertThat(groupOf("CP10-member")).isEmpty();
        assertThat(administrator.get("/admin").body())
                .as("seats that ended with it wait for nobody")
                .doesNotContain("CP10.m1");
        assertThat(signedIn("sec.cp11").get("/coordination/matters/" + ends).body())
                .as("what ended says by which act and why")
                .contains("Décret 2-27-10", "Réorganisation des programmes");
        stage.does(
                "m1.cp10",
                action,
                "Task_ReportActionProgress",
                Map.of("progress", 100, "comment", "Rédigé.", "evidence", "Note n° 4"));
        stage.does("sec.cp11", action, "Task_ConfirmCompletion", Map.of("decision", "confirm"));
        stage.engineWorks(action);
        assertThat(stage.ended(action)).isTrue();

        context.getBean("strategyLoading", SmartLifecycle.class).start();
        mandates.refresh();
        assertThat(bodies.find("CP10").orElseThrow().isClosed())
                .as("reading the strategy's file again undoes nothing")
                .isTrue();
        assertThat(groupOf("CP10-secretary")).containsExactly("sec.cp11");
        LocalDate today = CommitteeStage.SESSION.toLocalDate().plusDays(1);
        management.end("CP11.sec", today.minusDays(1), "admin");
        assertThat(groupOf("CP10-secretary"))
                .as("offices follow those of the body that takes over")
                .isEmpty();
        management.appoint("CP11.sec", "m2.cp10", today, "admin");
        assertThat(groupOf("CP10-secretary")).containsExactly("m2.cp10");
    }

    @Test
    void lastMeetingsAreStillHeldAndWhatTheyLeaveOpenGoesToTheBodyAbove() {
        String meeting = stage.prepared("CP10", "Zellige A", "Zellige B");
        Map<String, String> form = act("", "Décret 2-27-11", CommitteeStage.MORNING.toLocalDate());
        form.put("meetings", "finish");
        assertThat(submit(PAGE, form).statusCode()).isEqualTo(302);
        LocalDateTime later = CommitteeStage.SESSION.plusDays(7);
        assertThatThrownBy(() -> meetings.reschedule(
                        meeting,
                        new MeetingPlan(
                                CommitteeStage.instant(later),
                                CommitteeStage.instant(later.plusHours(2)),
                                "Rabat",
                                null,
                                null,
                                true),
                        "Plus tard",
                        "sec.cp10"))
                .as("its people hold their seats until the session alone")
                .extracting("messageKey")
                .isEqualTo("refusal.committee.bodyClosed");

        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.SESSION);
        stage.fires(meeting, "Timer_SessionStarts");
        Map<String, Object> record = new HashMap<>(stage.record(
                meeting,
                "chair.cp10",
                List.of("chair.cp10", "m1.cp10", "m2.cp10"),
                List.of(CommitteeStage.decided(1, "Adopté."), Map.of("position", 2, "outcome", "DEFERRED"))));
        record.put("actions", List.of(CommitteeStage.action(1, "Publier", "m1.cp10", LocalDate.of(2027, 6, 30))));
        stage.does("sec.cp10", meeting, "Task_RecordSession", record);
        stage.engineWorks(meeting);
        stage.does("chair.cp10", meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        stage.itIs(CommitteeStage.SESSION.plusDays(1));
        mandates.refresh();

        String deferred = database.sql("select matter from agenda_item where meeting = ? and position = 2")
                .param(meeting)
                .query(String.class)
                .single();
        assertThat(bodyOf(deferred)).as("deferred, then passed on").isEqualTo("COPIL");
        assertThat(database.sql("select way from referral where matter = ? order by passage")
                        .param(deferred)
                        .query(String.class)
                        .list())
                .containsExactly("DEFERRED", "MOVED");
        assertThat(database.sql("select body from action where meeting = ?")
                        .param(meeting)
                        .query(String.class)
                        .list())
                .containsExactly("COPIL");
        assertThat(stage.taskOf("sec.copil", meeting, "Task_DraftMinutes")).isNotNull();
        stage.stop(meeting);
        stage.stop(meeting + "-A1");
        database.sql("update action set status = 'CANCELLED', closed_at = now() where meeting = ?")
                .param(meeting)
                .update();
    }

    @Test
    void nonsenseIsRefusedInASentenceAndNothingChanges() {
        stage.itIs(CommitteeStage.MORNING);
        String meeting = stage.open("CP10");
        String waiting = matter("Zellige en attente");
        assertThat(administrator.get(PAGE).body())
                .as("a reference and a French title do not run together on an Arabic page")
                .contains("<bdi>" + waiting + "</bdi> · <bdi>Zellige en attente</bdi>");
        LocalDate today = CommitteeStage.MORNING.toLocalDate();
        refused(act("10", "Décret 1", today), "ne peut pas fusionner avec lui-même");
        refused(act("99", "Décret 1", today), "Le programme 99 n’existe pas");
        refused(act("abc", "Décret 1", today), "n’existe pas");
        refused(act("", " ", today), "Indiquez le numéro de l’acte", "Réorganisation des programmes");
        refused(act("", "x".repeat(201), today), "Indiquez le numéro de l’acte");
        refused(act("", "Décret 1", today.plusDays(1)), "L’acte s’enregistre à sa date d’effet ou après");
        Map<String, String> form = act("", "Décret 1", today);
        form.put("on", "demain");
        refused(form, "Indiquez un jour");
        form.put("on", today.toString());
        form.put("reason", "");
        refused(form, "Indiquez le motif");
        form.put("reason", "Motif");
        form.put("meetings", "finish");
        refused(form, meeting + " n’a pas encore de date");
        form.put("meetings", "cancel");
        form.put("matter", "SNIA-1999-0001");
        refused(form, "Ce qui était ouvert a changé entre-temps : SNIA-1999-0001");
        form.put("matter", waiting);
        form.put("action", "CP10-1999-01-A1");
        refused(form, "CP10-1999-01-A1");

        assertThat(bodyOf(waiting)).isEqualTo("CP10");
        assertThat(bodies.find("CP10").orElseThrow().isClosed()).isFalse();
        assertThat(stage.ended(meeting)).isFalse();
        assertThat(administrator.get("/admin/programmes/99").statusCode()).isEqualTo(404);
        assertThat(administrator.get("/admin/programmes/x").statusCode()).isEqualTo(404);
        assertThat(signedIn("sec.cp10").get(PAGE).statusCode()).isEqualTo(403);
        stage.stop(meeting);
        database.sql("update meeting set status = 'CANCELLED' where reference = ?")
                .param(meeting)
                .update();
    }

    private void refused(Map<String, String> form, String... sentences) {
        HttpResponse<String> answer = submit(PAGE, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(sentences);
    }

    private static Map<String, String> act(String into, String number, LocalDate on) {
        return new HashMap<>(
                Map.of("into", into, "act", number, "on", on.toString(), "reason", "Réorganisation des programmes"));
    }

    private String matter(String title) {
        return agendas.open("CP10", title, "Exposé", "m1.cp10").reference();
    }

    private String bodyOf(String matter) {
        return database.sql("select body from matter where reference = ?")
                .param(matter)
                .query(String.class)
                .single();
    }

    private List<String> told() {
        return database.sql("select recipient from mail where template = 'programme-ended' and reference = 'CP10'")
                .query(String.class)
                .list();
    }

    private List<String> groupOf(String group) {
        return database.sql("select user_id_ from act_id_membership where group_id_ = ?")
                .param(group)
                .query(String.class)
                .list();
    }
}
