package ma.tansiq.committee.paper;

import static ma.tansiq.committee.paper.DocumentExamples.agendaPack;
import static ma.tansiq.committee.paper.DocumentExamples.decisionRecord;
import static ma.tansiq.committee.paper.DocumentExamples.electronic;
import static ma.tansiq.committee.paper.DocumentExamples.minutes;
import static ma.tansiq.committee.paper.DocumentExamples.onPaper;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import ma.tansiq.document.PdfExamples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What the metadata of documents claims is so: they are accessible as PDF/UA-1 (ISO 14289-1) defines it, says veraPDF. */
class PdfAccessibilityTests {

    private static final CommitteeDocuments DOCUMENTS =
            CommitteeDocumentsTests.context().getBean(CommitteeDocuments.class);

    @BeforeAll
    static void initialise() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> documents() {
        return Stream.of(Locale.FRENCH, Locale.forLanguageTag("ar"), Locale.ENGLISH)
                .flatMap(language -> Stream.of(
                        Arguments.of("agenda pack", language, DOCUMENTS.render(agendaPack(4), language)),
                        Arguments.of("decisions", language, DOCUMENTS.render(decisionRecord(4, onPaper()), language)),
                        Arguments.of("minutes", language, DOCUMENTS.render(minutes(4, 2, electronic()), language)),
                        Arguments.of("draft", language, DOCUMENTS.render(minutes(1, 1, null), language))));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("documents")
    void everybodyCanReadIt(String what, Locale language, byte[] pdf) throws Exception {
        assertThat(failures(pdf)).isEmpty();
    }

    @Test
    void fileWithoutTagsDoesNotPass() throws Exception {
        assertThat(failures(PdfExamples.pages("text"))).isNotEmpty();
    }

    /** Number of failures by rule. */
    private static Map<String, Long> failures(byte[] pdf) throws Exception {
        Map<String, Long> failures = new TreeMap<>();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, 10_000, false, false, false)) {
            List<TestAssertion> found = validator.validate(parser).getTestAssertions();
            found.stream()
                    .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .forEach(each -> failures.merge(
                            each.getRuleId().getClause() + "-"
                                    + each.getRuleId().getTestNumber() + " " + each.getMessage(),
                            1L,
                            Long::sum));
        }
        return failures;
    }
}
