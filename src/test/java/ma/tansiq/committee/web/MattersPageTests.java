package ma.tansiq.committee.web;

import static ma.tansiq.committee.CommitteeStage.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.tansiq.Browser;
import ma.tansiq.PristineData;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of matters: who waits for whom, within what its reader may know (rules B4, B8). Rows without a meeting. */
@TansiqTest
class MattersPageTests {

    private static final String WAITING = "SNIA-2061-0001";
    private static final String REFERRED = "SNIA-2061-0002";
    private static final String SECRET = "SNIA-2061-0003";
    private static final String CLOSED = "SNIA-2061-0004";
    private static final Scope EVERYTHING = new Scope("coord", true, Set.of(), Set.of());

    @LocalServerPort
    int port;

    @Autowired
    Scopes scopes;

    @Autowired
    PristineData pristine;

    @Autowired
    MatterOverviews matters;

    @Autowired
    CommitteeStage stage;

    @Autowired
    JdbcClient database;

    private String meeting = "";

    @BeforeEach
    void someMatters() {
        stage.itIs(CommitteeStage.MORNING);
        meeting = stage.open("CP10");
        row(WAITING, 1, "CP10", "CP10", 1, "BACKLOG", "INTERNAL", "2061-03-02");
        row(REFERRED, 2, "CP10", "COPIL", 2, "BACKLOG", "INTERNAL", "2061-03-01");
        row(SECRET, 3, "CP10", "CP10", 1, "BACKLOG", "SECRET", "2061-03-04");
        row(CLOSED, 4, "CP10", "CP10", 1, "CLOSED", "INTERNAL", "2061-03-05");
        database.sql("""
                        insert into referral (matter, passage, body, way, sent_by, text_version, sent_at)
                        values (?, 2, 'COPIL', 'REFERRED_UP', ?, 1, '2061-03-10T10:00Z')""").param(REFERRED).param(meeting).update();
    }

    @AfterEach
    void nothingIsLeft() {
        pristine.putBack();
        ClockUtil.reset();
    }

