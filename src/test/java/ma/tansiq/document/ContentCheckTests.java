package ma.tansiq.document;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

class ContentCheckTests {

    private static final DocumentSettings LIMITS =
            new DocumentSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(2), 10_000);

    private final ContentCheck check = new ContentCheck(LIMITS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void acceptsEveryTypeUnderItsOwnExtension(DocumentType type) {
        assertThatCode(() -> check(type, SampleFiles.of(type))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryTypeUnderAnotherExtension(DocumentType type) {
        for (DocumentType other : DocumentType.values()) {
            if (other != type && !(other.isText() && type.isText())) {
                assertRefused(other, SampleFiles.of(type)).isEqualTo("refusal.document.content-otherwise");
            }
        }
    }

    @Test
    void refusesPagesAndProgramsThatPoseAsText() {
        assertRefused(DocumentType.TXT, bytes("<html><script>alert(1)</script></html>"))
                .isEqualTo("refusal.document.content-otherwise");
        assertRefused(DocumentType.TXT, new byte[] {'M', 'Z', 0, 1, 2, 3})
                .isEqualTo("refusal.document.content-otherwise");
    }

    @Test
    void refusesAnyArchiveThatPosesAsADocument() {
        assertRefused(DocumentType.DOCX, SampleFiles.zip(Map.of("virus.exe", "MZ")))
                .isEqualTo("refusal.document.content-otherwise");
        assertRefused(DocumentType.ODT, SampleFiles.zip(Map.of("virus.exe", "MZ")))
                .isEqualTo("refusal.document.content-otherwise");
    }

    @Test
    void refusesMacros() {
        assertRefused(DocumentType.DOCX, SampleFiles.office("wordprocessingml.document", "word/vbaProject.bin"))
                .isEqualTo("refusal.document.macros");
        assertRefused(
                        DocumentType.ODT,
                        SampleFiles.zip(Map.of("mimetype", DocumentType.ODT.mediaType(), "Basic/Standard/a.xml", "x")))
                .isEqualTo("refusal.document.macros");
    }

    @Test
    void refusesWhatUnpacksTooLarge() {
        byte[] bomb =
                SampleFiles.zip(Map.of("mimetype", DocumentType.ODT.mediaType(), "content.xml", "0".repeat(2 << 20)));

        assertRefused(DocumentType.ODT, bomb).isEqualTo("refusal.document.unpacks-too-large");
    }

    @Test
    void refusesImagesWithTooManyPixels() {
        assertRefused(DocumentType.PNG, SampleFiles.image("png", 101, 100))
                .isEqualTo("refusal.document.too-many-pixels");
    }

    @Test
    void refusesTruncatedPackages() {
        byte[] whole = SampleFiles.of(DocumentType.XLSX);

        assertRefused(DocumentType.XLSX, Arrays.copyOf(whole, whole.length - 30))
                .isEqualTo("refusal.document.damaged");
    }

    private AbstractObjectAssert<?, ?> assertRefused(DocumentType type, byte[] content) {
        return assertThatThrownBy(() -> check(type, content)).extracting("messageKey");
    }

    private void check(DocumentType type, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("upload"), content);
        FileName name = FileName.of("note." + type.name().toLowerCase(Locale.ROOT));
        check.check(name, type, file);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
