package ma.tansiq.committee.session;

import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.decided;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.matter.ExtractManagement;
import ma.tansiq.committee.matter.MatterManagement;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Matters from one committee to another and back (rules B3, B4b), and in two parts (rule B1). */
@TansiqTest
class ExtractReturnProcessTests {

    private static final String FROM = "CP8";
    private static final String TO = "CP9";

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    Matters matters;

    @Autowired
    MatterManagement management;

    @Autowired
    Agendas agendas;

    @Autowired
    ExtractManagement extracts;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        database.sql("delete from sign_in_failure").update();
        ClockUtil.reset();
    }

    @Test
    void whatAnotherCommitteeDecidedComesBackAndWhatWasAdoptedInPartIsSplit() {
        String sent = stage.inSession(FROM, "Question A", "Question B", "Question C", "Question D");
        assertRefusals(sent);
        record(
                FROM,
                sent,
                List.of(
                        sideways(1, TO),
                        sideways(2, TO),
                        sideways(3, TO),
                        Map.of(
                                "position", 4,
                                "outcome", "ADOPTED_IN_PART",
                                "decision", "Le comité adopte le volet 1.",
                                "rest", "Volet 2, à financer",
                                "restOutcome", "DEFERRED")));
        stage.does(chair(FROM), sent, "Task_SignDecisions", Map.of("decision", "sign"));

        String a = matter(sent, 1);
        assertThat(matters.findById(a).orElseThrow().body()).isEqualTo(TO);
        assertThat(waiting(TO)).contains(a, matter(sent, 2), matter(sent, 3));
        assertThat(mailed("referred-up", a, secretary(TO))).contains("Question A");
        management.correct(a, 1, "Question A", "Texte corrigé", "Coquille", secretary(FROM));
        assertThat(mailed("matter-corrected", a, secretary(TO))).contains("version 2");
        assertSplit(matter(sent, 4));

        String meeting = decidedBy(TO, "Question A", "Question B", "Question C");
        assertThat(stage.open(meeting, "Task_AcknowledgeExtract")).hasSize(3);
        var task = stage.taskOf(secretary(FROM), meeting, "Task_AcknowledgeExtract");
        assertThat(database.sql("select body_text from mail where template = 'extract' and recipient = ?")
                        .param(secretary(FROM))
                        .query(String.class)
                        .list())
                .anyMatch(each -> each.contains("/tasks/" + task.id()));
        stage.does(secretary(FROM), task, Map.of());
        String open = extracts.openExtracts(meeting).get(0).matter();
        extracts.acknowledgeInstead(meeting, open, FROM, "Secrétariat vacant", "coord");
        assertThat(extracts.openExtracts(meeting)).hasSize(1);
        stage.fires(meeting, "Timer_AcknowledgementDue");

        assertThat(extracts.openExtracts(meeting)).isEmpty();
        assertThat(stage.ended(meeting)).isTrue();
        assertThat(page(a)).contains("Renvoyée par un autre comité", "Extrait pour", meeting, sent);
        stage.stop(sent);
    }

    /** To nobody, to itself, to a body that is unknown, above or without a body above it; a rest without its fate. */
    private void assertRefusals(String meeting) {
        assertThat(told(meeting, Map.of("position", 1, "outcome", "REFERRED"))).contains("choisissez le comité");
        assertThat(told(meeting, sideways(1, FROM))).contains("ne peut pas se renvoyer");
        assertThat(told(meeting, sideways(1, "CP99"))).contains("CP99");
        assertThat(told(meeting, sideways(1, "COPIL"))).contains("du même niveau");
        assertThat(told(meeting, sideways(1, "CI"))).contains("du même niveau");
        assertThat(told(meeting, Map.of("position", 1, "outcome", "ADOPTED_IN_PART", "decision", "Oui")))
                .contains("la partie non adoptée");
        assertThat(told(
                        meeting,
                        Map.of(
                                "position", 1,
                                "outcome", "ADOPTED_IN_PART",
                                "decision", "Oui",
                                "rest", "Non",
                                "restOutcome", "NOTED")))
                .contains("rejetée, reportée ou renvoyée");
        assertThat(told(meeting, Map.of("position", 1, "outcome", "NOTED", "referredTo", TO)))
                .contains("ne vaut que pour un renvoi");
        assertThat(stage.openKinds(meeting)).containsExactly("Task_RecordSession");
    }

    private void assertSplit(String whole) {
        Matter adopted = matters.findById(whole + ".1").orElseThrow();
        Matter rest = matters.findById(whole + ".2").orElseThrow();
        assertThat(matters.findById(whole).orElseThrow().isClosed()).isTrue();
        assertThat(adopted.isClosed()).isTrue();
        assertThat(adopted.text()).isEqualTo("Le comité adopte le volet 1.");
        assertThat(waiting(FROM)).contains(rest.reference()).doesNotContain(whole, adopted.reference());
        assertThat(page(whole)).contains(adopted.reference(), rest.reference(), "Adopté en partie");
        assertThat(page(adopted.reference())).contains("Partie de", "Le comité adopte le volet 1.", "Décision");
        assertThat(page(rest.reference()))
                .contains("Volet 2, à financer", "Reportée par", "Attend d’être inscrite")
                .doesNotContain("-D1");
    }

    private static Map<String, Object> sideways(int position, String to) {
        return Map.of("position", position, "outcome", "REFERRED", "referredTo", to);
    }

    private String told(String meeting, Map<String, Object> first) {
        List<Map<String, Object>> items = List.of(first, noted(2), noted(3), noted(4));
        return stage.toldWhen(
                secretary(FROM),
                meeting,
                "Task_RecordSession",
                stage.record(meeting, chair(FROM), List.of(chair(FROM), member(FROM, 1), member(FROM, 2)), items));
    }

    private static Map<String, Object> noted(int position) {
        return Map.of("position", position, "outcome", "NOTED");
    }

    private void record(String body, String meeting, List<Map<String, Object>> items) {
        stage.does(
                secretary(body),
                meeting,
                "Task_RecordSession",
                stage.record(meeting, chair(body), List.of(chair(body), member(body, 1), member(body, 2)), items));
        stage.engineWorks(meeting);
    }

    /** Holds a session with what waits under those titles, decides all of it and seals its minutes. */
    private String decidedBy(String body, String... titles) {
        String meeting = stage.convened(body);
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(secretary(body), meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, titles)));
        stage.does(chair(body), meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.SESSION);
        stage.fires(meeting, "Timer_SessionStarts");
        record(body, meeting, List.of(decided(1, "Adopté A."), decided(2, "Adopté B."), decided(3, "Adopté C.")));
        stage.does(chair(body), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        stage.does(
                secretary(body),
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte.", "discussions", List.of(), "closing", "Levée."));
        stage.fires(meeting, "Timer_SilencePeriod");
        stage.does(chair(body), meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        return meeting;
    }

    private String matter(String meeting, int position) {
        return agendas.of(meeting).stream()
                .filter(each -> each.position() == position)
                .findFirst()
                .orElseThrow()
                .matter();
    }

    private List<String> waiting(String body) {
        return matters.backlogOf(body).stream().map(Matter::reference).toList();
    }

    private String page(String matter) {
        return new Browser(port)
                .signIn("coord", "tansiq-demo")
                .get("/coordination/matters/" + matter)
                .body();
    }

    private String mailed(String template, String matter, String person) {
        return database.sql("select body_text from mail where template = ? and reference = ? and recipient = ?")
                .params(template, matter, person)
                .query(String.class)
                .single();
    }
}
