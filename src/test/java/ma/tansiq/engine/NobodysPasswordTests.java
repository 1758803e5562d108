package ma.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An account that does not exist takes as long to refuse as one that does. */
class NobodysPasswordTests {

    private final Argon2 argon2 = new Argon2();

    @Test
    void isHashedAsEveryOther() {
        String real = argon2.encrypt("a long pass phrase");

        assertThat(Accounts.NOBODYS_PASSWORD).hasSameSizeAs(real).startsWith(parameters(real));
        assertThat(argon2.check("nobody", Accounts.NOBODYS_PASSWORD)).isFalse();
    }

    private static String parameters(String hash) {
        return hash.substring(0, hash.indexOf("p=1$") + 4);
    }
}
