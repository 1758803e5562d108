package ma.tansiq.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.springframework.stereotype.Component;

/**
 * Binds PDF files behind a rendered one. Their pages look as they did; nothing of them acts any more: no script, link,
 * form or file that hides in them comes along. The bound file has a bookmark for each part.
 */
@Component
public class PdfBinder {

    public static final String MEDIA_TYPE = "application/pdf";

    private static final Set<String> NEVER_BOUND =
            Set.of("Link", "Widget", "Popup", "FileAttachment", "Movie", "Sound", "Screen", "3D", "RichMedia");
    private static final List<COSName> PAGE_EXTRAS = List.of(
            COSName.AA,
            COSName.STRUCT_PARENTS,
            COSName.METADATA,
            COSName.getPDFName("Thumb"),
            COSName.getPDFName("B"),
            COSName.getPDFName("PieceInfo"));
    private static final List<COSName> ANNOTATION_EXTRAS = List.of(
            COSName.A,
            COSName.AA,
            COSName.DEST,
            COSName.P,
            COSName.PARENT,
            COSName.STRUCT_PARENT,
            COSName.getPDFName("Popup"),
            COSName.getPDFName("IRT"));

    private final Documents documents;

    PdfBinder(Documents documents) {
        this.documents = documents;
    }

    /** @param title of its bookmark */
    public record Part(String title, UUID document) {}

    /**
     * How many pages a file would bring.
     *
     * @param name to be said in a refusal
     * @throws DocumentRefusal for a file that is protected, or that cannot be bound
     */
    public int pagesOf(String name, InputStream content) {
        try (PDDocument part = Loader.loadPDF(new RandomAccessReadBuffer(content));
                PDDocument trial = new PDDocument()) {
            if (part.isEncrypted()) {
                throw DocumentRefusal.locked(name);
            }
            append(part, trial);
            trial.save(OutputStream.nullOutputStream());
            if (part.getNumberOfPages() == 0) {
                throw DocumentRefusal.damaged(name);
            }
            return part.getNumberOfPages();
        } catch (DocumentRefusal refusal) {
            throw refusal;
        } catch (InvalidPasswordException locked) {
            throw DocumentRefusal.locked(name);
        } catch (IOException | RuntimeException damaged) {
            throw DocumentRefusal.damaged(name);
        }
    }

    /** How many pages a rendered file has. */
    public int pagesOf(byte[] rendered) {
        try (PDDocument document = Loader.loadPDF(rendered)) {
            return document.getNumberOfPages();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * The rendered file with the pages of the others behind it, in that order. Since those bring no tags, the whole does
     * not claim PDF/UA.
     *
     * @param createdAt instant that the file bears
     */
    public byte[] bind(byte[] front, List<Part> parts, Instant createdAt) {
        List<PDDocument> open = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument bound = Loader.loadPDF(front)) {
            PDDocumentOutline outline = new PDDocumentOutline();
            bound.getDocumentCatalog().setDocumentOutline(outline);
            for (Part each : parts) {
                PDDocument part = load(each);
                open.add(part);
                bookmark(outline, each.title(), append(part, bound));
            }
            PdfProperties.claimNothing(bound);
            bound.setDocumentId(createdAt.toEpochMilli());
            bound.save(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            open.forEach(PdfBinder::close);
        }
        return bytes.toByteArray();
    }

    private PDDocument load(Part part) throws IOException {
        try (InputStream content = documents.open(part.document())) {
            return Loader.loadPDF(new RandomAccessReadBuffer(content));
        }
    }

    /** Answers the first page as it stands in the bound file. */
    private static PDPage append(PDDocument part, PDDocument bound) throws IOException {
        PDAcroForm form = part.getDocumentCatalog().getAcroForm();
        if (form != null) {
            form.flatten();
        }
        int first = bound.getNumberOfPages();
        for (PDPage page : part.getPages()) {
            PDPage imported = bound.importPage(page);
            PAGE_EXTRAS.forEach(imported.getCOSObject()::removeItem);
            imported.getCOSObject().setItem(COSName.ANNOTS, inert(page));
        }
        return bound.getPage(first);
    }

    /** What was written on the page beside its content: marks, stamps and notes, as they look. */
    private static COSArray inert(PDPage page) {
        COSArray kept = new COSArray();
        COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        if (annotations == null) {
            return kept;
        }
        for (int i = 0; i < annotations.size(); i++) {
            COSBase each = annotations.getObject(i);
            if (each instanceof COSDictionary annotation
                    && !NEVER_BOUND.contains(String.valueOf(annotation.getNameAsString(COSName.SUBTYPE)))) {
                COSDictionary copy = new COSDictionary(annotation);
                ANNOTATION_EXTRAS.forEach(copy::removeItem);
                kept.add(copy);
            }
        }
        return kept;
    }

    private static void bookmark(PDDocumentOutline outline, String title, PDPage page) {
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(page);
        outline.addLast(item);
    }

    private static void close(PDDocument document) {
        try {
            document.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
