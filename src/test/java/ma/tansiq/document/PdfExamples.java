package ma.tansiq.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDF files that people hand in, made for tests. */
public final class PdfExamples {

    private PdfExamples() {}

    /** One page for each text. */
    public static byte[] pages(String... texts) {
        try (PDDocument document = document(texts)) {
            return bytes(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A page with a script that runs when it opens, and a link. */
    static byte[] active(String text) {
        try (PDDocument document = document(text)) {
            PDActionJavaScript script = new PDActionJavaScript("app.alert('x')");
            document.getDocumentCatalog().setOpenAction(script);
            PDPage page = document.getPage(0);
            page.getCOSObject().setItem("AA", script);
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionURI address = new PDActionURI();
            address.setURI("https://example.org/track");
            link.setAction(address);
            page.getAnnotations().add(link);
            return bytes(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @param password to open it; empty for restrictions alone */
    static byte[] locked(String password) {
        try (PDDocument document = document("secret")) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return bytes(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static PDDocument document(String... texts) throws IOException {
        PDDocument document = new PDDocument();
        for (String text : texts) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText(text);
                content.endText();
            }
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
