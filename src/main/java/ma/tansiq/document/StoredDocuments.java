package ma.tansiq.document;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents and the chunks of their bytes; see {@code V030__stored_document.sql}. */
@Repository
class StoredDocuments {

    /** Bytes of a chunk: what storing or reading one file takes of the heap, whatever its size. */
    static final int CHUNK = 256 * 1024;

    private static final String COLUMNS = "id, owner, name, media_type, size, sha256, stored_at";

    private final JdbcClient database;

    StoredDocuments(JdbcClient database) {
        this.database = database;
    }

    void insert(StoredDocument document, InputStream bytes) throws IOException {
        database.sql("""
                        insert into stored_document (id, owner, name, media_type, size, sha256, chunks, stored_at)
                        values (:id, :owner, :name, :mediaType, :size, :sha256, :chunks, :storedAt)""")
                .param("id", document.id())
                .param("owner", document.owner())
                .param("name", document.name())
                .param("mediaType", document.mediaType())
                .param("size", document.size())
                .param("sha256", document.sha256())
                .param("chunks", (document.size() + CHUNK - 1) / CHUNK)
                .param("storedAt", Timestamp.from(document.storedAt()))
                .update();
        int number = 0;
        for (byte[] chunk = bytes.readNBytes(CHUNK); chunk.length > 0; chunk = bytes.readNBytes(CHUNK)) {
            insertChunk(document.id(), number++, chunk);
        }
    }

    private void insertChunk(UUID document, int number, byte[] bytes) {
        database.sql("insert into stored_document_chunk (document, number, bytes) values (:document, :number, :bytes)")
                .param("document", document)
                .param("number", number)
                .param("bytes", bytes)
                .update();
    }

    Optional<StoredDocument> find(UUID id) {
        return database.sql("select " + COLUMNS + " from stored_document where id = :id")
                .param("id", id)
                .query(StoredDocument.class)
                .optional();
    }

    List<StoredDocument> find(Collection<UUID> ids) {
        return database.sql("select " + COLUMNS + " from stored_document where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(StoredDocument.class)
                .list();
    }

    List<StoredDocument> of(String owner) {
        return database.sql("select " + COLUMNS + " from stored_document where owner = :owner order by stored_at, id")
                .param("owner", owner)
                .query(StoredDocument.class)
                .list();
    }

    int chunksOf(UUID id) {
        return database.sql("select chunks from stored_document where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    byte[] chunk(UUID document, int number) {
        return database.sql("select bytes from stored_document_chunk where document = :document and number = :number")
                .param("document", document)
                .param("number", number)
                .query(byte[].class)
                .single();
    }
}
