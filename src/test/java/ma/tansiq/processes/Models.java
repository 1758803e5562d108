package ma.tansiq.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/** The files of {@code processes/} and {@code forms/}, and the diagrams of the foundation. */
final class Models {

    static final Path PROCESSES = Path.of("processes");
    static final Path FORMS = Path.of("forms");
    private static final Path FOUNDATION = Path.of("src", "test", "resources", "foundation");

    private Models() {}

    static List<Diagram> diagrams() {
        return files(PROCESSES, ".bpmn").map(Diagram::read).toList();
    }

    /** Earlier ones, on which instances may still run. */
    static List<Diagram> earlierDiagrams() {
        return files(FOUNDATION, ".bpmn").map(Diagram::read).toList();
    }

    static Stream<Form> forms() {
        return files(FORMS, ".form").map(Form::read);
    }

    static Stream<Table> tables() {
        return files(PROCESSES, ".dmn").map(file -> new Table(file, Dmn.readModelFromFile(file.toFile())));
    }

    static Stream<Decision> decisions() {
        return tables().flatMap(table -> table.model().getModelElementsByType(Decision.class).stream());
    }

    /** One file of decision tables. */
    record Table(Path file, DmnModelInstance model) {

        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }

    private static Stream<Path> files(Path root, String suffix) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
