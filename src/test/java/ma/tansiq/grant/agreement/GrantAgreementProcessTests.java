package ma.tansiq.grant.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.document.Documents;
import ma.tansiq.grant.envelope.Dirhams;
import ma.tansiq.grant.envelope.Envelopes;
import ma.tansiq.grant.envelope.FilePosition;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Every path of a grant from its award to its end (rules E6, E7). */
@TansiqTest
@RecordApplicationEvents
class GrantAgreementProcessTests {

    private static final String ASSOCIATION = AwardStage.ASSOCIATION;
    private static final Dirhams AMOUNT = Dirhams.of(100_000);
    private static final Map<String, Object> TERMS = Map.of(
            "startsOn",
            "2027-05-03",
            "endsOn",
            "2028-05-02",
            "conditions",
            "Visites trimestrielles.",
            "reports",
            List.of(Map.of("number", 1, "dueOn", "2027-11-15"), Map.of("number", 2, "dueOn", "2028-06-15")));

    @Autowired
    CommitteeStage stage;

    @Autowired
    AwardStage awards;

    @Autowired
    AgreementManagement management;

    @Autowired
    ReportManagement reports;

    @Autowired
    PaymentManagement payments;

    @Autowired
    BankAccounts accounts;

    @Autowired
    Agreements agreements;

    @Autowired
    Envelopes envelopes;

    @Autowired
    Documents documents;

    @Autowired
    ApplicationEvents told;

