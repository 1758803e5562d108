package ma.tansiq.committee.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import ma.tansiq.engine.KeyFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals votes until they are counted, under a key that the database never sees: {@code TANSIQ_BALLOT_KEY} (32 bytes in
 * Base64), else a file of the data directory that only its owner reads. All envelopes have the same length, no two are
 * alike, and each opens only as that of its ballot and seat.
 */
@Component
class BallotSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyFile keys;
    private final SecureRandom random = new SecureRandom();

    BallotSeal(@Value("${tansiq.ballot-key:}") String setting, @Value("${tansiq.data-directory}") Path dataDirectory) {
        keys = new KeyFile(setting, "TANSIQ_BALLOT_KEY", dataDirectory.resolve("ballot.key"), "secret ballots");
    }

    byte[] seal(UUID ballot, String seat, Choice choice) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, ballot, seat).doFinal(new byte[] {(byte) choice.ordinal()});
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no envelope can be sealed", impossible);
        }
    }

    /** Empty when the envelope was sealed under another key, for another seat, or was changed. */
    Optional<Choice> open(UUID ballot, String seat, byte[] envelope) {
        try {
            byte[] nonce = Arrays.copyOf(envelope, NONCE_BYTES);
            byte[] opened = cipher(Cipher.DECRYPT_MODE, nonce, ballot, seat)
                    .doFinal(envelope, NONCE_BYTES, envelope.length - NONCE_BYTES);
            return Optional.of(Choice.values()[opened[0]]);
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID ballot, String seat) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((ballot + " " + seat).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKeySpec key() {
        return new SecretKeySpec(keys.key(), "AES");
    }
}
