package ma.tansiq.committee.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.tansiq.LegalTime;
import ma.tansiq.document.PdfRenderer;
import ma.tansiq.engine.SimulatedData;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class CommitteeDocumentsTests {

    private static final Locale ARABIC = Locale.forLanguageTag("ar");

    private final AnnotationConfigApplicationContext rendering = context();
    private final CommitteeDocuments documents = rendering.getBean(CommitteeDocuments.class);

    @Test
    void agendaPackBringsAgendaTextsPreviousMinutesAndTheirActions() throws IOException {
        String text = text(documents.render(DocumentExamples.agendaPack(3), Locale.FRENCH));

        assertThat(text)
                .contains("Dossier de séance", "CP11-2026-03", "mardi 24 novembre 2026, de 10:00 à 12:30")
                .contains("Plan d’action triennal avec indicateurs et budgets par programme", "SNIA-2026-0001")
                .contains("1\u00a0234\u00a0567,89\u00a0DH", "Direction du budget")
                .contains("CP11-2026-02 du 15/07/2026 est signé et scellé", DocumentExamples.HASH)
                .contains("CP11-2026-03-A1", "En cours", "40%", "16/01/2027");
    }

    @Test
    void agendaPackCountsTheBoundPagesToo() throws IOException {
        assertThat(text(documents.render(DocumentExamples.agendaPack(3), Locale.FRENCH)))
                .as("3 pages, then 4 of the minutes, 5 and 1 of papers")
                .contains("pages 8 à 12 du présent dossier", "page 13 du présent dossier")
                .containsPattern("Page\\s+1 sur 13");
    }

    @Test
    void firstAgendaPackSaysThatNothingPrecedesIt() throws IOException {
        assertThat(text(documents.render(DocumentExamples.firstAgendaPack(), Locale.FRENCH)))
                .contains("Aucune séance antérieure")
                .doesNotContain("État des actions");
    }

    @Test
    void packSaysWhereTheVideoConferenceIs() throws IOException {
        assertThat(text(documents.render(DocumentExamples.agendaPack(3), Locale.FRENCH)))
                .contains("Visioconférence", "https://visio.example.org/cp11");
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, Première convocation",
        "2, true, 'Seconde convocation, faute de quorum à la première'",
        "2, false, 'Seconde convocation, faute de quorum à la première ; aucun quorum n’est requis'"
    })
    void documentsSayWhichConvocationItIsAndWhetherTheQuorumCounts(int session, boolean quorumNeeded, String said)
            throws IOException {
        var first = DocumentExamples.firstAgendaPack();
        var pack = new AgendaPackDocument(
                new MeetingHeading("CP11-2026-03", "Comité", null, null, null, null, null, session, quorumNeeded),
                first.items(),
                null,
                List.of(),
                0,
                false,
                List.of(),
                AgendaPackDocument.Supplement.NONE);

        String text = text(documents.render(pack, Locale.FRENCH)).replaceAll("\\s+", " ");

        assertThat(text).contains(said);
        assertThat(text.contains("aucun quorum")).isEqualTo(said.contains("aucun quorum"));
    }

    @Test
    void decisionRecordNamesOutcomesDecisionsActionsAndWhoPresided() throws IOException {
        String text =
                text(documents.render(DocumentExamples.decisionRecord(3, DocumentExamples.onPaper()), Locale.FRENCH));

        assertThat(text)
                .contains("Présents : 9 – représentés : 1 – procurations : 1 – excusés : 2 – absents : 0.")
                .contains("10 sièges ayant voix délibérative sur 14", "pour 7 requis. Le quorum est")
                .contains("Décision", "Recommandation", "Pris acte", "CP11-2026-03-D1 – version 2")
                .contains("Mohammed Amine El Idrissi – vice-président(e)")
                .contains("Signé sur papier le 01/12/2026, enregistré sous le numéro", "1427/SG.");
    }

    @Test
    void unsignedDocumentsLeaveRoomForTheSignature() throws IOException {
        assertThat(text(documents.render(DocumentExamples.decisionRecord(1, null), Locale.FRENCH)))
                .contains("Date et signature :")
                .doesNotContain("Signé");
        assertThat(text(documents.render(DocumentExamples.minutes(1, 1, null), Locale.FRENCH)))
                .contains("Projet de procès-verbal")
                .doesNotContain("scellé");
    }

    @Test
    void laterVersionOfMinutesNamesTheEarlierOneByItsHash() throws IOException {
        String text =
                text(documents.render(DocumentExamples.minutes(3, 2, DocumentExamples.electronic()), Locale.FRENCH));

        assertThat(text)
                .contains("Version 2", "remplace la version 1", DocumentExamples.HASH)
                .contains("Membres titulaires", "Représenté(e) par", "Nadia Tazi", "Excusé(e)")
                .contains("La cible de 30 communes", "Réserve suivie", "« au moins 30 communes »")
                .contains("Signé électroniquement le 02/12/2026 à 15:12.", "scellé");
        assertThat(text(documents.render(DocumentExamples.minutes(3, 1, null), Locale.FRENCH)))
                .doesNotContain("remplace");
    }

    @Test
    void arabicRenderingReadsInLogicalOrder() throws IOException {
        String text = text(documents.render(DocumentExamples.minutes(3, 2, DocumentExamples.electronic()), ARABIC));

        assertThat(text)
                .contains("محضر الاجتماع", "الثلاثاء 24 نونبر 2026", "لجنة البرنامج 11 – الحكامة والتواصل")
                .contains("النصاب القانوني مكتمل", "الأعضاء الرسميون", "التحفظات والأجوبة")
                .contains("1\u00a0234\u00a0567,89", "قبل 31/12/2026")
                .doesNotContain("document.committee", "□");
    }

    @Test
    void everyPageCarriesReferenceAndNumber() throws IOException {
        byte[] pdf = documents.render(DocumentExamples.minutes(30, 1, null), Locale.FRENCH);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(document, page, page)).contains("CP11-2026-03", "Page " + page + " sur " + pages);
            }
        }
    }

    @Test
    void saysTitleAuthorAndLanguageInItsProperties() throws IOException {
        try (PDDocument document = Loader.loadPDF(documents.render(DocumentExamples.firstAgendaPack(), ARABIC))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("ملف الاجتماع – CP11-2026-03");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("لجنة البرنامج 11 – الحكامة والتواصل");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Instant.parse("2026-12-02T15:12:00Z"));
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ar-MA");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void sameInputGivesTheSameBytes() {
        byte[] first = documents.render(DocumentExamples.minutes(5, 2, DocumentExamples.electronic()), ARABIC);
        byte[] second = context()
                .getBean(CommitteeDocuments.class)
                .render(DocumentExamples.minutes(5, 2, DocumentExamples.electronic()), ARABIC);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void recordedTextIsNeverMarkup() throws IOException {
        MinutesDocument hostile = DocumentExamples.minutesThatSay(
                "<b>gras</b> & <img src=\"http://127.0.0.1:9/x\"/> ${7*7} [[${7*7}]] \u0000\u000b\u202efin");

        assertThat(text(documents.render(hostile, Locale.FRENCH)))
                .contains("<b>gras</b> & <img src=\"http://127.0.0.1:9/x\"/> ${7*7} [[${7*7}]] fin");
    }

    /** Rule F4: simulated data is marked as such on every page. */
    @Test
    void everyPageOfASimulatedYearSaysSo() throws IOException {
        when(rendering.getBean(SimulatedData.class).period())
                .thenReturn(Optional.of(new SimulatedData.Period(LocalDate.of(2017, 9, 1), LocalDate.of(2018, 8, 31))));
        byte[] pdf = documents.render(DocumentExamples.minutes(3, 3, null), Locale.FRENCH);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(text(document, page, page))
                        .contains("Données simulées : un rejeu du 01/09/2017 au 31/08/2018");
            }
        }
        assertThat(new CommitteeDocumentsTests().documents.render(DocumentExamples.minutes(1, 1, null), Locale.FRENCH))
                .satisfies(real -> assertThat(text(real)).doesNotContain("simulées"));
    }

    /** Nobody reads a heading at the foot of a page whose decision stands on the next. */
    @Test
    void itemAndItsDecisionStandOnOnePage() throws IOException {
        byte[] pdf = documents.render(DocumentExamples.decisionRecord(24, DocumentExamples.onPaper()), Locale.FRENCH);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int item = 1; item <= 24; item++) {
                if (item % 5 != 3 && item % 5 != 0) {
                    assertThat(pageOf(document, "CP11-2026-03-D" + item))
                            .as("decision of item " + item)
                            .isEqualTo(pageOf(document, "SNIA-2026-%04d".formatted(item)));
                }
            }
        }
    }

    /** An item longer than a page breaks within its discussion: neither its heading nor one line stands alone. */
    @Test
    void longItemsBreakWithinTheirTexts() throws IOException {
        int items = 24;
        byte[] pdf = documents.render(DocumentExamples.minutesOfLongItems(items), Locale.FRENCH);
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                pages.add(text(document, page, page));
            }
        }
        for (int item = 1; item <= items; item++) {
            int debated = DocumentExamples.linesDebated(item);
            assertOnOnePage(pages, "SNIA-2026-%04d ".formatted(item), "Débat %d, alinéa 2 ".formatted(item));
            assertOnOnePage(
                    pages,
                    "Débat %d, alinéa %d ".formatted(item, debated - 1),
                    "Débat %d, alinéa %d ".formatted(item, debated));
            assertOnOnePage(
                    pages,
                    "CP11-2026-03-D" + item + "\n",
                    "Décision %d, alinéa %d ".formatted(item, DocumentExamples.linesDecided(item)));
        }
    }

    private static void assertOnOnePage(List<String> pages, String one, String other) {
        assertThat(pages).as("%s and %s", one, other).anyMatch(page -> page.contains(one) && page.contains(other));
    }

    private static int pageOf(PDDocument document, String words) throws IOException {
        Pattern whole = Pattern.compile(Pattern.quote(words) + "\\b");
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            if (whole.matcher(text(document, page, page)).find()) {
                return page;
            }
        }
        return 0;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return text(document, 1, document.getNumberOfPages());
        }
    }

    private static String text(PDDocument document, int first, int last) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        return stripper.getText(document);
    }

    static AnnotationConfigApplicationContext context() {
        return new AnnotationConfigApplicationContext(Rendering.class);
    }

    @Configuration
    @Import({PdfRenderer.class, CommitteeDocuments.class})
    static class Rendering {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-12-02T15:12:00Z"), LegalTime.ZONE);
        }

        @Bean
        SimulatedData simulated() {
            return mock(SimulatedData.class);
        }

        @Bean
        MessageSource messageSource() {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasenames("i18n/committee", "i18n/matter", "i18n/document", "i18n/engine");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages;
        }

        @Bean
        SpringTemplateEngine templateEngine(MessageSource messages) {
            ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
            templates.setPrefix("templates/");
            templates.setSuffix(".html");
            templates.setCharacterEncoding("UTF-8");
            SpringTemplateEngine engine = new SpringTemplateEngine();
            engine.setTemplateResolver(templates);
            engine.setTemplateEngineMessageSource(messages);
            return engine;
        }
    }
}
