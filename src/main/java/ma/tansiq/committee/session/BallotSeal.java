package ma.tansiq.committee.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals votes until they are counted, under a key that the database never sees: {@code TANSIQ_BALLOT_KEY} (32 bytes in
 * Base64), else a file of the data directory that only its owner reads. All envelopes have the same length, no two are
 * alike, and each opens only as that of its ballot and seat.
 */
@Component
class BallotSeal {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final String setting;
    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private @Nullable SecretKeySpec key;

    BallotSeal(@Value("${tansiq.ballot-key:}") String setting, @Value("${tansiq.data-directory}") Path dataDirectory) {
        this.setting = setting;
        this.file = dataDirectory.resolve("ballot.key");
        if (!setting.isBlank()) {
            key = key(setting, "TANSIQ_BALLOT_KEY");
        }
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

    private synchronized SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = key(fromFile(), file.getFileName().toString());
            key = known;
        }
        return known;
    }

    private String fromFile() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            boolean owned =
                    Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
            if (!Files.exists(file)) {
                create(owned);
            }
            if (owned && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException(
                        "The key of secret ballots is readable by others: chmod 600 " + file.getFileName());
            }
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whoever comes second uses the key of whoever came first. */
    private void create(boolean owned) throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        Path written = owned
                ? Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "ballot",
                        ".new",
                        PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : Files.createTempFile(file.toAbsolutePath().getParent(), "ballot", ".new");
        Files.writeString(written, Base64.getEncoder().encodeToString(fresh));
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException first) {
            return;
        } finally {
            Files.delete(written);
        }
    }

    private static SecretKeySpec key(String base64, String source) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(source + " is not Base64", notBase64);
        }
        throw new IllegalStateException(source + " must be " + KEY_BYTES + " bytes in Base64");
    }
}
