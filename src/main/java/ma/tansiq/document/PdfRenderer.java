package ma.tansiq.document;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import ma.tansiq.engine.SimulatedData;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Makes PDF documents of Thymeleaf templates, in French, English and Arabic (shaped, right to left, columns included).
 * Pages are tagged, carry title, author and language, and embed their fonts. The same input gives the same bytes, so
 * that a hash means something. Nothing outside the template is ever fetched, whatever the data contains.
 *
 * <p>Templates are well-formed XHTML that fill the fragment {@code document/page}; recorded text stands in elements
 * with {@code dir="auto"}, whose direction follows its first letter.
 */
@Component
public class PdfRenderer {

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;
    private final SimulatedData simulated;

    PdfRenderer(ITemplateEngine templateEngine, SimulatedData simulated) {
        this.templates = templateEngine;
        this.simulated = simulated;
    }

    /**
     * @param template name below {@code templates/}, {@code committee/minutes}
     * @param model what the template shows; {@code details}, {@code dates} and {@code arabic} are added to it
     */
    public byte[] render(String template, Map<String, ?> model, Locale language, PdfDetails details) {
        Locale moroccan = moroccan(language);
        PdfSource source = new PdfSource(text(template, model, moroccan, details), isArabic(moroccan));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder(source, details, moroccan).buildPdfRenderer()) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                PdfProperties.write(document, details, moroccan);
                document.save(bytes);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private String text(String template, Map<String, ?> model, Locale language, PdfDetails details) {
        Map<String, @Nullable Object> variables = new HashMap<>(model);
        variables.put("details", details);
        variables.put("dates", new PdfDates(language));
        variables.put("arabic", isArabic(language));
        variables.put("simulated", simulated.period().orElse(null));
        return templates.process(template, new Context(language, variables));
    }

    private static PdfRendererBuilder builder(PdfSource source, PdfDetails details, Locale language) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFastMode()
                .withW3cDocument(source.document(), null)
                .withProducer("Tansiq")
                .usePdfUaAccessibility(true)
                .useColorProfile(COLOURS)
                .useReplacementText("\u25a1")
                .useExternalResourceAccessControl(
                        (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(language))
                .defaultTextDirection(source.rightToLeft() ? TextDirection.RTL : TextDirection.LTR);
        PdfFonts.addTo(builder);
        return builder;
    }

    private static Locale moroccan(Locale language) {
        return switch (language.getLanguage()) {
            case "ar" -> Locale.forLanguageTag("ar-MA");
            case "en" -> Locale.UK;
            default -> Locale.FRANCE;
        };
    }

    private static boolean isArabic(Locale language) {
        return language.getLanguage().equals("ar");
    }
}
