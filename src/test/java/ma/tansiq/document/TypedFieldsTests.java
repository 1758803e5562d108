package ma.tansiq.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was typed survives a file that is too large to be read (rule H). */
class TypedFieldsTests {

    private static final String TYPE = "multipart/form-data; boundary=----Form7";

    @Test
    void keepsWhatStandsBeforeTheFileInAnyScriptWithoutTheToken() throws IOException {
        assertThat(read(field("_csrf", "secret")
                        + field("number", "رقم 7\r\nbis")
                        + field("day", "2026-11-28")
                        + file("scan")
                        + field("after", "never read")))
                .containsExactly(Map.entry("number", "رقم 7\r\nbis"), Map.entry("day", "2026-11-28"));
    }

    @Test
    void keepsNothingOfWhatIsNoForm() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("x".repeat(200_000))).isEmpty();
        assertThat(read("------Form7\r\n\r\n------Form7\r\n")).isEmpty();
        assertThat(read(field("endless", "x".repeat(200_000))))
                .as("longer than what is read")
                .isEmpty();
        assertThat(TypedFields.before(
                        new ByteArrayInputStream(field("a", "b").getBytes(StandardCharsets.UTF_8)),
                        "multipart/form-data"))
                .as("without a boundary")
                .isEmpty();
    }

    private static Map<String, String> read(String form) throws IOException {
        return TypedFields.before(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)), TYPE);
    }

    private static String field(String name, String value) {
        return "------Form7\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name) {
        return "------Form7\r\nContent-Disposition: form-data; name=\"" + name
                + "\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n" + "x".repeat(100_000) + "\r\n";
    }
}
