package ma.tansiq.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A file as it was stored; neither this description nor the bytes ever change.
 *
 * @param owner reference of the thing it belongs to, {@code CP11-2026-03}
 * @param name file name shown to people; free of paths, control and direction-changing characters
 * @param mediaType what the bytes were found to be, not what the sender said
 * @param size in bytes
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 */
public record StoredDocument(
        UUID id, String owner, String name, String mediaType, long size, String sha256, Instant storedAt) {}
