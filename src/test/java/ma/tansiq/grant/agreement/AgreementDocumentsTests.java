package ma.tansiq.grant.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import ma.tansiq.TansiqTest;
import ma.tansiq.grant.envelope.Dirhams;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rule E6: the document is generated from data, in French and Arabic. */
@TansiqTest
class AgreementDocumentsTests {

    private static final Instant NOW = Instant.parse("2027-04-05T08:00:00Z");

    @Autowired
    AgreementDocuments documents;

    @Test
    void agreementSaysAmountPeriodInstalmentsAndReports() throws IOException {
        String text = text(documents.render(prepared("120000.50", AgreementForm.AGREEMENT), Locale.FRENCH), "fr");

        assertThat(text)
                .contains(
                        "Convention de partenariat",
                        "Fondation Orient-Occident",
                        "120 000,50 DH (cent vingt mille dirhams et cinquante centimes)",
                        "du 03/05/2027 au 02/05/2028",
                        "72 000,30 DH",
                        "48 000,20 DH",
                        "Après acceptation du rapport 1",
                        "Rapport 2 : au plus tard le 15/06/2028",
                        "Visites trimestrielles.");
    }

    @Test
    void arabicTextIsShapedAndDecisionSaysSo() throws IOException {
        byte[] arabic = documents.render(prepared("50000.00", AgreementForm.DECISION), Locale.forLanguageTag("ar-MA"));

        assertThat(text(arabic, "ar")).contains("50 000,00 DH").doesNotContain("\u25a1");
        assertThat(text(documents.render(prepared("50000.00", AgreementForm.DECISION), Locale.FRENCH), "decision"))
                .contains("Décision d’attribution d’une subvention", "cinquante mille dirhams");
    }

    private static Agreement prepared(String amount, AgreementForm form) {
        Agreement agreement = Agreement.of(
                new Award(
                        "AAP-2027-01",
                        "AAP-2027-01-0042",
                        "FOO",
                        "Cours de langue et de culture pour les femmes migrantes de l’Oriental",
                        Dirhams.of(amount),
                        List.of(60, 40),
                        "officer",
                        "ordo"),
                form,
                2027,
                1,
                List.of(60, 40),
                NOW);
        agreement.prepare(
                new Terms(
                        LocalDate.of(2027, 5, 3),
                        LocalDate.of(2028, 5, 2),
                        "Visites trimestrielles.",
                        List.of(LocalDate.of(2027, 11, 15), LocalDate.of(2028, 6, 15))),
                "officer2",
                NOW);
        agreement.write(UUID.randomUUID(), UUID.randomUUID());
        return agreement;
    }

    private static String text(byte[] pdf, String name) throws IOException {
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/agreement-" + name + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }
}
