package ma.tansiq.replay;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Starts replays from code. One at a time in a virtual machine, and none beside a running application: the engine's clock
 * is one for all of it.
 */
public final class Replays {

    private Replays() {}

    /**
     * Plays that period in an empty directory.
     *
     * @param rules numbers to try instead of those in force: {@code CP.silence} and {@code 3}
     * @param settings further ones, {@code --spring.mail.port=3026}
     * @return what came out
     */
    public static ReplayReport play(
            LocalDate from, LocalDate to, long seed, Map<String, String> rules, Path directory, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--tansiq.replay.from=" + from,
                "--tansiq.replay.to=" + to,
                "--tansiq.replay.seed=" + seed,
                "--tansiq.data-directory=" + directory));
        rules.forEach((name, value) -> arguments.add("--tansiq.replay.rules.%s=%s".formatted(name, value)));
        arguments.addAll(List.of(settings));
        new SpringApplicationBuilder(TansiqApplication.class)
                .profiles("replay")
                .run(arguments.toArray(String[]::new))
                .close();
        return ReplayReport.read(directory.resolve(ReplayReport.FILE));
    }
}
