package ma.tansiq.grant.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import ma.tansiq.TansiqTest;
import ma.tansiq.document.Documents;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rule E7: bank details change only with proof and four eyes. */
@TansiqTest
class BankAccountsTests {

    /** 22 digits and the key 97 − (those digits × 100 modulo 97), reckoned by hand. */
    private static final String RIB = "011 780 0000123456789012 96";

    @Autowired
    BankAccounts accounts;

    @Autowired
    Documents documents;

    @Test
    void changeCountsWhenASecondPersonHasConfirmedIt() {
        accounts.propose("OMDH", RIB, "OMDH", proof(), "officer");
        assertThat(accounts.current("OMDH")).isEmpty();
        refused("bankFourEyes", () -> accounts.confirm("OMDH", "officer"));
        refused("bankProposed", () -> accounts.propose("OMDH", RIB, "OMDH", proof(), "officer"));

        accounts.confirm("OMDH", "finance");

        assertThat(accounts.current("OMDH").orElseThrow().rib()).hasToString(RIB);
        refused("bankNothingProposed", () -> accounts.confirm("OMDH", "finance"));
    }

    @Test
    void refusedChangeLeavesTheEarlierAccount() {
        accounts.propose("AMPF", RIB, "Titulaire", proof(), "officer");
        accounts.confirm("AMPF", "finance");
        accounts.propose("AMPF", RIB, "Autre", proof(), "officer");
        refused("motive", () -> accounts.refuse("AMPF", "", "finance"));
        accounts.refuse("AMPF", "Le nom diffère", "finance");

        assertThat(accounts.current("AMPF").orElseThrow().holder()).isEqualTo("Titulaire");
        assertThat(accounts.proposed("AMPF")).isEmpty();
    }

    @Test
    void accountsThatCannotBeAreRefused() {
        refused("ribDigits", () -> accounts.propose("OMDH", "123", "OMDH", proof(), "officer"));
        refused("ribDigits", () -> accounts.propose("OMDH", RIB.replace('0', 'O'), "OMDH", proof(), "officer"));
        refused("ribKey", () -> accounts.propose("OMDH", RIB.replace("96", "69"), "OMDH", proof(), "officer"));
        refused("holder", () -> accounts.propose("OMDH", RIB, " ", proof(), "officer"));
        refused("holder", () -> accounts.propose("OMDH", RIB, "x".repeat(201), proof(), "officer"));
    }

    private UUID proof() {
        byte[] text = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return documents
                .store("attestation.pdf", "application/pdf", new ByteArrayInputStream(text), "bank OMDH")
                .id();
    }

    private static void refused(String name, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        AgreementRefusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("refusal.agreement." + name));
    }
}
