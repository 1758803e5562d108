package ma.tansiq.engine;

import java.text.Normalizer;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes the engine's passwords with argon2id, salt included. Unicode is normalised first, so that an Arabic or
 * accented pass phrase is the same from every keyboard.
 */
final class Argon2 implements PasswordEncryptor {

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    @Override
    public String encrypt(String password) {
        return String.valueOf(encoder.encode(normal(password)));
    }

    @Override
    public boolean check(@Nullable String password, @Nullable String encrypted) {
        return password != null && encrypted != null && encoder.matches(normal(password), encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "argon2id";
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
