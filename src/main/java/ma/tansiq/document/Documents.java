package ma.tansiq.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files kept in the database, in the caller's transaction: a rollback leaves nothing behind. Neither storing nor reading
 * holds a whole file in memory. What is stored never changes and is never removed.
 */
@Component
public class Documents {

    private final StoredDocuments rows;
    private final ContentCheck contentCheck;
    private final DocumentSettings settings;
    private final Clock clock;

    Documents(StoredDocuments rows, ContentCheck contentCheck, DocumentSettings settings, Clock clock) {
        this.rows = rows;
        this.contentCheck = contentCheck;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores a file after having looked at its bytes: they must be what the name's ending says, of a type that is
     * allowed, within the limits. The caller closes the stream.
     *
     * @param name as the person named it, without a path
     * @param declaredType media type that the sender claims; empty when it claims none
     * @param owner reference of the thing it belongs to
     * @throws DocumentRefusal with a sentence for each thing that can be wrong
     */
    @Transactional
    public StoredDocument store(String name, String declaredType, InputStream content, String owner) {
        FileName fileName = FileName.of(name);
        DocumentType type = fileName.type();
        refuseContradiction(fileName, type, declaredType);
        try (Upload upload = Upload.receive(fileName, content, settings.maximumSize())) {
            contentCheck.check(fileName, type, upload.file());
            return keep(fileName, type, upload, owner);
        }
    }

    /** Stores a file that somebody hands in, under the same conditions. */
    @Transactional
    public StoredDocument store(Incoming file, String owner) {
        return store(file.name(), file.declaredType(), file.content(), owner);
    }

    /** The description of a document. */
    public Optional<StoredDocument> find(UUID id) {
        return rows.find(id);
    }

    /** The descriptions of those documents that there are. */
    public Map<UUID, StoredDocument> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.find(ids).stream().collect(Collectors.toMap(StoredDocument::id, Function.identity()));
    }

    /** The documents of that owner, oldest first. */
    public List<StoredDocument> of(String owner) {
        return rows.of(owner);
    }

    /**
     * The bytes, read as they are asked for. The SHA-256 is verified before the last part is handed out: a stream that
     * ends without an {@link IOException} gave exactly what was stored.
     */
    public InputStream open(UUID id) {
        StoredDocument document = find(id).orElseThrow(() -> DocumentRefusal.unknown(id));
        return new VerifiedStream(document, rows.chunksOf(id), number -> rows.chunk(id, number));
    }

    private StoredDocument keep(FileName name, DocumentType type, Upload upload, String owner) {
        StoredDocument document = new StoredDocument(
                UUID.randomUUID(),
                owner,
                name.value(),
                type.mediaType(),
                upload.size(),
                upload.sha256Hex(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        try (InputStream bytes = Files.newInputStream(upload.file())) {
            rows.insert(document, bytes);
        } catch (IOException diskFailed) {
            throw new UncheckedIOException(diskFailed);
        }
        return document;
    }

    private static void refuseContradiction(FileName name, DocumentType type, String declaredType) {
        String declared = declaredType.split(";", 2)[0].strip();
        DocumentType.ofMediaType(declared)
                .filter(other -> other != type && !(other.isText() && type.isText()))
                .ifPresent(other -> {
                    throw DocumentRefusal.declaredOtherwise(name.value(), declared);
                });
    }
}
