package ma.tansiq.committee.meeting;

import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions that touch another programme reach its committee as a digest (rule B4b), confidential ones unnamed (B8). */
@TansiqTest
class TouchingDecisionsTests {

    private static final String FROM = "CP7";

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingNotices notices;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MeetingHistory history;

    @Autowired
    DecisionsOfOthers others;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void committeesTouchedAreToldOnceASessionAndFindItWhenTheyComposeTheirAgenda() {
        String meeting = stage.inSession(FROM, "Accueil des mineurs", "Fonds réservé", "Divers");
        database.sql("update matter set confidentiality = 'RESTRICTED' where title = 'Fonds réservé'")
                .update();
        assertRefusals(meeting);

        stage.does(
                secretary(FROM),
                meeting,
                "Task_RecordSession",
                record(
                        meeting,
                        decided(1, "Ouvrir deux centres", List.of("CP8", "CP9", "CP8")),
                        decided(2, "Geler le fonds", List.of("CP8")),
                        Map.of("position", 3, "outcome", "NOTED")));
        stage.engineWorks(meeting);
        assertThat(mails(meeting, "sec.cp8")).as("not before the signature").isEmpty();
        stage.does(chair(FROM), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);

        String ofCp8 = only(meeting, "sec.cp8");
        assertThat(ofCp8)
                .contains(meeting + "-D1 — Accueil des mineurs : Ouvrir deux centres", meeting + "-D2 — question SNIA-")
                .contains("touche CP8")
                .doesNotContain("Fonds réservé", "Geler le fonds");
        assertThat(only(meeting, member("CP9", 1)))
                .contains(meeting + "-D1", "touche CP9")
                .doesNotContain(meeting + "-D2");
        assertThat(only(meeting, chair("CP8"))).contains(meeting + "-D2");
        assertThat(mails(meeting, secretary(FROM))).isEmpty();
        assertThat(mails(meeting, "sec.cp10")).isEmpty();
        assertThat(history.latest(meeting, "PROGRAMMES_TOLD"))
                .get()
                .extracting(MeetingHistory.Fact::detail)
                .isEqualTo("CP8, CP9");
        assertListed(meeting);
        stage.stop(meeting);
    }

    @Test
    void committeesToldAreToldOnceMoreWhenAReservationAltersTheDecisionAndThePageSaysWhoWas() {
        String meeting = stage.inSession(FROM, "Accueil des familles", "Fonds réservé bis");
        database.sql("update matter set confidentiality = 'SECRET' where title = 'Fonds réservé bis'")
                .update();
        stage.does(
                secretary(FROM),
                meeting,
                "Task_RecordSession",
                record(
                        meeting,
                        decided(1, "Ouvrir trois centres", List.of("CP8", "CP10")),
                        decided(2, "Geler le tout", List.of("CP9"))));
        stage.engineWorks(meeting);
        Browser member = new Browser(port).signIn(member(FROM, 2), "tansiq-demo");
        String page = "/coordination/meetings/" + meeting;
        assertThat(member.get(page).body())
                .contains("Touche aussi le programme de : CP8, CP10.")
                .doesNotContain("Communiquée à");
        stage.does(chair(FROM), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        assertThat(member.get(page).body())
                .contains("Communiquée à CP8, CP10 le ")
                .doesNotContain("Touche aussi", "Communiquée à CP9", "Fonds réservé bis", "Geler le tout");
        assertThat(new Browser(port)
                        .signIn(secretary(FROM), "tansiq-demo")
                        .get(page)
                        .body())
                .as("the secretary knows the body's secrets")
                .contains("Communiquée à CP9 le ");

        alter(meeting, "Ouvrir quatre centres");

        assertThat(mails(meeting, "sec.cp8", "programmes-touched")).hasSize(1);
        assertThat(mails(meeting, "sec.cp8", "programmes-touched-again"))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(meeting + "-D1 — Accueil des familles : Ouvrir quatre centres")
                        .contains("à la suite d’une réserve")
                        .doesNotContain("Ouvrir trois centres"));
        assertThat(mails(meeting, member("CP9", 1), "programmes-touched-again"))
                .as("what touches them stands as it was")
                .isEmpty();
        assertThat(history.latest(meeting, "PROGRAMMES_TOLD_AGAIN"))
                .get()
                .extracting(MeetingHistory.Fact::detail)
                .isEqualTo("CP8, CP10");
        assertThat(member.get(page).body())
                .contains("Modifiée, et communiquée de nouveau à CP8, CP10 le ", "(version 2)")
                .doesNotContain("Communiquée à CP9");

        events.publishEvent(new MeetingEvents.DecisionsSignedAgain(notices.of(meetings.required(meeting)), 3));
        assertThat(mails(meeting, "sec.cp8", "programmes-touched-again"))
                .as("of each version once")
                .hasSize(1);
    }

