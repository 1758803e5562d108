package ma.tansiq.committee.session;

import static ma.tansiq.committee.CommitteeStage.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.Participants;
import ma.tansiq.committee.paper.ConductLine;
import ma.tansiq.committee.paper.ConductLines;
import ma.tansiq.engine.Accounts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secret ballots: one voice a seat, counted together, and no way from a paper to whoever cast it (rule C4). */
@TansiqTest
class SecretBallotTests {

    private static final String RECORD = "Task_RecordSession";

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    Participants participants;

    @Autowired
    BallotManagement ballots;

    @Autowired
    BallotSeal seal;

    @Autowired
    AttendanceSheets sheets;

    @Autowired
    MeetingManagement management;

    @Autowired
    ConductLines conducts;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void nobodyIsLockedOut() {
        database.sql("delete from sign_in_failure").update();
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void membersVoteOnTheirPageAndTheCountIsTheOutcome() {
        String meeting = stage.inSession("CP7", "Point A");
        Browser secretary = as("sec.cp7");
        String desk = "/coordination/meetings/" + meeting + "/ballots";
        assertThat(secretary.get("/coordination/meetings/" + meeting).body()).contains(desk);
        Locale arabic = Locale.forLanguageTag("ar");
        assertThat(participants.voters(meeting, arabic)).hasSameSizeAs(participants.voters(meeting));
        assertThat(participants.voters(meeting, arabic).get("chair.cp7"))
                .as("in the reader’s language")
                .contains(" — رئيس(ة)، ")
                .doesNotContain("président");
        assertThat(participants.voters(meeting).get("chair.cp7")).contains(" — président(e), ");
        assertThat(secretary
                        .submit(
                                desk,
                                desk,
                                Map.of(
                                        "position",
                                        "1",
                                        "question",
                                        "Adopter la liste ?",
                                        "voice.chair.cp7",
                                        "chair.cp7",
                                        "voice.m1.cp7",
                                        "alt1.cp7",
                                        "voice.m2.cp7",
                                        "chair.cp7",
                                        "voice.m3.cp7",
                                        "m3.cp7"))
                        .statusCode())
                .isEqualTo(302);
        UUID ballot = ballots.of(meeting).get(0).id();
        String page = "/my-committees/ballots/" + ballot;
        assertThat(mailed(meeting)).containsExactlyInAnyOrder("alt1.cp7", "chair.cp7", "m3.cp7");

        Browser chair = as("chair.cp7");
        assertThat(chair.get("/my-committees").body()).contains(page, "Adopter la liste ?");
        assertThat(chair.get(page).body())
                .as("whoever holds a proxy votes twice")
                .contains("Votre voix", "Voix de " + nameOf("m2.cp7"));
        votes(chair, page, "chair.cp7", "FOR");
        votes(chair, page, "m2.cp7", "AGAINST");
        votes(as("alt1.cp7"), page, "m1.cp7", "FOR");
        Browser third = as("m3.cp7");
        votes(third, page, "m3.cp7", "ABSTAINED");
        assertThat(third.submit(page, page, Map.of("seat", "m3.cp7", "choice", "FOR"))
                        .body())
                .contains("Ce siège a déjà voté");
        assertThat(third.submit(page, page, Map.of("seat", "chair.cp7", "choice", "FOR"))
                        .body())
                .contains("Vous ne votez pas pour ce siège");
        assertThat(third.submit(page, page, Map.of("seat", "m3.cp7", "choice", "MAYBE"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(as("m2.cp7").get(page).statusCode()).isEqualTo(403);
        assertThat(third.get("/my-committees/ballots/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(third.get("/my-committees/ballots/1").statusCode()).isEqualTo(404);
        assertThat(third.get(desk).statusCode()).isEqualTo(403);
        assertThat(secretary.get(desk).body()).contains("4 voix déposées sur 4").doesNotContain("2 pour");

        assertThat(secretary
                        .submit(desk, desk + "/" + ballot + "/count", Map.of())
                        .statusCode())
                .isEqualTo(302);

        assertThat(secretary.get(desk).body()).contains("Scrutin secret : 2 pour, 1 contre, 1 abstention(s).");
        assertThat(third.get(page).body()).contains("Scrutin secret : 2 pour, 1 contre, 1 abstention(s).");
        assertThat(third.submit(page.replace(page, "/my-committees"), page, Map.of("seat", "m3.cp7", "choice", "FOR"))
                        .body())
                .contains("Ce scrutin est clos");

        assertThat(stage.toldWhen("sec.cp7", meeting, RECORD, record(meeting, "REJECTED")))
                .startsWith("Le vote du point « 1. Point A » est favorable (2 pour, 1 contre)");
        stage.does("sec.cp7", meeting, RECORD, record(meeting, "DECIDED"));
        ConductLine line = Objects.requireNonNull(conducts.of(meeting).get(1));
        assertThat(line.vote()).satisfies(vote -> {
            assertThat(vote.kind()).isEqualTo("SECRET");
            assertThat(vote.inFavourBy()).isEmpty();
        });
        assertThat(stage.openKinds(meeting)).doesNotContain(RECORD);
    }

    @Test
    void whatCameUpInTheSessionIsPutToTheVoteOnlyIfNobodyObjects() {
        String meeting = stage.inSession("CP8", "Point A");
        refused(
                "ballotAddedOpposed",
                () -> ballots.openOnAdded(meeting, "Urgence", "Exposé", false, "?", inPerson("cp8"), "sec.cp8"));
        refused(
                "ballotAddedIncomplete",
                () -> ballots.openOnAdded(meeting, "Urgence", " ", true, "?", inPerson("cp8"), "sec.cp8"));
        refused(
                "secretaryOrChairOnly",
                () -> ballots.openOnAdded(meeting, "Urgence", "Exposé", true, "?", inPerson("cp8"), "m1.cp8"));
        assertThat(stage.shown("sec.cp8", meeting, RECORD, "items")).hasSize(1);

        Browser secretary = as("sec.cp8");
        String desk = "/coordination/meetings/" + meeting + "/ballots";
        Map<String, String> form = new HashMap<>(Map.of(
                "position",
                "added",
                "addedTitle",
                "Urgence",
                "addedText",
                "Un local a brûlé.",
                "question",
                "Reloger ?"));
        inPerson("cp8").forEach((seat, caster) -> form.put("voice." + seat, caster));
        assertThat(secretary.submit(desk, desk, form).body())
                .contains("n’est mis aux voix que si aucune personne présente ne s’y oppose", "Un local a brûlé.");
        assertThat(stage.shown("sec.cp8", meeting, RECORD, "items"))
                .as("a refusal leaves nothing behind")
                .hasSize(1);
        form.put("unopposed", "true");
        assertThat(secretary.submit(desk, desk, form).statusCode()).isEqualTo(302);

        UUID ballot = ballots.of(meeting).get(0).id();
        assertThat(ballots.of(meeting).get(0).position()).isEqualTo(2);
        assertThat(stage.shown("sec.cp8", meeting, RECORD, "items"))
                .as("the open form has the item")
                .hasSize(2);
        List.of("chair.cp8", "m1.cp8", "m2.cp8").forEach(each -> ballots.cast(ballot, each, Choice.FOR, each));
        ballots.close(ballot, "sec.cp8");
        List<String> present = List.of("chair.cp8", "m1.cp8", "m2.cp8", "m3.cp8");
        assertThat(stage.toldWhen(
                        "sec.cp8",
                        meeting,
                        RECORD,
                        stage.record(meeting, "chair.cp8", present, List.of(decided(1, "Adopté.")))))
                .as("a record that forgets it is refused")
                .contains("2. Urgence");
        Map<String, Object> voted = new HashMap<>(decided(2, "Les familles sont relogées."));
        voted.putAll(Map.of("special", true, "vote", "SECRET"));
        stage.does(
                "sec.cp8",
                meeting,
                RECORD,
                stage.record(meeting, "chair.cp8", present, List.of(decided(1, "Adopté."), voted)));

        assertThat(database.sql("select added from conduct where meeting = ? order by position")
                        .param(meeting)
                        .query(Boolean.class)
                        .list())
                .as("the record says which item was not on the agenda")
                .containsExactly(false, true);
        stage.stop(meeting);
    }

    @Test
    void noQueryJoinsAPaperToAVoter() {
        String meeting = stage.inSession("CP4", "Point A");
        UUID ballot = ballots.open(meeting, 1, "Adopter ?", inPerson("cp4"), "sec.cp4");
        Map<String, Choice> votes = new LinkedHashMap<>();
        votes.put("m3.cp4", Choice.FOR);
        votes.put("m1.cp4", Choice.FOR);
        votes.put("chair.cp4", Choice.AGAINST);
        votes.put("m2.cp4", Choice.ABSTAINED);
        votes.forEach((who, choice) -> ballots.cast(ballot, who, choice, who));

        List<byte[]> envelopes = database.sql("select sealed from ballot_envelope where ballot = ?")
                .param(ballot)
                .query(byte[].class)
                .list();
        assertThat(envelopes)
                .as("equal votes look different")
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(envelopes)
                .as("and all are of one size")
                .allSatisfy(each -> assertThat(each).hasSize(29));
        byte[] first = database.sql("select sealed from ballot_envelope where ballot = ? and account = 'm3.cp4'")
                .param(ballot)
                .query(byte[].class)
                .single();
        assertThat(seal.open(ballot, "m3.cp4", first)).hasValue(Choice.FOR);
        assertThat(seal.open(ballot, "m1.cp4", first))
                .as("nobody's envelope is another's")
                .isEmpty();
        assertThat(seal.open(UUID.randomUUID(), "m3.cp4", first)).isEmpty();
        assertThat(otherSeal().open(ballot, "m3.cp4", first))
                .as("without the key, which is not in the database, it does not open")
                .isEmpty();
        assertThat(papers(ballot)).as("until the count there is no paper").isEmpty();

        ballots.close(ballot, "chair.cp4");

        assertThat(database.sql("select count(*) from ballot_envelope where ballot = ?")
                        .param(ballot)
                        .query(Integer.class)
                        .single())
                .as("after it there is no envelope")
                .isZero();
        assertThat(papers(ballot)).hasSize(4);
        assertThat(columns("ballot_paper")).containsExactlyInAnyOrder("id", "ballot", "choice");
        assertThat(columns("ballot_voter")).containsExactlyInAnyOrder("ballot", "account", "caster", "voted");
        assertThat(database.sql("""
                                select count(*) from pg_constraint
                                 where confrelid = 'ballot_paper'::regclass
                                    or (conrelid = 'ballot_paper'::regclass and contype = 'f' and confrelid <> 'ballot'::regclass)""").query(Integer.class).single())
                .as("nothing refers to a paper, and a paper to nothing but its ballot")
                .isZero();
        assertThat(distinct("ballot_paper", ballot))
                .as("one transaction wrote all papers")
                .isOne();
        assertThat(distinct("ballot_voter", ballot)).as("and noted all voters").isOne();
        assertThat(papers(ballot, "ctid"))
                .as("papers lie in the order of their random numbers, whatever the order of voting or of the roll")
                .isEqualTo(papers(ballot, "id"));
        assertThat(database.sql(
                                "select coalesce(string_agg(fact || ' ' || coalesce(actor, '') || ' ' || coalesce(detail, ''), '|' order by id), '') from meeting_history where meeting = ? and fact like 'BALLOT%'")
                        .param(meeting)
                        .query(String.class)
                        .single())
                .isEqualTo("BALLOT_OPENED sec.cp4 1|BALLOT_COUNTED chair.cp4 1");
        assertThatThrownBy(() -> database.sql("update ballot_paper set choice = 'FOR' where ballot = ?")
                        .param(ballot)
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void oneSeatHasOneEnvelopeWhateverTheDoor() {
        String meeting = stage.inSession("CP5", "Point A");
        UUID ballot = ballots.open(meeting, 1, "Adopter ?", inPerson("cp5"), "sec.cp5");
        ballots.cast(ballot, "m1.cp5", Choice.FOR, "m1.cp5");

        refused("ballotTwice", () -> ballots.cast(ballot, "m1.cp5", Choice.AGAINST, "m1.cp5"));
        assertThatThrownBy(() -> database.sql("insert into ballot_envelope values (?, 'm1.cp5', '\\x00')")
                        .param(ballot)
                        .update())
                .hasMessageContaining("ballot_envelope_pkey");
        assertThatThrownBy(() -> database.sql("insert into ballot_envelope values (?, 'obs1.cp5', '\\x00')")
                        .param(ballot)
                        .update())
                .as("who is not on the roll has none")
                .hasMessageContaining("foreign key");
        refused("ballotOpenAlready", () -> ballots.open(meeting, 1, "Encore ?", inPerson("cp5"), "sec.cp5"));
        assertThat(stage.toldWhen("sec.cp5", meeting, RECORD, plain(meeting, "cp5")))
                .isEqualTo("Le scrutin secret du point 1 est encore ouvert : clôturez-le depuis la page de la réunion"
                        + " avant de consigner la séance.");

        ballots.close(ballot, "sec.cp5");

        assertThat(ballots.of(meeting).get(0).status())
                .as("a count of one voice would tell whose it is")
                .isEqualTo(Ballot.Status.VOID);
        assertThat(papers(ballot)).isEmpty();
        refused("ballotClosed", () -> ballots.cast(ballot, "m2.cp5", Choice.FOR, "m2.cp5"));
        refused("ballotClosed", () -> ballots.close(ballot, "sec.cp5"));
        stage.does("sec.cp5", meeting, RECORD, plain(meeting, "cp5"));
        refused("ballotOutsideSession", () -> ballots.open(meeting, 1, "Trop tard ?", inPerson("cp5"), "sec.cp5"));
    }

    @Test
    void ballotThatBreaksTheRulesIsNotOpened() {
        String meeting = stage.inSession("CP6", "Point A");
        Map<String, String> observer = new HashMap<>(inPerson("cp6"));
        observer.put("obs1.cp6", "obs1.cp6");
        Map<String, String> proxies = new HashMap<>(inPerson("cp6"));
        proxies.put("m1.cp6", "chair.cp6");
        proxies.put("m2.cp6", "chair.cp6");
        Map<String, String> absentee = new HashMap<>(inPerson("cp6"));
        absentee.remove("m3.cp6");
        absentee.put("m2.cp6", "m3.cp6");

        refused("secretaryOrChairOnly", () -> ballots.open(meeting, 1, "?", inPerson("cp6"), "m1.cp6"));
        refused("ballotWithoutItem", () -> ballots.open(meeting, 2, "Adopter ?", inPerson("cp6"), "sec.cp6"));
        refused("missing.question", () -> ballots.open(meeting, 1, " ", inPerson("cp6"), "sec.cp6"));
        refused("ballotWithStrangers", () -> ballots.open(meeting, 1, "Adopter ?", observer, "sec.cp6"));
        refused("proxiesTooMany", () -> ballots.open(meeting, 1, "Adopter ?", proxies, "sec.cp6"));
        refused("proxyToAbsentee", () -> ballots.open(meeting, 1, "Adopter ?", absentee, "sec.cp6"));
        refused(
                "ballotTooSmall",
                () -> ballots.open(meeting, 1, "?", Map.of("chair.cp6", "chair.cp6", "m1.cp6", "m1.cp6"), "sec.cp6"));
        assertThat(ballots.of(meeting)).isEmpty();
    }

    @Test
    void sessionThatIsCalledOffLeavesNoBallotOpen() {
        String meeting = stage.inSession("CP3", "Point A");
        UUID ballot = ballots.open(meeting, 1, "Adopter ?", inPerson("cp3"), "chair.cp3");
        ballots.cast(ballot, "m1.cp3", Choice.FOR, "m1.cp3");

        management.cancel(meeting, "Alerte", "sec.cp3");

        assertThat(ballots.of(meeting).get(0).status()).isEqualTo(Ballot.Status.VOID);
        assertThat(ballots.waitingFor("m2.cp3")).isEmpty();
    }

    private Browser as(String account) {
        return new Browser(port).signIn(account, "tansiq-demo");
    }

    private static void votes(Browser voter, String page, String seat, String choice) {
        HttpResponse<String> answer = voter.submit(page, page, Map.of("seat", seat, "choice", choice));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private static void refused(String name, ThrowingCallable act) {
        assertThatThrownBy(act).extracting("messageKey").isEqualTo("refusal.committee." + name);
    }

    private static Map<String, String> inPerson(String cp) {
        Map<String, String> casters = new HashMap<>();
        List.of("chair.", "m1.", "m2.", "m3.").forEach(each -> casters.put(each + cp, each + cp));
        return casters;
    }

    private Map<String, Object> record(String meeting, String outcome) {
        Map<String, Object> record = new HashMap<>(stage.record(
                meeting,
                "chair.cp7",
                List.of("chair.cp7", "m3.cp7"),
                List.of(Map.of(
                        "position",
                        1,
                        "outcome",
                        outcome,
                        "decision",
                        "Adoptée.",
                        "special",
                        true,
                        "vote",
                        "SECRET"))));
        record.put(
                "attendance",
                sheets.of(meeting).stream()
                        .map(each -> switch (each.account()) {
                            case "m1.cp7" ->
                                Map.of("account", "m1.cp7", "presence", "REPRESENTED", "alternate", "alt1.cp7");
                            case "m2.cp7" ->
                                Map.of("account", "m2.cp7", "presence", "PROXY", "proxyHolder", "chair.cp7");
                            default -> Map.of("account", each.account(), "presence", "PRESENT");
                        })
                        .toList());
        return record;
    }

    private Map<String, Object> plain(String meeting, String cp) {
        return stage.record(
                meeting, "chair." + cp, List.of("chair." + cp, "m1." + cp, "m2." + cp), List.of(decided(1, "Adopté.")));
    }

    private List<String> papers(UUID ballot) {
        return papers(ballot, "id");
    }

    private List<String> papers(UUID ballot, String order) {
        return database.sql("select id::text from ballot_paper where ballot = ? order by " + order)
                .param(ballot)
                .query(String.class)
                .list();
    }

    private int distinct(String table, UUID ballot) {
        return database.sql("select count(distinct xmin::text) from " + table + " where ballot = ?")
                .param(ballot)
                .query(Integer.class)
                .single();
    }

    private List<String> columns(String table) {
        return database.sql("select column_name from information_schema.columns where table_name = ?")
                .param(table)
                .query(String.class)
                .list();
    }

    private List<String> mailed(String meeting) {
        return database.sql("select recipient from mail where reference = ? and template = 'ballot'")
                .param(meeting)
                .query(String.class)
                .list();
    }

    private static BallotSeal otherSeal() {
        return new BallotSeal(
                java.util.Base64.getEncoder().encodeToString(new byte[32]), java.nio.file.Path.of("target"));
    }

    private String nameOf(String account) {
        return accounts.find(account).orElseThrow().name();
    }
}