    @Test
    void everyStateHasItsMattersAndTheLongestWaitIsFirst() {
        assertThat(found("OPEN", "2061", "waiting")).containsExactly(WAITING, SECRET, REFERRED);
        assertThat(found("WAITING", "2061", "reference")).containsExactly(WAITING, REFERRED, SECRET);
        assertThat(found("REFERRED", "2061", "")).containsExactly(REFERRED);
        assertThat(found("ON_AGENDA", "2061", "")).isEmpty();
        assertThat(found("CLOSED", "2061", "")).containsExactly(CLOSED);
        assertThat(found("", "2061", "")).hasSize(4);
        assertThat(found("no such state", "2061", "'; drop table matter --"))
                .as("what an address cannot mean counts as not said")
                .containsExactly(WAITING, SECRET, REFERRED);
        assertThat(found("OPEN", "%", "")).as("letter by letter").isEmpty();
        assertThat(matters.find(MatterFilter.of("", "", WAITING, "", 0), EVERYTHING)
                        .get(0)
                        .waitingBodies())
                .as("what no other body sent")
                .isEmpty();
        assertThat(matters.find(MatterFilter.of("COPIL", "OPEN", "2061", "", -3), EVERYTHING))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.waitingBodies()).containsExactly("CP10");
                    assertThat(each.body()).isEqualTo("COPIL");
                    assertThat(each.sentBy()).isEqualTo(meeting);
                });
    }

    @Test
    void secretMatterIsNamedToThoseWhoKnowItAlone() {
        assertThat(secretOf(EVERYTHING).hidden()).as("a coordinator").isTrue();
        assertThat(secretOf(sits("m2.cp10")).hidden())
                .as("a member of the body")
                .isTrue();
        assertThat(secretOf(sits("sec.cp10", "CP10")).title())
                .as("its secretary")
                .isEqualTo("Titre de SNIA-2061-0003");
        assertThat(secretOf(sits("m1.cp10")).hidden()).as("whoever proposed it").isFalse();
        assertThat(matters.find(MatterFilter.of("", "", "Titre de " + SECRET, "", 0), EVERYTHING))
                .as("nor is it found by its title")
                .isEmpty();
        Scope elsewhere = new Scope("m1.cp9", false, Set.of("CP9"), Set.of());
        assertThat(matters.find(MatterFilter.of("", "", "2061", "", 0), elsewhere))
                .isEmpty();
        database.sql("insert into matter_named (matter, account, named_by, named_at) values (?, 'm1.cp9', 'x', now())")
                .param(SECRET)
                .update();
        assertThat(matters.find(MatterFilter.of("", "", "2061", "", 0), elsewhere))
                .as("by name")
                .singleElement()
                .satisfies(each -> assertThat(each.hidden()).isFalse());
    }

    @Test
    void readerFiltersByTheAddressAndSeesWhoWaitsForWhom() {
        Browser reader = new Browser(port).signIn(member("CP10", 2), "tansiq-demo");

        String page = reader.get("/coordination/matters?text=2061&status=OPEN&sort=reference")
                .body();

        assertThat(page)
                .contains(
                        ">Questions</a>",
                        "<span class=\"d-block\">CP10 attend COPIL</span>",
                        "depuis le 10/03/2061",
                        "Titre de " + REFERRED)
                .contains("value=\"2061\"", "href=\"/coordination/matters/" + REFERRED + "\"")
                .doesNotContain("> attend ", "Titre de " + SECRET, "/coordination/matters/" + SECRET, CLOSED);
        assertThat(reader.get("/coordination/matters?text=" + "%22%3E%3Cscript%3E")
                        .body())
                .contains("Aucune question ne correspond")
                .doesNotContain("\"><script>");
        assertThat(reader.get("/coordination/matters?page=99999999999").statusCode())
                .as("as every address that cannot be meant")
                .isEqualTo(404);
    }

    /** The database's groups follow the seats of today, interims included. */
    @Test
    void chairAndSecretaryKnowTheSecretsOfTheirBodyAlone() {
        assertThat(scopes.of("sec.cp10").offices()).containsExactly("CP10");
        assertThat(scopes.of("chair.cp10").offices()).containsExactly("CP10");
        assertThat(scopes.of("m1.cp10").offices()).isEmpty();
        assertThat(scopes.of("coord").offices()).isEmpty();
    }

    /** Rule B6: whoever is asked reads the matter, so finds it; a secret one by name alone (rule B8). */
    @Test
    void whoeverIsAskedForAnOpinionFindsTheMatterInTheirList() {
        Scope elsewhere = new Scope("m1.cp9", false, Set.of("CP9"), Set.of());
        assertThat(matters.advises(elsewhere)).isFalse();
        asked("CP10-2061-A1", 1, WAITING, "person", "m1.cp9");
        asked("CP10-2061-A2", 2, SECRET, "person", "m1.cp9");
        asked("CP10-2061-A3", 3, CLOSED, "office", "CP9-secretary");

        assertThat(matters.find(MatterFilter.of("", "", "2061", "", 0), elsewhere))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.reference()).isEqualTo(WAITING);
                    assertThat(each.asked()).isTrue();
                    assertThat(each.title()).isEqualTo("Titre de " + WAITING);
                });
        assertThat(matters.find(MatterFilter.of("", "ASKED", "2061", "", 0), elsewhere))
                .extracting(MatterOverview::reference)
                .containsExactly(WAITING);
        assertThat(matters.find(MatterFilter.of("", "ASKED", "2061", "", 0), sits("m2.cp10")))
                .as("of others")
                .isEmpty();
        Scope office = new Scope("sec.cp9", false, Set.of("CP9"), Set.of("CP9"));
        assertThat(matters.find(MatterFilter.of("", "", "2061", "", 0), office))
                .as("as its secretary")
                .extracting(MatterOverview::reference)
                .containsExactly(CLOSED);
        assertThat(matters.advises(new Scope("m1.cp9", false, Set.of(), Set.of())))
                .isTrue();
        assertThat(new Browser(port)
                        .signIn("m1.cp9", "tansiq-demo")
                        .get("/coordination/matters?text=2061")
                        .body())
                .contains("/coordination/matters/" + WAITING, "votre avis est demandé")
                .doesNotContain(SECRET, REFERRED);

        database.sql("update opinion_request set status = 'GIVEN', position = 'FAVOURABLE', opinion = 'Oui',"
                        + " given_by = 'm1.cp9', closed_at = now() where matter = ?")
                .param(WAITING)
                .update();
        assertThat(matters.find(MatterFilter.of("", "", "2061", "", 0), elsewhere))
                .as("given: still theirs to read, no longer asked")
                .singleElement()
                .satisfies(each -> assertThat(each.asked()).isFalse());
        database.sql("update opinion_request set status = 'WITHDRAWN', position = null, opinion = null,"
                        + " given_by = null where matter = ?")
                .param(WAITING)
                .update();
        assertThat(matters.find(MatterFilter.of("", "", "2061", "", 0), elsewhere))
                .as("withdrawn")
                .isEmpty();
    }

    private void asked(String reference, int number, String matter, String kind, String whom) {
        database.sql("insert into opinion_request (reference, version, body, year, number, matter, " + kind
                        + ", question, opened_by, opened_at, due_at, status)"
                        + " values (?, 0, 'CP10', 2061, ?, ?, ?, 'Votre avis ?', 'sec.cp10', now(),"
                        + " now() + interval '5 days', 'OPEN')")
                .params(reference, number, matter, whom)
                .update();
    }

    private static Scope sits(String account, String... offices) {
        return new Scope(account, false, Set.of("CP10"), Set.of(offices));
    }

    private MatterOverview secretOf(Scope scope) {
        return matters.find(MatterFilter.of("", "", SECRET, "", 0), scope).get(0);
    }

    private List<String> found(String status, String text, String sort) {
        return matters.find(MatterFilter.of("", status, text, sort, 0), EVERYTHING).stream()
                .map(MatterOverview::reference)
                .toList();
    }

    private void row(
            String reference,
            int number,
            String first,
            String body,
            int passage,
            String status,
            String confidentiality,
            String day) {
        database.sql("""
                        insert into matter (reference, version, year, number, body, title, text, proposed_by, status,
                            confidentiality, created_at, first_body, passage)
                        values (:reference, 0, 2061, :number, :body, :title, 'Texte', 'm1.cp10', :status,
                            :confidentiality, cast(:day as timestamptz), :first, :passage)""")
                .params(Map.of(
                        "reference",
                        reference,
                        "number",
                        number,
                        "body",
                        body,
                        "title",
                        "Titre de " + reference,
                        "status",
                        status,
                        "confidentiality",
                        confidentiality,
                        "day",
                        day + "T10:00Z",
                        "first",
                        first,
                        "passage",
                        passage))
                .update();
    }
}
