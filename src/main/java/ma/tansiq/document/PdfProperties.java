package ma.tansiq.document;

import java.io.IOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import ma.tansiq.LegalTime;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Writes the properties of a PDF so that they depend on nothing but what it is about. */
final class PdfProperties {

    private PdfProperties() {}

    static void write(PDDocument document, PdfDetails details, Locale language) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(details.title());
        information.setAuthor(details.author());
        information.setSubject(details.reference());
        information.setCreator("Tansiq");
        information.setCreationDate(calendar(details.createdAt()));
        information.setModificationDate(calendar(details.createdAt()));
        document.getDocumentCatalog().setLanguage(language.toLanguageTag());
        document.setDocumentId(details.createdAt().toEpochMilli());
    }

    /** Takes back what the metadata claims of conformance. */
    static void claimNothing(PDDocument document) {
        document.getDocumentCatalog().setMetadata(null);
    }

    private static Calendar calendar(Instant instant) {
        return GregorianCalendar.from(instant.atZone(LegalTime.ZONE));
    }
}
