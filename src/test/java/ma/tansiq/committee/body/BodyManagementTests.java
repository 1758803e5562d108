package ma.tansiq.committee.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import ma.tansiq.TansiqTest;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.transaction.annotation.Transactional;

@TansiqTest
@Transactional
class BodyManagementTests {

    @Autowired
    BodyManagement management;

    @Autowired
    Bodies bodies;

    @Autowired
    Memberships memberships;

    @Autowired
    Mandates mandates;

    @Autowired
    Accounts accounts;

    @Autowired
    MessageSource sentences;

    @Autowired
    Clock clock;

    LocalDate today;

    @BeforeEach
    void aNewcomerHasAnAccount() {
        today = LocalDate.now(clock);
        accounts.provision(new Account("newcomer", "Aïcha", "Nouvelle", "newcomer@example.org"), "a long pass phrase");
    }

    @Test
    void treeLeadsFromProgrammesToTheInterministerialCommittee() {
        assertThat(bodies.all())
                .extracting(Body::code)
                .hasSize(13)
                .startsWith("CP1", "CP2")
                .endsWith("COPIL", "CI");
        assertThat(bodies.parentOf("CP11")).map(Body::code).contains("COPIL");
        assertThat(bodies.parentOf("COPIL")).map(Body::code).contains("CI");
        assertThat(bodies.parentOf("CI")).isEmpty();
        assertThat(bodies.childrenOf("COPIL")).hasSize(11);
        assertThat(bodies.find("CP12")).isEmpty();
    }

    @Test
    void endedMandateTakesTheGroupAwayAndLeavesTheSeatVacant() {
        management.end("CP7.m2", today.minusDays(1));

        assertThat(mandates.groupsOf("m2.cp7", today)).isEmpty();
        assertThat(accounts.groupsOf("m2.cp7")).isEmpty();
        assertThat(memberships.openOn("CP7.m2")).hasValueSatisfying(seat -> {
            assertThat(seat.isVacant()).isTrue();
            assertThat(seat.validFrom()).isEqualTo(today);
        });
        assertThat(memberships.bodiesOf("m2.cp7", today.minusDays(1))).containsExactly("CP7");
    }

    @Test
    void mandateStillHoldsOnItsLastDay() {
        management.end("CP7.m2", today);
        assertThat(mandates.groupsOf("m2.cp7", today)).containsExactly("CP7-member");
        assertThat(mandates.groupsOf("m2.cp7", today.plusDays(1))).isEmpty();
    }

    @Test
    void successorIsInTheGroupFromTheFirstDayOn() {
        management.end("CP7.sec", today.minusDays(3));
        management.appoint("CP7.sec", "newcomer", today);

        assertThat(accounts.groupsOf("newcomer")).containsExactly("CP7-secretary");
        assertThat(memberships.holders("CP7", MemberRole.SECRETARY, today.minusDays(1)))
                .isEmpty();
        assertThat(memberships.holders("CP7", MemberRole.SECRETARY, today))
                .extracting(Membership::account)
                .containsExactly("newcomer");
    }

    @Test
    void futureMandateGivesNothingYet() {
        management.end("CP7.sec", today);
        management.appoint("CP7.sec", "newcomer", today.plusDays(10));
        assertThat(accounts.groupsOf("newcomer")).isEmpty();
        assertThat(accounts.groupsOf("sec.cp7")).containsExactly("CP7-secretary");
    }

    @Test
    void interimAloneExercisesTheChairDuringItsDates() {
        management.nameInterim("CP11", "m2.cp11", "Arrêté 12-26", today, today.plusDays(20));

        assertThat(accounts.membersOf("CP11-chair")).extracting(Account::id).containsExactly("m2.cp11");
        assertThat(mandates.groupsOf("chair.cp11", today)).isEmpty();
        assertThat(mandates.groupsOf("chair.cp11", today.plusDays(21))).containsExactly("CP11-chair");
        assertThat(voters("CP11", today)).containsExactly("m2.cp11", "m1.cp11", "m3.cp11");
    }

    @Test
    void viceChairExercisesTheVacantChairOnly() {
        Membership seat = memberships.openOn("CP7.m1").orElseThrow();
        memberships.save(viceChair(seat));
        mandates.refresh(bodies.find("CP7").orElseThrow());
        assertThat(accounts.groupsOf("m1.cp7")).containsExactly("CP7-member");

        management.end("CP7.chair", today.minusDays(1));
        assertThat(accounts.groupsOf("m1.cp7")).containsExactlyInAnyOrder("CP7-chair", "CP7-member");
    }

