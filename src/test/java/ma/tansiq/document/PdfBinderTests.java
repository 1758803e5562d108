package ma.tansiq.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import ma.tansiq.TansiqTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TansiqTest
class PdfBinderTests {

    private static final Instant AT = Instant.parse("2026-11-24T09:00:00Z");

    @Autowired
    PdfBinder binder;

    @Autowired
    Documents documents;

    @Test
    void bindsPagesInOrderWithABookmarkForEachPart() throws IOException {
        UUID note = stored("note.pdf", PdfExamples.pages("note 1", "note 2"));
        UUID annex = stored("annexe.pdf", PdfExamples.pages("annexe"));

        byte[] bound = binder.bind(
                PdfExamples.pages("front"),
                List.of(new PdfBinder.Part("Note", note), new PdfBinder.Part("Annexe", annex)),
                AT);

        assertThat(PdfExamples.text(bound).lines()).containsExactly("front", "note 1", "note 2", "annexe");
        try (PDDocument document = Loader.loadPDF(bound)) {
            var bookmarks = document.getDocumentCatalog().getDocumentOutline().children();
            assertThat(bookmarks).extracting(item -> item.getTitle()).containsExactly("Note", "Annexe");
            assertThat(bookmarks)
                    .extracting(item -> document.getPages().indexOf(item.findDestinationPage(document)))
                    .containsExactly(1, 3);
        }
    }

    @Test
    void nothingThatIsBoundActs() throws IOException {
        UUID active = stored("actif.pdf", PdfExamples.active("regardez"));

        byte[] bound = binder.bind(PdfExamples.pages("front"), List.of(new PdfBinder.Part("Actif", active)), AT);

        assertThat(PdfExamples.text(bound)).contains("regardez");
        assertThat(new String(bound, StandardCharsets.ISO_8859_1)).doesNotContain("example.org", "app.alert");
        try (PDDocument document = Loader.loadPDF(bound)) {
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getPage(1).getAnnotations()).isEmpty();
            assertThat(document.getPage(1).getCOSObject().containsKey(COSName.AA))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mot de passe"})
    void protectedFilesAreRefused(String password) {
        assertRefused(PdfExamples.locked(password), "locked");
    }

    @Test
    void damagedFilesAreRefused() {
        byte[] whole = PdfExamples.pages("a", "b");

        assertRefused(Arrays.copyOf(whole, 40), "damaged");
        assertRefused("%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8), "damaged");
    }

    @Test
    void countsThePagesOfAWholeFile() {
        assertThat(binder.pagesOf("a.pdf", new ByteArrayInputStream(PdfExamples.pages("a", "b", "c"))))
                .isEqualTo(3);
    }

    private void assertRefused(byte[] pdf, String reason) {
        assertThatThrownBy(() -> binder.pagesOf("a.pdf", new ByteArrayInputStream(pdf)))
                .extracting("messageKey")
                .isEqualTo("refusal.document." + reason);
    }

    private UUID stored(String name, byte[] pdf) {
        return documents
                .store(name, "application/pdf", new ByteArrayInputStream(pdf), "PdfBinderTests")
                .id();
    }
}
