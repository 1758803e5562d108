package ma.tansiq.identity;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a password must be: long enough, and not one that anybody would try first. No rules about kinds of characters. */
final class PasswordRule {

    static final int LEAST = 12;
    static final int MOST = 256;

    private static final Set<String> KNOWN = Set.of(
            "tansiq-demo",
            "motdepasse",
            "password",
            "azerty",
            "qwerty",
            "123456",
            "camunda",
            "tansiq",
            "administrateur");

    private PasswordRule() {}

    static void check(String account, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST) {
            throw IdentityRefusal.passwordTooShort(LEAST);
        }
        if (length > MOST) {
            throw IdentityRefusal.passwordTooLong(MOST);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        boolean guessable = Stream.concat(KNOWN.stream(), Stream.of(account.toLowerCase(Locale.ROOT)))
                .anyMatch(known -> plain.replace(known, "").length() < 6);
        if (guessable || plain.chars().distinct().count() < 5) {
            throw IdentityRefusal.passwordKnown();
        }
    }
}