    @BeforeEach
    void morning() {
        stage.itIs(CommitteeStage.MORNING);
        if (accounts.current(ASSOCIATION).isEmpty()) {
            accounts.propose(ASSOCIATION, "011780000012345678901296", "Fondation", document("bank FOO"), "officer");
            accounts.confirm(ASSOCIATION, "finance");
        }
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void goesFromTheAwardThroughTwoInstalmentsAndReportsToItsClosing() {
        String agreement = signed();
        assertThat(agreement).startsWith("CONV-2027-");

        pays(agreement);
        assertThat(agreements.required(agreement).lastPaid().orElseThrow().amount())
                .isEqualTo(Dirhams.of(60_000));
        assertThat(stage.openKinds(agreement)).isEmpty();
        reports(agreement);
        stage.does("officer", agreement, "Task_ReviewReport", Map.of("decision", "accept"));

        pays(agreement);
        assertThat(held(agreement)).isEqualTo(new FilePosition(Dirhams.ZERO, Dirhams.ZERO, AMOUNT));
        reports(agreement);
        stage.does("officer", agreement, "Task_ReviewReport", Map.of("decision", "accept"));
        stage.does("officer", agreement, "Task_CloseGrant", Map.of("remark", "Tout est justifié."));

        assertThat(stage.ended(agreement)).isTrue();
        assertThat(agreements.required(agreement).status()).isEqualTo(Agreement.Status.CLOSED);
        assertThat(told.stream(AgreementEvents.Paid.class)).hasSize(2);
        assertThat(told.stream(AgreementEvents.ReportReviewed.class)).hasSize(2);
        assertThat(told.stream(AgreementEvents.Closed.class)).hasSize(1);
        refused("wrongState.CLOSED", () -> reports(agreement));
    }

    @Test
    void authoritySendsItBackAndBothSignAgain() {
        String agreement = prepared("officer");
        signsForAssociation(agreement);
        assertThat(stage.toldWhen("ordo", agreement, "Task_SignAgreement", Map.of("decision", "return")))
                .contains("Motif du renvoi");
        stage.does("ordo", agreement, "Task_SignAgreement", Map.of("decision", "return", "motive", "Dates à revoir"));

        assertThat(stage.shown("officer", agreement, "Task_PrepareAgreement", "returnMotive")
                        .toString())
                .contains("Dates à revoir");
        stage.does("officer", agreement, "Task_PrepareAgreement", TERMS);
        assertThat(agreements.required(agreement).associationDocument()).isEmpty();
        signsForAssociation(agreement);
        stage.does("ordo", agreement, "Task_SignAgreement", Map.of("decision", "sign"));

        assertThat(stage.openKinds(agreement)).containsExactly("Task_PayInstalment");
    }

    /** Rule E6: whoever verified the file does not authorise it. */
    @Test
    void whoeverVerifiedTheFileDoesNotSign() {
        String agreement = prepared("ordo");
        signsForAssociation(agreement);

        refused("fourEyes", () -> management.sign(agreement, "ordo"));
        assertThat(agreements.required(agreement).signedAt()).isEmpty();
        stage.does("ordo2", agreement, "Task_SignAgreement", Map.of("decision", "sign"));

        assertThat(agreements.required(agreement).signedBy()).contains("ordo2");
    }

    @Test
    void associationThatDoesNotSignIsReminded() {
        String agreement = prepared("officer");
        stage.fires(agreement, "Timer_SignatureAwaited");

        assertThat(told.stream(AgreementEvents.SignatureAwaited.class)).hasSize(1);
        refused("signatory", () -> management.signForAssociation(agreement, " ", document(agreement)));
        signsForAssociation(agreement);
        refused("wrongState.WITH_AUTHORITY", () -> signsForAssociation(agreement));
        assertThat(stage.openKinds(agreement)).containsExactly("Task_SignAgreement");
    }

    @Test
    void accountantRejectsAndItIsOrderedAgain() {
        String agreement = signed();
        step(agreement, "VISA", "2027-04-05", "V-1", 2027, "");
        step(agreement, "ORDER", "2027-04-05", "O-1", 2027, "");
        assertThat(toldOfStep(agreement, "REJECTION", "2027-04-05", 2027, "")).contains("pourquoi le comptable");
        step(agreement, "REJECTION", "2027-04-05", "R-1", 2027, "RIB illisible");
        assertThat(stage.shown("finance", agreement, "Task_PayInstalment", "steps")
                        .toString())
                .contains("RIB illisible");
        step(agreement, "ORDER", "2027-04-05", "O-2", 2027, "");
        step(agreement, "PAYMENT", "2027-04-05", "P-1", 2027, "");

        assertThat(held(agreement).paid()).isEqualTo(Dirhams.of(60_000));
    }

    @Test
    void stepsOfAPaymentComeInTheirOrderAndYear() {
        String agreement = signed();
        assertThat(toldOfStep(agreement, "ORDER", "2027-04-05", 2027, "")).contains("suit le visa");
        assertThat(toldOfStep(agreement, "VISA", "2027-04-06", 2027, "")).contains("pas encore eu lieu");
        assertThat(toldOfStep(agreement, "VISA", "2027-04-05", 2029, "")).contains("2026 ou 2027");
        step(agreement, "VISA", "2027-04-05", "V-1", 2027, "");
        assertThat(toldOfStep(agreement, "ORDER", "2027-04-02", 2027, "")).contains("ne peut pas précéder");
        assertThat(toldOfStep(agreement, "ORDER", "2027-04-05", 2026, "")).contains("nouveau visa");
    }

    @Test
    void nothingIsPaidToAnAssociationWithoutAConfirmedAccount() {
        String agreement = prepared("officer", "AMAPPE", AMOUNT);
        signsForAssociation(agreement);
        stage.does("ordo", agreement, "Task_SignAgreement", Map.of("decision", "sign"));

        assertThat(toldOfStep(agreement, "VISA", "2027-04-05", 2027, "")).contains("compte bancaire confirmé");
    }

    @Test
    void suspensionStopsAPaymentThatIsUnderWayUntilItIsResumed() {
        String agreement = signed();
        step(agreement, "VISA", "2027-04-05", "V-1", 2027, "");
        refused("motive", () -> management.suspend(agreement, " "));
        management.suspend(agreement, "Contrôle en cours");
        assertThat(stage.openKinds(agreement)).isEmpty();

        management.resume(agreement);

        assertThat(stage.openKinds(agreement)).containsExactly("Task_PayInstalment");
        refused("wrongState.IN_EXECUTION", () -> management.resume(agreement));
    }

    /** Reports may come during a suspension; the next instalment waits for its end. */
    @Test
    void suspensionHoldsTheNextInstalmentBack() {
        String agreement = signed();
        pays(agreement);
        management.suspend(agreement, "Contrôle en cours");
        reports(agreement);
        stage.does("officer", agreement, "Task_ReviewReport", Map.of("decision", "accept"));
        assertThat(stage.openKinds(agreement)).isEmpty();

        management.resume(agreement);

        assertThat(stage.openKinds(agreement)).containsExactly("Task_PayInstalment");
    }

    /** Rule E7: tranche n+1 stays locked until report n is accepted. */
    @Test
    void returnedReportIsHandedInAgainBeforeTheNextInstalment() {
        String agreement = signed();
        refused("nothingPaid", () -> reports(agreement));
        pays(agreement);
        stage.fires(agreement, "Timer_ReportDueSoon");
        stage.fires(agreement, "Timer_ReportOverdue");
        assertThat(told.stream(AgreementEvents.ReportAwaited.class)).hasSize(2);
        reports(agreement);
        refused("reportWaits", () -> reports(agreement));
        assertThat(stage.toldWhen("officer", agreement, "Task_ReviewReport", Map.of("decision", "return")))
                .contains("Motif du renvoi");
        stage.does(
                "officer", agreement, "Task_ReviewReport", Map.of("decision", "return", "remark", "Factures absentes"));
        assertThat(stage.openKinds(agreement)).isEmpty();
        assertThat(agreements.required(agreement).due()).isEmpty();

        reports(agreement);
        stage.does("officer2", agreement, "Task_ReviewReport", Map.of("decision", "accept"));

        assertThat(stage.openKinds(agreement)).containsExactly("Task_PayInstalment");
        assertThat(told.stream(AgreementEvents.ReportReviewed.class)
                        .map(each -> each.report().round()))
                .containsExactly(1, 2);
    }

    @Test
    void terminationGivesBackWhatIsNotPaid() {
        String agreement = signed();
        pays(agreement);
        management.terminate(agreement, "Projet abandonné", "ordo");

        assertThat(stage.ended(agreement)).isTrue();
        assertThat(held(agreement)).isEqualTo(new FilePosition(Dirhams.ZERO, Dirhams.ZERO, Dirhams.of(60_000)));
        assertThat(agreements.required(agreement).instalments())
                .extracting(Instalment::status)
                .containsExactly(Instalment.Status.PAID, Instalment.Status.WITHHELD);
        refused("wrongState.TERMINATED", () -> reports(agreement));
        refused("wrongState.TERMINATED", () -> management.terminate(agreement, "Encore", "ordo"));
        payments.repay(agreement, Dirhams.of(60_000), "ordre de reversement 1", "finance");
        assertThat(held(agreement).paid()).isEqualTo(Dirhams.ZERO);
    }

    @Test
    void oneFileHasOneAgreement() {
        Award award = award("officer", ASSOCIATION, AMOUNT, List.of());
        String agreement = management.conclude(award);
        refused("concluded", () -> management.conclude(award));
        refused("unknown", () -> management.resume("CONV-1999-0001"));
        management.terminate(agreement, "Renonciation", "ordo");
        assertThat(held(agreement).committed()).isEqualTo(Dirhams.ZERO);
    }

    /** Rule E6 and circular 7/2003: above 50,000 dirhams an agreement, at or below a decision. */
    @Test
    void amountSaysWhetherItIsAnAgreementOrADecision() {
        assertThat(concluded("50000.00")).startsWith("DEC-2027-");
        assertThat(concluded("50000.01")).startsWith("CONV-2027-");
    }

    @Test
    void termsThatCannotBeAreRefused() {
        String agreement = management.conclude(award("officer", ASSOCIATION, AMOUNT, List.of()));
        assertThat(toldOfTerms(agreement, "2027-05-03", "2027-05-03", "2027-11-15", "2028-06-15"))
                .contains("La fin du projet doit suivre son début");
        assertThat(toldOfTerms(agreement, "2027-05-03", "2030-05-04", "2027-11-15", "2028-06-15"))
                .contains("36 mois");
        assertThat(toldOfTerms(agreement, "2026-01-05", "2027-01-05", "2027-11-15", "2028-06-15"))
                .contains("déjà passée");
        assertThat(toldOfTerms(agreement, "2027-05-03", "2028-05-03", "2027-11-15", "2027-11-15"))
                .contains("Le rapport 2 doit être attendu après");
    }

    private String toldOfTerms(String agreement, String from, String to, String first, String second) {
        return stage.toldWhen(
                "officer",
                agreement,
                "Task_PrepareAgreement",
                Map.of(
                        "startsOn",
                        from,
                        "endsOn",
                        to,
                        "reports",
                        List.of(Map.of("number", 1, "dueOn", first), Map.of("number", 2, "dueOn", second))));
    }

    private String concluded(String amount) {
        return management.conclude(award("officer", ASSOCIATION, Dirhams.of(amount), List.of(100)));
    }

    private String signed() {
        String agreement = prepared("officer");
        signsForAssociation(agreement);
        stage.does("ordo", agreement, "Task_SignAgreement", Map.of("decision", "sign"));
        return agreement;
    }

    private String prepared(String verifiedBy) {
        return prepared(verifiedBy, ASSOCIATION, AMOUNT);
    }

    private String prepared(String verifiedBy, String association, Dirhams amount) {
        String agreement = management.conclude(award(verifiedBy, association, amount, List.of()));
        stage.does("officer2", agreement, "Task_PrepareAgreement", TERMS);
        return agreement;
    }

    private Award award(String verifiedBy, String association, Dirhams amount, List<Integer> shares) {
        return awards.award(association, amount, shares, verifiedBy);
    }

    private void signsForAssociation(String agreement) {
        management.signForAssociation(agreement, "Amina Idrissi", document(agreement));
    }

    private void pays(String agreement) {
        step(agreement, "VISA", "2027-04-05", "V-1", 2027, "");
        step(agreement, "ORDER", "2027-04-05", "O-1", 2027, "");
        step(agreement, "PAYMENT", "2027-04-05", "P-1", 2027, "");
    }

    private void step(String agreement, String kind, String day, String number, int year, String remark) {
        stage.does("finance", agreement, "Task_PayInstalment", answer(kind, day, number, year, remark));
    }

    private String toldOfStep(String agreement, String kind, String day, int year, String remark) {
        return stage.toldWhen("finance", agreement, "Task_PayInstalment", answer(kind, day, "N-1", year, remark));
    }

    private static Map<String, Object> answer(String kind, String day, String number, int year, String remark) {
        return Map.of("step", kind, "doneOn", day, "number", number, "budgetYear", year, "remark", remark);
    }

    private void reports(String agreement) {
        reports.submit(agreement, document(agreement), document(agreement), Dirhams.of(58_000), "Amina Idrissi");
    }

    private FilePosition held(String agreement) {
        Agreement found = agreements.required(agreement);
        return envelopes.position(found.call(), found.application());
    }

    private UUID document(String owner) {
        byte[] text = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return documents
                .store("document.pdf", "application/pdf", new ByteArrayInputStream(text), owner)
                .id();
    }

    private static void refused(String name, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        AgreementRefusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("refusal.agreement." + name));
    }
}
