package ma.tansiq.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import ma.tansiq.TansiqTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TansiqTest
class DocumentsTests {

    @Autowired
    Documents documents;

    @Autowired
    StoredDocuments rows;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void givesBackWhatWasStoredWithItsHash() throws IOException {
        String owner = owner();
        StoredDocument stored = store("Note d'août.txt", "abc", owner);

        // FIPS 180-2, appendix B.1
        assertThat(stored.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(stored.mediaType()).isEqualTo("text/plain");
        assertThat(stored.size()).isEqualTo(3);
        assertThat(documents.find(stored.id())).contains(stored);
        assertThat(documents.of(owner)).containsExactly(stored);
        try (InputStream bytes = documents.open(stored.id())) {
            assertThat(bytes).hasContent("abc");
        }
    }

    @Test
    void listsTheDocumentsOfThatOwnerOnly() {
        String owner = owner();
        StoredDocument first = store("1.txt", "a", owner);
        StoredDocument second = store("2.txt", "b", owner);
        store("3.txt", "c", owner());

        assertThat(documents.of(owner)).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void leavesNothingBehindWhenTheCallerRollsBack() {
        String owner = owner();

        transaction.executeWithoutResult(status -> {
            store("note.txt", "abc", owner);
            status.setRollbackOnly();
        });

        assertThat(documents.of(owner)).isEmpty();
    }

    @Test
    void storesAndReadsALargeFileInSmallPieces() throws IOException {
        long size = 20L << 20;
        StoredDocument stored = documents.store("grand.txt", "text/plain", new RepeatedText(size), owner());

        assertThat(stored.size()).isEqualTo(size);
        assertThat(rows.chunksOf(stored.id())).isEqualTo(80);
        try (InputStream bytes = documents.open(stored.id())) {
            assertThat(hash(bytes)).isEqualTo(stored.sha256());
        }
    }

    @Test
    void refusesOneByteMoreThanTheLimitAndReadsNoFurther() {
        RepeatedText endless = new RepeatedText(Long.MAX_VALUE);

        assertThatThrownBy(() -> documents.store("grand.txt", "text/plain", endless, owner()))
                .extracting("messageKey")
                .isEqualTo("refusal.document.too-large");
        assertThat(endless.given()).isLessThan(21L << 20);
        assertThatThrownBy(() -> documents.store("g.txt", "", new RepeatedText((20L << 20) + 1), owner()))
                .extracting("messageKey")
                .isEqualTo("refusal.document.too-large");
    }

    @Test
    void refusesEmptyContradictoryAndInterruptedFiles() {
        assertThatThrownBy(() -> store("note.txt", "", owner()))
                .extracting("messageKey")
                .isEqualTo("refusal.document.empty");
        assertThatThrownBy(() -> documents.store("note.txt", "image/png", content("abc"), owner()))
                .extracting("messageKey")
                .isEqualTo("refusal.document.declared-otherwise");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> documents.store("note.txt", "", broken, owner()))
                .extracting("messageKey")
                .isEqualTo("refusal.document.interrupted");
    }

    @Test
    void rowsNeverChange() {
        UUID id = store("note.txt", "abc", owner()).id();

        assertRefused("update stored_document set name = 'other.txt' where id = :id", id);
        assertRefused("delete from stored_document where id = :id", id);
        assertRefused("update stored_document_chunk set bytes = 'x' where document = :id", id);
        assertRefused("delete from stored_document_chunk where document = :id", id);
        assertRefused("insert into stored_document_chunk values (:id, 1, 'x')", id);
    }

    @Test
    void aDocumentWithoutAllItsBytesIsNotCommitted() {
        UUID id = UUID.randomUUID();

        assertRefused("""
                insert into stored_document (id, owner, name, media_type, size, sha256, chunks, stored_at)
                values (:id, 'T', 'a.txt', 'text/plain', 3, repeat('0', 64), 1, now())""", id);
    }

    @Test
    void bytesThatDoNotHaveTheStoredHashAreNotHandedOut() {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            execute("""
                    insert into stored_document (id, owner, name, media_type, size, sha256, chunks, stored_at)
                    values (:id, 'T', 'a.txt', 'text/plain', 3, repeat('0', 64), 1, now())""", id);
            execute("insert into stored_document_chunk values (:id, 0, 'abc')", id);
        });

        assertThatThrownBy(() -> documents.open(id).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void openingAnUnknownDocumentSaysSo() {
        assertThatThrownBy(() -> documents.open(UUID.randomUUID()))
                .extracting("messageKey")
                .isEqualTo("refusal.document.unknown");
    }

    private void assertRefused(String statement, UUID id) {
        assertThatThrownBy(() -> execute(statement, id)).isInstanceOf(DataAccessException.class);
    }

    private void execute(String statement, UUID id) {
        database.sql(statement).param("id", id).update();
    }

    private StoredDocument store(String name, String text, String owner) {
        return documents.store(name, "text/plain", content(text), owner);
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String owner() {
        return "TEST-" + UUID.randomUUID();
    }

    private static String hash(InputStream bytes) throws IOException {
        MessageDigest digest = Upload.sha256();
        byte[] buffer = new byte[8192];
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Plain text of any length that takes no memory. */
    private static final class RepeatedText extends InputStream {

        private final long length;
        private long given;

        RepeatedText(long length) {
            this.length = length;
        }

        long given() {
            return given;
        }

        @Override
        public int read() {
            return given >= length ? -1 : "texte sans fin\n".charAt((int) (given++ % 15));
        }
    }
}
