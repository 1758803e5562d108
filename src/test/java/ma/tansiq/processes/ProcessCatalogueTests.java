package ma.tansiq.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The catalogue says what the diagrams and tables say. */
class ProcessCatalogueTests {

    @Test
    void catalogueIsUpToDate() throws IOException {
        String text = new ProcessCatalogue().text();
        if (Boolean.getBoolean("tansiq.write")) {
            Files.writeString(ProcessCatalogue.FILE, text);
        }
        assertThat(ProcessCatalogue.FILE)
                .as("write it again: mvn test -Dtest=ProcessCatalogueTests -Dtansiq.write=true")
                .content()
                .isEqualTo(text);
    }
}