    @Test
    void partnersAndVacantSeatsDoNotVoteByDefault() {
        assertThat(voters("CP11", today)).containsExactly("chair.cp11", "m1.cp11", "m2.cp11", "m3.cp11");
    }

    @Test
    void partnersVoteWhereTheBodyLetsThem() {
        Body body = bodies.find("CP11").orElseThrow();
        Body open = new Body(
                body.code(),
                body.position(),
                body.nameFr(),
                null,
                null,
                body.level(),
                null,
                null,
                null,
                body.cadenceConfidence(),
                true,
                null);
        assertThat(memberships.votingMembers(open, today))
                .extracting(Membership::account)
                .contains("obs1.cp11");
    }

    @Test
    void currentGroupsJoinMandatesAndFunctions() {
        accounts.provisionGroup("finance", "Finances");
        accounts.assignGroups("m1.cp7", List.of("finance"), java.util.Set.of("finance"));
        assertThat(mandates.of("m1.cp7")).containsExactly("CP7-member", "finance");
    }

    @Test
    void refusesInSentences() {
        management.nameInterim("CI", "m1.ci", "Décret 1", today, today.plusDays(5));

        assertRefused(() -> management.appoint("CP7.m1", "newcomer", today), "Le siège CP7.m1 est occupé par m1.cp7");
        assertRefused(() -> management.appoint("CP7.m9", "newcomer", today), "Le siège CP7.m9 n’existe pas");
        assertRefused(() -> management.appoint("CP11.m4", "nobody", today), "Le compte nobody n’existe pas");
        assertRefused(
                () -> management.appoint("CP11.m4", "newcomer", LocalDate.of(2019, 12, 31)),
                "Le mandat ne peut pas commencer le 31/12/2019 : le siège n’est libre qu’à partir du 01/01/2020");
        assertRefused(() -> management.appoint("CP11.m4", "m1.cp11", today), "m1.cp11 occupe déjà le siège CP11.m1");
        assertRefused(() -> management.end("CP11.m4", today), "Le siège CP11.m4 est vacant");
        assertRefused(() -> management.end("CP11.m1", LocalDate.of(2019, 1, 1)), "Les dates sont inversées");
        assertRefused(() -> management.nameInterim("CP99", "m1.ci", "1", today, today), "L'instance CP99 n'existe pas");
        assertRefused(() -> management.nameInterim("CI", "m2.ci", " ", today, today), "Indiquez le numéro de l’acte");
        assertRefused(
                () -> management.nameInterim("CI", "chair.ci", "2", today, today), "chair.ci occupe la présidence");
        assertRefused(
                () -> management.nameInterim("CI", "m2.ci", "2", today.plusDays(5), today.plusDays(9)),
                "m1.ci assure déjà l’intérim");
        assertRefused(
                () -> management.nameInterim("CI", "m2.ci", "2", today.plusDays(9), today.plusDays(8)),
                "Les dates sont inversées");
    }

    @Test
    void earlyReturnEndsTheInterim() {
        management.nameInterim("CP11", "m2.cp11", "Arrêté 12-26", today.minusDays(3), today.plusDays(20));
        management.endInterim("CP11", today.minusDays(1));
        assertThat(accounts.membersOf("CP11-chair")).extracting(Account::id).containsExactly("chair.cp11");
    }

    private void assertRefused(ThrowingCallable request, String sentence) {
        assertThatExceptionOfType(BodyRefusal.class)
                .isThrownBy(request)
                .satisfies(refusal -> assertThat(
                                sentences.getMessage(refusal.messageKey(), refusal.arguments(), Locale.FRENCH))
                        .startsWith(sentence));
    }

    private List<String> voters(String body, LocalDate date) {
        return memberships.votingMembers(bodies.find(body).orElseThrow(), date).stream()
                .map(Membership::account)
                .toList();
    }

    private static Membership viceChair(Membership seat) {
        return new Membership(
                seat.id(),
                seat.seat(),
                seat.body(),
                MemberRole.VICE_CHAIR,
                seat.organisation(),
                seat.category(),
                seat.account(),
                seat.validFrom(),
                null,
                false,
                null,
                null,
                false,
                seat.version());
    }
}
