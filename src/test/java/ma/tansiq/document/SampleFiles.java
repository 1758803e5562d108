package ma.tansiq.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Small real files of each type that may be stored. */
final class SampleFiles {

    private static final String TYPES =
            "<Types><Override PartName=\"/main.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.%s.main+xml\"/></Types>";

    private SampleFiles() {}

    static byte[] of(DocumentType type) {
        return switch (type) {
            case PDF -> pdf();
            case PNG -> image("png", 3, 2);
            case JPEG -> image("jpg", 3, 2);
            case DOCX -> office("wordprocessingml.document");
            case XLSX -> office("spreadsheetml.sheet");
            case PPTX -> office("presentationml.presentation");
            case ODT, ODS -> zip(Map.of("mimetype", type.mediaType(), "content.xml", "<a/>"));
            case TXT -> "Compte rendu d'août\n".getBytes(StandardCharsets.UTF_8);
            case CSV -> "référence;montant\nA1;100\n".getBytes(StandardCharsets.UTF_8);
        };
    }

    static byte[] office(String kind, String... more) {
        Map<String, String> entries = new TreeMap<>(Map.of("[Content_Types].xml", TYPES.formatted(kind)));
        for (String entry : more) {
            entries.put(entry, "x");
        }
        return zip(entries);
    }

    static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                archive.putNextEntry(new ZipEntry(entry.getKey()));
                archive.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] image(String format, int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
