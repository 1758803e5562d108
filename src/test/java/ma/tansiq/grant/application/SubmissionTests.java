package ma.tansiq.grant.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import ma.tansiq.AtOnce;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.engine.Refusal;
import ma.tansiq.grant.GrantStage;
import ma.tansiq.grant.envelope.Dirhams;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules E1b and E2: a draft as it is typed, its submission, and what is refused. */
@TansiqTest
class SubmissionTests {

    private static final String AMINA = "amina@example.org";

    @Autowired
    private CommitteeStage stage;

    @Autowired
    private GrantStage grants;

    @Autowired
    private ApplicationManagement management;

    @Autowired
    private Applications applications;

    @BeforeEach
    void morning() {
        stage.itIs(CommitteeStage.MORNING);
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void draftIsKeptAsItIsTypedAndSaysWhatIsMissing() {
        String call = grants.publishedCall();
        Application draft = management.begin(call, "FOO", AMINA);
        assertThat(management.begin(call, "FOO", "other@example.org").id()).isEqualTo(draft.id());
        assertThat(keys(management.missing(draft.id())))
                .containsExactly(
                        "missing.title",
                        "missing.objectives",
                        "missing.beneficiaries",
                        "missing.places",
                        "missing.period",
                        "missing.activities",
                        "missing.indicators",
                        "missing.team",
                        "missing.costs",
                        "missing.document");
        assertThatThrownBy(() -> management.submit(draft.id(), AMINA)).isInstanceOf(Refusal.class);

        management.save(draft.id(), GrantStage.content());
        assertThat(applications.required(draft.id()).content()).isEqualTo(GrantStage.content());
        assertThat(GrantStage.content().requested()).isEqualTo(Dirhams.of(80_000));
        assertThat(keys(management.missing(draft.id()))).containsExactly("missing.document");
        management.attach(draft.id(), "statuts", grants.document(draft.id()), AMINA);
        assertThat(management.missing(draft.id())).isEmpty();
        management.detach(draft.id(), "statuts");
        assertThat(management.missing(draft.id())).hasSize(1);
    }

    /** Rule E2: receipt with number, instant and the hash of every file. */
    @Test
    void submissionGivesNumbersOneAfterTheOther() {
        String call = grants.publishedCall();
        Receipt first = management.submit(grants.draft(call, "FOO").id(), AMINA);
        Receipt second = management.submit(grants.draft(call, "AMAPPE").id(), AMINA);

        assertThat(first.reference()).isEqualTo(call + "-0001");
        assertThat(second.reference()).isEqualTo(call + "-0002");
        assertThat(first.at()).isEqualTo(CommitteeStage.instant(CommitteeStage.MORNING));
        // printf '%%PDF-1.4\n%%%%EOF\n' | sha256sum
        assertThat(first.documents()).extracting(AttachedDocument::sha256).containsExactly(HASH);
        assertThat(management.receipt(first.reference())).isEqualTo(first);
    }

    private static final String HASH = "14bcd090baf31edba64e9cbd8cdfc15f943344aa72cb3675ad8e91bfcbce03ad";

    @Test
    void submittedTwiceItIsOneAndChangesNoMore() {
        String call = grants.publishedCall();
        UUID draft = grants.draft(call, "FOO").id();
        Receipt receipt = management.submit(draft, AMINA);
        stage.itIs(CommitteeStage.MORNING.plusHours(1));

        assertThat(management.submit(draft, "other@example.org")).isEqualTo(receipt);
        refused("wrongState.IN_VERIFICATION", () -> management.save(draft, GrantStage.content()));
        refused("wrongState.IN_VERIFICATION", () -> management.detach(draft, "statuts"));
    }

    @Test
    void submittedFromTenWindowsAtOnceItIsOne() throws Exception {
        String call = grants.publishedCall();
        UUID draft = grants.draft(call, "FOO").id();
        List<Receipt> receipts;
        try (AtOnce people = new AtOnce()) {
            receipts = people.act(10, person -> management.submit(draft, AMINA));
        }
        assertThat(receipts).hasSize(10).containsOnly(receipts.get(0));
        assertThat(applications.submitted(call)).hasSize(1);
    }

    /** Rule E1: the instant of closing belongs to the window; one millisecond later is late. */
    @Test
    void oneMillisecondAfterTheClosingIsLate() {
        String call = grants.publishedCall();
        UUID last = grants.draft(call, "FOO").id();
        UUID late = grants.draft(call, "AMAPPE").id();
        Instant closing = GrantStage.instant(GrantStage.CLOSES);

        ClockUtil.setCurrentTime(Date.from(closing));
        assertThat(management.submit(last, AMINA).at()).isEqualTo(closing);
        ClockUtil.setCurrentTime(Date.from(closing.plusMillis(1)));
        told("refusal.call.late", () -> management.submit(late, AMINA));
        told("refusal.call.late", () -> management.save(late, GrantStage.content()));
        told("refusal.call.late", () -> management.begin(call, "ANAPEC", AMINA));

        assertThat(applications.required(late).isDraft()).isTrue();
        assertThat(applications.required(late).content()).isEqualTo(GrantStage.content());
        // the receipt of what arrived in time is still there
        assertThat(management.submit(last, AMINA).at()).isEqualTo(closing);
    }

    @Test
    void amountsBeyondTheCallAndUnaccountedGrantsAreRefused() {
        String call = grants.publishedCall();
        UUID draft = grants.draft(call, "FOO").id();
        management.save(draft, asking(Dirhams.of("100000.01"), Dirhams.ZERO));
        assertThat(keys(management.missing(draft))).containsExactly("ceiling");
        management.save(draft, asking(Dirhams.of(100_000), Dirhams.ZERO));
        assertThat(management.missing(draft)).isEmpty();
        refused("cofinancing", () -> management.save(draft, asking(Dirhams.of(1), Dirhams.of("1.01"))));
        told("refusal.envelope.negative", () -> Dirhams.of("-1"));

        ApplicationContent sound = GrantStage.content();
        management.save(
                draft,
                new ApplicationContent(
                        sound.title(),
                        sound.objectives(),
                        sound.beneficiaries(),
                        sound.places(),
                        sound.startsOn(),
                        sound.endsOn(),
                        sound.activities(),
                        sound.costs(),
                        sound.indicators(),
                        sound.team(),
                        List.of(new ApplicationContent.PastGrant(2024, "Région", Dirhams.of(10), false))));
        assertThat(keys(management.missing(draft))).containsExactly("unaccounted");
    }

    @Test
    void hugeAndHostileTextsAreRefusedOrCleaned() {
        String call = grants.publishedCall();
        UUID draft = management.begin(call, "FOO", AMINA).id();
        refused("tooLong.title", () -> management.save(draft, titled("x".repeat(10_000))));
        management.save(draft, titled("  abc\u202Efdp\u0000 "));
        assertThat(applications.required(draft).content().title()).isEqualTo("abcfdp");
    }

    @Test
    void documentsOfOthersAndOutsideTheChecklistAreRefused() {
        String call = grants.publishedCall();
        UUID mine = management.begin(call, "FOO", AMINA).id();
        UUID other = management.begin(call, "AMAPPE", AMINA).id();
        refused("foreignDocument", () -> management.attach(mine, "statuts", grants.document(other), AMINA));
        refused("foreignDocument", () -> management.attach(mine, "statuts", UUID.randomUUID(), AMINA));
        refused("noSuchDocument", () -> management.attach(mine, "bilan", grants.document(mine), AMINA));
        refused("unknown", () -> management.submit(UUID.randomUUID(), AMINA));
        told("refusal.call.unknown", () -> management.begin("AAP-1999-01", "FOO", AMINA));
    }

    private static ApplicationContent titled(String title) {
        return new ApplicationContent(
                title, "", "", List.of(), null, null, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static ApplicationContent asking(Dirhams cost, Dirhams cofinanced) {
        ApplicationContent sound = GrantStage.content();
        return new ApplicationContent(
                sound.title(),
                sound.objectives(),
                sound.beneficiaries(),
                sound.places(),
                sound.startsOn(),
                sound.endsOn(),
                sound.activities(),
                List.of(new ApplicationContent.CostLine("Formateurs", cost, cofinanced)),
                sound.indicators(),
                sound.team(),
                List.of());
    }

    private static List<String> keys(List<Refusal> refusals) {
        return refusals.stream()
                .map(each -> each.messageKey().replace("refusal.application.", ""))
                .toList();
    }

    private static void refused(String name, ThrowingCallable what) {
        told("refusal.application." + name, what);
    }

    private static void told(String key, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }
}
