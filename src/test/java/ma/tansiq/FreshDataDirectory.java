package ma.tansiq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives an application its own data directory under {@code target}, deleted after it has stopped. */
class FreshDataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path ALL = Path.of("target", "test-data");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path directory = create();
        TestPropertyValues.of("tansiq.data-directory=" + directory).applyTo(context);
        SpringApplication.getShutdownHandlers().add(() -> delete(directory));
    }

    /** A new, empty directory; whoever asks deletes it. */
    static Path create() {
        try {
            Files.createDirectories(ALL);
            return Files.createTempDirectory(ALL, "run-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
