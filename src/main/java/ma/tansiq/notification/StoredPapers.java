package ma.tansiq.notification;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import ma.tansiq.document.Documents;
import ma.tansiq.document.StoredDocument;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** The papers of the document store. */
@Component
class StoredPapers implements Papers {

    private final Documents documents;

    StoredPapers(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Paper open(UUID id) {
        StoredDocument document = documents
                .find(id)
                .orElseThrow(() -> new UnsendableException("document " + id + " is not in the store"));
        try (InputStream content = documents.open(id)) {
            return new Paper(
                    new ByteArrayResource(content.readAllBytes()), document.mediaType(), ending(document.name()));
        } catch (IOException damaged) {
            throw new UnsendableException("document " + id + " cannot be read: " + damaged.getMessage());
        }
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }
}
