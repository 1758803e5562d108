package ma.tansiq.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that the database never sees: a setting (32 bytes in Base64), else a file of the data directory that only its owner
 * reads, made when it is first needed.
 */
public final class KeyFile {

    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final String purpose;
    private byte @Nullable [] key;

    /**
     * @param setting empty when the file is to be used; a wrong one is refused at once
     * @param variable environment variable that the setting comes from
     * @param purpose what the key is for, as its owner reads it
     */
    public KeyFile(String setting, String variable, Path file, String purpose) {
        this.file = file;
        this.purpose = purpose;
        if (!setting.isBlank()) {
            key = decoded(setting, variable);
        }
    }

    public synchronized byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = decoded(read(), String.valueOf(file.getFileName()));
            key = known;
        }
        return known.clone();
    }

    private String read() {
        try {
            Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Files.createDirectories(directory);
            boolean owned = Files.getFileStore(directory).supportsFileAttributeView("posix");
            if (!Files.exists(file)) {
                create(directory, owned);
            }
            if (owned && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException(
                        "The key of " + purpose + " is readable by others: chmod 600 " + file.getFileName());
            }
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whoever comes second uses the key of whoever came first. */
    private void create(Path directory, boolean owned) throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        Path written = owned
                ? Files.createTempFile(directory, "key", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : Files.createTempFile(directory, "key", ".new");
        Files.writeString(written, Base64.getEncoder().encodeToString(fresh));
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException first) {
            return;
        } finally {
            Files.delete(written);
        }
    }

    private static byte[] decoded(String base64, String source) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(source + " is not Base64", notBase64);
        }
        throw new IllegalStateException(source + " must be " + KEY_BYTES + " bytes in Base64");
    }
}
