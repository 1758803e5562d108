package ma.tansiq.document;

import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands out stored documents, always to be saved, never shown in our origin. A document that the reader may not see
 * answers as one that does not exist.
 */
@Controller
class DocumentPage {

    private final Documents documents;
    private final List<DocumentAccess> access;

    DocumentPage(Documents documents, List<DocumentAccess> access) {
        this.documents = documents;
        this.access = access;
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<Resource> download(@PathVariable UUID id, @Nullable Principal reader) {
        StoredDocument document = documents
                .find(id)
                .filter(found -> reader != null && mayRead(found, reader.getName()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.of(document.name()).asAttachment())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.size())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + document.sha256() + "\"")
                .body(new InputStreamResource(() -> documents.open(id)));
    }

    private boolean mayRead(StoredDocument document, String account) {
        return access.stream().anyMatch(rule -> rule.mayRead(document, account));
    }
}
