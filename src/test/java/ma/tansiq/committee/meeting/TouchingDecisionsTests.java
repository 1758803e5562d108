package ma.tansiq.committee.meeting;

import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions that touch another programme reach its committee as a digest (rule B4b), confidential ones unnamed (B8). */
@TansiqTest
class TouchingDecisionsTests {

    private static final String FROM = "CP7";

    @Autowired
    CommitteeStage stage;

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
        return database.sql(
                        "select body_text from mail where template = 'programmes-touched' and reference = ? and recipient = ?")
                .params(meeting, account)
                .query(String.class)
                .list();
    }
}
