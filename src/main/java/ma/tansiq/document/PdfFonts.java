package ma.tansiq.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;
import java.util.Objects;

/** The typefaces of documents: DejaVu, which covers Latin, Arabic and Tifinagh, embedded as a subset. */
final class PdfFonts {

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private PdfFonts() {}

    static void addTo(PdfRendererBuilder builder) {
        add(builder, "DejaVuSansCondensed.ttf", "text", 400, FontStyle.NORMAL);
        add(builder, "DejaVuSansCondensed-Bold.ttf", "text", 700, FontStyle.NORMAL);
        add(builder, "DejaVuSansCondensed-Oblique.ttf", "text", 400, FontStyle.ITALIC);
        add(builder, "DejaVuSerifCondensed-Bold.ttf", "title", 700, FontStyle.NORMAL);
        add(builder, "DejaVuSansMono.ttf", "mono", 400, FontStyle.NORMAL);
    }

    private static void add(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        builder.useFont(() -> open(file), family, weight, style, true);
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(PdfFonts.class.getResourceAsStream(FOLDER + file), file);
    }
}
