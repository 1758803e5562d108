package ma.tansiq.grant.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.SeveralRefused;
import ma.tansiq.grant.GrantStage;
import ma.tansiq.grant.envelope.Dirhams;
import org.junit.jupiter.api.Test;

/** What a call must say (rule E1), and its instants. */
class CallTermsTests {

    private static final Instant OPENS = GrantStage.instant(GrantStage.OPENS);
    private static final Instant CLOSES = GrantStage.instant(GrantStage.CLOSES);

    @Test
    void soundTermsAreTaken() {
        GrantStage.terms().check(OPENS);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        CallTerms wrong = new CallTerms(
                "T",
                "ت",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                Dirhams.of(100),
                Dirhams.of(101),
                Dirhams.of(90),
                CLOSES,
                OPENS,
                List.of(),
                List.of(new Criterion("a", "A", "أ", 60), new Criterion("a", "B", "ب", 41)),
                101,
                List.of(60, 41));
        assertThatThrownBy(() -> wrong.check(CLOSES))
                .isInstanceOfSatisfying(
                        SeveralRefused.class,
                        refused -> assertThat(refused.each())
                                .extracting(Refusal::messageKey)
                                .containsExactly(
                                        "refusal.call.window",
                                        "refusal.call.closingPast",
                                        "refusal.call.ceiling",
                                        "refusal.call.cap",
                                        "refusal.call.checklist",
                                        "refusal.call.weights",
                                        "refusal.call.criterionCodes",
                                        "refusal.call.passMark",
                                        "refusal.call.shares"));
    }

    /** Rule E1: the instant of closing belongs to the window. */
    @Test
    void windowIncludesItsTwoInstants() {
        Call call = Call.begun(2027, 1, CallKind.ASSOCIATION, "Appel", "officer")
                .draft(GrantStage.terms(), "officer")
                .approve("ordo", OPENS);
        assertThat(call.reference()).isEqualTo("AAP-2027-01");
        assertThat(call.isOpen(OPENS.minusMillis(1))).isFalse();
        assertThat(call.isOpen(OPENS)).isTrue();
        assertThat(call.isOpen(CLOSES)).isTrue();
        assertThat(call.isOpen(CLOSES.plusMillis(1))).isFalse();
    }

    @Test
    void whoeverDraftedItDoesNotApproveIt() {
        Call drafted =
                Call.begun(2027, 1, CallKind.ASSOCIATION, "Appel", "ordo").draft(GrantStage.terms(), "ordo");
        assertThatThrownBy(() -> drafted.approve("ordo", OPENS)).hasMessageContaining("fourEyes");
        assertThatThrownBy(() -> drafted.approve("ordo2", CLOSES)).hasMessageContaining("closingPast");
        assertThatThrownBy(() -> drafted.approve("ordo2", OPENS).draft(GrantStage.terms(), "officer"))
                .hasMessageContaining("wrongState.PUBLISHED");
    }
}
