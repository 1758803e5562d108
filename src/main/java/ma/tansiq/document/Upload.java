package ma.tansiq.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.util.unit.DataSize;

/** Bytes on their way in: kept in a temporary file, measured and hashed as they arrive. */
final class Upload implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final MessageDigest digest = sha256();
    private long size;

    private Upload(Path file) {
        this.file = file;
    }

    /** Receives at most that many bytes; refuses the rest without reading on. */
    static Upload receive(FileName name, InputStream content, DataSize limit) {
        Upload upload = new Upload(temporaryFile());
        try {
            upload.copy(name, content, limit);
            return upload;
        } catch (RuntimeException failed) {
            upload.close();
            throw failed;
        }
    }

    private void copy(FileName name, InputStream content, DataSize limit) {
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = read(name, content, buffer); read >= 0; read = read(name, content, buffer)) {
                size += read;
                if (size > limit.toBytes()) {
                    throw DocumentRefusal.tooLarge(name.value(), limit);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        } catch (IOException diskFailed) {
            throw new UncheckedIOException(diskFailed);
        }
        if (size == 0) {
            throw DocumentRefusal.empty(name.value());
        }
    }

    private static int read(FileName name, InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException brokenOff) {
            throw DocumentRefusal.interrupted(name.value());
        }
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    /** To be asked once. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("tansiq-upload-", ".part");
        } catch (IOException diskFailed) {
            throw new UncheckedIOException(diskFailed);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException diskFailed) {
            throw new UncheckedIOException(diskFailed);
        }
    }
}
