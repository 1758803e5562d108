package ma.tansiq.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import ma.tansiq.TansiqTest;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TansiqTest
class DemonstrationAccountsTests {

    @Autowired
    Accounts accounts;

    @Autowired
    IdentityService identity;

    @Autowired
    DemonstrationAccounts demonstration;

    @Test
    void everyPromisedPersonCanSignIn() {
        List<String> promised = List.of(
                "sec.cp1",
                "chair.cp11",
                "m1.cp1",
                "m3.cp11",
                "obs1.cp7",
                "alt1.cp11",
                "sec.copil",
                "chair.copil",
                "m5.copil",
                "sec.ci",
                "chair.ci",
                "m3.ci",
                "coord",
                "officer",
                "officer2",
                "eval4",
                "select3",
                "ordo",
                "ordo2",
                "appeal1",
                "appeal2",
                "finance",
                "audit",
                "admin");
        assertThat(promised).allSatisfy(id -> {
            assertThat(accounts.find(id)).map(Account::email).contains(id + "@example.org");
            assertThat(identity.checkPassword(id, "tansiq-demo")).as(id).isTrue();
        });
    }

    @Test
    void nobodyHasTheNameOfAnother() {
        List<String> names = Cast.accounts().stream().map(Account::name).toList();
        assertThat(names).hasSize(106).doesNotHaveDuplicates();
    }

    @Test
    void seatsAndFunctionsBecomeGroups() {
        assertThat(accounts.groupsOf("sec.cp11")).containsExactly("CP11-secretary");
        assertThat(accounts.groupsOf("chair.copil")).containsExactly("COPIL-chair");
        assertThat(accounts.groupsOf("m2.cp3")).containsExactly("CP3-member");
        assertThat(accounts.groupsOf("obs1.cp11")).containsExactly("CP11-observer");
        assertThat(accounts.groupsOf("alt1.cp11")).containsExactly("CP11-alternate");
        assertThat(accounts.groupsOf("coord")).containsExactly("coordinator");
        assertThat(accounts.groupsOf("audit")).containsExactly("auditor");
        assertThat(accounts.groupsOf("admin")).contains("camunda-admin");
    }

    @Test
    void laterStartsLeaveChangedAccountsAlone() {
        identity.createMembership("eval4", "finance");
        try {
            demonstration.start();
            assertThat(accounts.groupsOf("eval4")).containsExactly("finance", "grant-evaluator");
            assertThat(new HashSet<>(accounts.membersOf("CP5-member"))).hasSize(3);
        } finally {
            identity.deleteMembership("eval4", "finance");
        }
    }
}