    private void alter(String meeting, String text) {
        stage.does(
                secretary(FROM),
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte.", "discussions", List.of(), "closing", "Levée."));
        stage.does(
                member(FROM, 1),
                meeting,
                "Task_ReviewMinutes",
                Map.of("decision", "reserve", "item", 1, "reservation", "Il fut dit quatre"));
        stage.fires(meeting, "Timer_SilencePeriod");
        Map<String, String> answer =
                Map.of("account", member(FROM, 1), "followed", "yes", "reply", "Exact", "alteredDecision", text);
        stage.does(secretary(FROM), meeting, "Task_ResolveReservations", Map.of("reservations", List.of(answer)));
        assertThat(mails(meeting, "sec.cp8", "programmes-touched-again"))
                .as("not before the signature")
                .isEmpty();
        stage.does(chair(FROM), meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
    }

    /** As if no committee had met since, and then the one that is touched had. */
    private void assertListed(String meeting) {
        String held = database.sql("select starts_at::text from meeting where reference = ?")
                .param(meeting)
                .query(String.class)
                .single();
        held(meeting, "2069-01-01T10:00Z");
        assertThat(others.of("CP8"))
                .contains("**" + meeting + "-D1** — Accueil des mineurs : Ouvrir deux centres")
                .contains("**" + meeting + "-D2** — question SNIA-")
                .doesNotContain("Fonds", "Geler");
        assertThat(others.of("CP10")).doesNotContain(meeting);
        database.sql("""
                        insert into meeting
                        select (jsonb_populate_record(m, '{"reference": "CP8-2069-99", "body": "CP8", "year": 2069,
                            "number": 99, "starts_at": "2069-02-01T10:00Z", "ends_at": "2069-02-01T12:00Z"}')).*
                          from meeting m where reference = ?""").param(meeting).update();
        assertThat(others.of("CP8")).as("signed before its last session").isEmpty();
        database.sql("delete from meeting where reference = 'CP8-2069-99'").update();
        held(meeting, held);
    }

    private void held(String meeting, String at) {
        database.sql(
                        "update meeting set starts_at = ?::timestamptz, ends_at = ?::timestamptz + interval '2 hours' where reference = ?")
                .params(at, at, meeting)
                .update();
    }

    /** Of what decides nothing, of itself, of a body above or unknown. */
    private void assertRefusals(String meeting) {
        Map<String, Object> noted = new HashMap<>(Map.of("position", 1, "outcome", "NOTED"));
        noted.put("touches", List.of("CP8"));
        assertThat(told(meeting, noted)).contains("seule une décision ou une recommandation");
        for (String wrong : List.of(FROM, "COPIL", "CI", "CP99")) {
            assertThat(told(meeting, decided(1, "Oui", List.of("CP8", wrong))))
                    .contains(wrong + " n’est pas un autre comité de programme");
        }
        assertThat(stage.openKinds(meeting)).containsExactly("Task_RecordSession");
    }

    private String told(String meeting, Map<String, Object> first) {
        return stage.toldWhen(
                secretary(FROM),
                meeting,
                "Task_RecordSession",
                record(
                        meeting,
                        first,
                        Map.of("position", 2, "outcome", "NOTED"),
                        Map.of("position", 3, "outcome", "NOTED")));
    }

    @SafeVarargs
    private Map<String, Object> record(String meeting, Map<String, Object>... items) {
        return stage.record(
                meeting, chair(FROM), List.of(chair(FROM), member(FROM, 1), member(FROM, 2)), List.of(items));
    }

    private static Map<String, Object> decided(int position, String text, List<String> touches) {
        Map<String, Object> item = new HashMap<>(CommitteeStage.decided(position, text));
        item.put("touches", touches);
        return item;
    }

    private String only(String meeting, String account) {
        List<String> found = mails(meeting, account);
        assertThat(found).as(account).hasSize(1);
        return found.get(0);
    }

    private List<String> mails(String meeting, String account) {
        return mails(meeting, account, "programmes-touched");
    }

    private List<String> mails(String meeting, String account, String template) {
        return database.sql("select body_text from mail where reference = ? and recipient = ? and template = ?")
                .params(meeting, account, template)
                .query(String.class)
                .list();
    }
}
