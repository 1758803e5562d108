package ma.tansiq.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came out of a replay. The same period, seed and rules give the same figures; how long it took is the machine's.
 *
 * @param rules numbers that were tried instead of those in force, by name
 * @param figures by key, in the order of the report; a key that ends in {@code [CP]} is about that level
 * @param seconds that it took
 * @param transactions that the database committed meanwhile, mail included
 */
public record ReplayReport(
        LocalDate from,
        LocalDate to,
        long seed,
        Map<String, String> rules,
        Map<String, BigDecimal> figures,
        long seconds,
        long transactions) {

    /** Its name in the replay's directory. */
    public static final String FILE = "replay.json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    public ReplayReport {
        rules = new LinkedHashMap<>(rules);
        figures = new LinkedHashMap<>(figures);
    }

    /** The figure of that key, 0 when there was nothing to count. */
    public BigDecimal figure(String key) {
        return figures.getOrDefault(key, BigDecimal.ZERO);
    }

    void write(Path directory) {
        try {
            Path part = directory.resolve(FILE + ".part");
            JSON.writeValue(part.toFile(), this);
            Files.move(part, directory.resolve(FILE), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @throws ReplayRefused with a sentence when there is no report in that file */
    static ReplayReport read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ReplayRefused("there is no file " + file + " to compare with");
        }
        try {
            return JSON.readValue(file.toFile(), ReplayReport.class);
        } catch (JsonProcessingException unreadable) {
            throw new ReplayRefused("%s is not the report of a replay: %s"
                    .formatted(
                            file,
                            String.valueOf(unreadable.getOriginalMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")));
        } catch (IOException unreadable) {
            throw new ReplayRefused(file + " cannot be read: " + unreadable.getMessage());
        }
    }
}
