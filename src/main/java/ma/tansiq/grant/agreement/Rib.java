package ma.tansiq.grant.agreement;

import java.math.BigInteger;

/** A Moroccan bank account: 24 digits, of which the last two are a key over the others (modulo 97). */
public record Rib(String digits) {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    /** @throws AgreementRefusal when it has another length or its key is wrong; spaces and hyphens are left out */
    public static Rib of(String typed) {
        String digits = typed.replaceAll("[\\s\\u00a0\\u202f-]", "");
        if (!digits.matches("[0-9]{24}")) {
            throw AgreementRefusal.because("ribDigits");
        }
        if (new BigInteger(digits).mod(MODULUS).signum() != 0) {
            throw AgreementRefusal.because("ribKey");
        }
        return new Rib(digits);
    }

    /** As banks write it: {@code 011 780 0000123456789012 34}. */
    @Override
    public String toString() {
        return "%s %s %s %s"
                .formatted(
                        digits.substring(0, 3), digits.substring(3, 6), digits.substring(6, 22), digits.substring(22));
    }
}
