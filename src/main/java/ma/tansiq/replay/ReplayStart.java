package ma.tansiq.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import ma.tansiq.LegalTime;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Before anything starts under the profile {@code replay}: reads what is to be played and refuses what cannot be, takes
 * the directory, and makes the strategy's seats begin with the period, so that somebody sits on them whatever the year.
 */
class ReplayStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String TABLE = "processes/committee/MeetingRules.dmn";

    private static final String STRATEGY = "tansiq.strategy";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().acceptsProfiles(Profiles.of("replay"))) {
            return;
        }
        Instant machine = StandingClock.machine();
        LocalDate today = LocalDate.ofInstant(machine, LegalTime.ZONE);
        ReplayPlan plan = ReplayPlan.read(context.getEnvironment(), today, table());
        ReplayDirectory directory = new ReplayDirectory(plan.directory());
        directory.begin(plan.overwrite());
        String source = Objects.requireNonNull(context.getEnvironment().getProperty(STRATEGY));
        Path strategy = directory.strategy();
        write(seatedSince(plan.from(), context.getResource(source)), strategy);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "replay", Map.of(STRATEGY, strategy.toUri().toString())));
        ((GenericApplicationContext) context).registerBean(ReplayPlan.class, () -> plan);
    }

    static byte[] table() {
        try (InputStream table = new ClassPathResource(TABLE).getInputStream()) {
            return table.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** That strategy, with no seat that begins later than that day. */
    static JsonNode seatedSince(LocalDate day, Resource strategy) {
        try (InputStream text = strategy.getInputStream()) {
            JsonNode root = YAML.readTree(text);
            root.path("bodies").forEach(body -> body.path("seats").forEach(seat -> bringForward(seat, day)));
            return root;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void bringForward(JsonNode seat, LocalDate day) {
        String from = seat.path("from").asText();
        if (seat instanceof ObjectNode entry && from.compareTo(day.toString()) > 0) {
            entry.put("from", day.toString());
        }
    }

    private static void write(JsonNode strategy, Path file) {
        try {
            YAML.writeValue(file.toFile(), strategy);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
