package ma.tansiq.committee.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.identity.AdminChange;
import ma.tansiq.identity.AdminChanges;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
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
    AdminChanges changes;

    @Autowired
    TaskService tasks;

    @Autowired
    CommitteeStage stage;

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
        management.end("CP7.m2", today.minusDays(1), "admin");

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
        management.end("CP7.m2", today, "admin");
        assertThat(mandates.groupsOf("m2.cp7", today)).containsExactly("CP7-member");
        assertThat(mandates.groupsOf("m2.cp7", today.plusDays(1))).isEmpty();
    }

    @Test
    void successorIsInTheGroupFromTheFirstDayOn() {
        management.end("CP7.sec", today.minusDays(3), "admin");
        management.appoint("CP7.sec", "newcomer", today, "admin");

        assertThat(accounts.groupsOf("newcomer")).containsExactly("CP7-secretary");
        assertThat(memberships.holders("CP7", MemberRole.SECRETARY, today.minusDays(1)))
                .isEmpty();
        assertThat(memberships.holders("CP7", MemberRole.SECRETARY, today))
                .extracting(Membership::account)
                .containsExactly("newcomer");
    }

    /** Groups are brought in step when time passes such a day, and left alone otherwise. */
    @Test
    void groupsChangeOnTheFirstDayOfAMandateAndOnTheDayAfterItsLast() {
        LocalDate first = today.plusDays(40_000);
        LocalDate last = first.plusDays(4);
        management.nameInterim("CP7", "m1.cp7", "n° 1", first, last, "admin");

        assertThat(memberships.changeBetween(first.minusDays(5), first.minusDays(1)))
                .isFalse();
        assertThat(memberships.changeBetween(first.minusDays(1), first)).isTrue();
        assertThat(memberships.changeBetween(first, last)).isFalse();
        assertThat(memberships.changeBetween(last, last.plusDays(1))).isTrue();
        assertThat(memberships.changeBetween(last.plusDays(1), last.plusDays(9)))
                .isFalse();
        assertThat(memberships.changeBetween(first.minusDays(30), last.plusDays(30)))
                .isTrue();
    }

    @Test
    void futureMandateGivesNothingYet() {
        management.end("CP7.sec", today, "admin");
        management.appoint("CP7.sec", "newcomer", today.plusDays(10), "admin");
        assertThat(accounts.groupsOf("newcomer")).isEmpty();
        assertThat(accounts.groupsOf("sec.cp7")).containsExactly("CP7-secretary");
    }

    @Test
    void interimAloneExercisesTheChairDuringItsDates() {
        management.nameInterim("CP11", "m2.cp11", "Arrêté 12-26", today, today.plusDays(20), "admin");

        assertThat(accounts.membersOf("CP11-chair")).extracting(Account::id).containsExactly("m2.cp11");
        assertThat(mandates.groupsOf("chair.cp11", today))
                .as("still a member, who reads and reviews")
                .containsExactly("CP11-member");
        assertThat(mandates.groupsOf("chair.cp11", today.plusDays(21))).containsExactly("CP11-chair");
        assertThat(voters("CP11", today)).containsExactly("m2.cp11", "m1.cp11", "m3.cp11");
    }

    @Test
    void viceChairExercisesTheVacantChairOnly() {
        Membership seat = memberships.openOn("CP7.m1").orElseThrow();
        memberships.save(viceChair(seat));
        mandates.refresh(bodies.find("CP7").orElseThrow());
        assertThat(accounts.groupsOf("m1.cp7")).containsExactly("CP7-member");

        management.end("CP7.chair", today.minusDays(1), "admin");
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
                null,
                body.rules(),
                body.process(),
                null,
                null,
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
        management.nameInterim("CI", "m1.ci", "Décret 1", today, today.plusDays(5), "admin");

        assertRefused(
                () -> management.appoint("CP7.m1", "newcomer", today, "admin"),
                "Le siège CP7.m1 est occupé par " + nameOf("m1.cp7") + ".");
        assertRefused(() -> management.appoint("CP7.m9", "newcomer", today, "admin"), "Le siège CP7.m9 n’existe pas");
        assertRefused(() -> management.appoint("CP11.m4", "nobody", today, "admin"), "Le compte nobody n’existe pas");
        assertRefused(
                () -> management.appoint("CP11.m4", "newcomer", LocalDate.of(2019, 12, 31), "admin"),
                "Le mandat ne peut pas commencer le 31/12/2019 : le siège n’est libre qu’à partir du 01/01/2020");
        assertRefused(
                () -> management.appoint("CP11.m4", "m1.cp11", today, "admin"),
                nameOf("m1.cp11") + " occupe déjà le siège CP11.m1");
        assertRefused(() -> management.end("CP11.m4", today, "admin"), "Le siège CP11.m4 est vacant");
        assertRefused(() -> management.end("CP11.m1", LocalDate.of(2019, 1, 1), "admin"), "Les dates sont inversées");
        assertRefused(
                () -> management.nameInterim("CP99", "m1.ci", "1", today, today, "admin"),
                "L’instance CP99 n’existe pas");
        assertRefused(
                () -> management.nameInterim("CI", "m2.ci", " ", today.plusDays(9), today.plusDays(9), "admin"),
                "Indiquez le numéro de l’acte");
        assertRefused(
                () -> management.nameInterim("CI", "chair.ci", "2", today.plusDays(9), today.plusDays(9), "admin"),
                nameOf("chair.ci") + " occupe la présidence");
        assertRefused(
                () -> management.nameInterim("CI", "m2.ci", "2", today.plusDays(5), today.plusDays(9), "admin"),
                nameOf("m1.ci") + " assure déjà l’intérim");
        assertRefused(
                () -> management.nameInterim("CI", "m2.ci", "2", today.plusDays(9), today.plusDays(8), "admin"),
                "Les dates sont inversées");
    }

    @Test
    void earlyReturnEndsTheInterim() {
        management.nameInterim("CP11", "m2.cp11", "Arrêté 12-26", today.minusDays(3), today.plusDays(20), "admin");
        management.endInterim("CP11", today.minusDays(1), "admin");
        assertThat(accounts.membersOf("CP11-chair")).extracting(Account::id).containsExactly("chair.cp11");
    }

    @Test
    void taskStaysWithWhoeverIsStillInOneOfTheGroupsItIsOfferedTo() {
        management.nameInterim("CP7", "m2.cp7", "Décision 3", today.minusDays(3), today.plusDays(9), "admin");
        assertThat(mandates.groupsOf("m2.cp7", today)).containsExactly("CP7-chair", "CP7-member");
        Task both = taken("m2.cp7", "CP7-chair", "CP7-member");
        Task chairs = taken("m2.cp7", "CP7-chair");

        management.endInterim("CP7", today.minusDays(1), "admin");

        assertThat(assignee(both)).as("a member may still do it").isEqualTo("m2.cp7");
        assertThat(assignee(chairs)).as("an office that is lost").isNull();

        management.end("CP7.m2", today.minusDays(1), "admin");
        assertThat(assignee(both)).as("the last of its groups is lost").isNull();
    }

    private Task taken(String account, String... groups) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(stage.open("CP7"))
                .singleResult();
        tasks.deleteCandidateGroup(task.getId(), "CP7-secretary");
        List.of(groups).forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        tasks.setAssignee(task.getId(), account);
        return task;
    }

    private @Nullable String assignee(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    @Test
    void everyChangeOfASeatIsOnRecordWithWhoMadeIt() {
        management.appoint("CP11.m4", "newcomer", today, "admin");
        management.end("CP11.m4", today.plusDays(1), "coord");
        management.nameInterim("CP11", "m2.cp11", "Arrêté 12-26", today, today.plusDays(20), "admin");
        management.endInterim("CP11", today.plusDays(2), "admin");

        assertThat(changes.about(Set.of("CP11.m4", "CP11.chair"), 10))
                .extracting(AdminChange::account, AdminChange::subject, AdminChange::what, AdminChange::act)
                .containsExactly(
                        tuple("admin", "CP11.chair", "INTERIM_ENDED", "Arrêté 12-26"),
                        tuple("admin", "CP11.chair", "INTERIM_NAMED", "Arrêté 12-26"),
                        tuple("coord", "CP11.m4", "MANDATE_ENDED", null),
                        tuple("admin", "CP11.m4", "APPOINTED", null));
        assertThat(changes.about(Set.of("CP11.m4"), 10))
                .extracting(AdminChange::after)
                .allSatisfy(after -> assertThat(after).matches(".*\\d{2}/\\d{2}/\\d{4}"));
        assertRefused(() -> management.appoint("CP11.m4", "nobody", today, "admin"), "Le compte nobody");
        assertThat(changes.about(Set.of("CP11.m4"), 10)).as("a refused change").hasSize(2);
    }

    @Test
    void seatsComeInTheOrderThatPeopleCountIn() {
        Membership second = memberships.openOn("CP7.m2").orElseThrow();
        memberships.save(numbered(second, "CP7.m10"));
        memberships.save(numbered(second, "CP7.m11"));

        assertThat(memberships.ofBody("CP7").stream()
                        .filter(each -> each.role() == MemberRole.FULL_MEMBER)
                        .map(Membership::seat))
                .containsSubsequence("CP7.m1", "CP7.m2", "CP7.m3", "CP7.m10", "CP7.m11");
        assertThat(memberships.activeOn(today).stream().map(Membership::body).distinct())
                .containsSubsequence("CP2", "CP10", "CP11", "COPIL");
        assertThat(memberships.ofBody("CP7").get(0).role()).isEqualTo(MemberRole.CHAIR);
    }

    private static Membership numbered(Membership seat, String number) {
        return new Membership(
                UUID.randomUUID(),
                number,
                seat.body(),
                seat.role(),
                seat.organisation(),
                seat.category(),
                null,
                seat.validFrom(),
                null,
                false,
                null,
                null,
                false,
                0);
    }

    private String nameOf(String account) {
        return accounts.find(account).orElseThrow().name();
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
