package ma.tansiq.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ma.tansiq.ApplicationProcess;
import ma.tansiq.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * The source's year, September 2017 to August 2018, and its autumn three times: {@code mvn test -Preplay} takes minutes. Each
 * replay is a process of its own.
 */
@Tag("replay")
class ReplayYearTests {

    /** On a machine that does much else. */
    private static final int MOST_MINUTES = 40;

    private static final String YEAR = "2018-08-31";
    private static final String AUTUMN = "2017-11-30";

    private static @Nullable Path all;
    private static @Nullable ReplayReport year;
    private static @Nullable ReplayReport autumn;

    @BeforeAll
    static void playTheYear() throws IOException {
        all = Files.createTempDirectory(Path.of("target"), "replays-").toAbsolutePath();
        year = played("year", YEAR);
        autumn = played("autumn", AUTUMN);
    }

    @AfterAll
    static void delete() throws IOException {
        FileSystemUtils.deleteRecursively(all);
    }

    /** Rule G1, and the source chapter: 33 programme committees, 4 steering reviews, one interministerial session. */
    @Test
    void sourcesYearComesOutAsTheSourceSays() {
        assertThat(figure("meetings.held[CP]")).isGreaterThanOrEqualTo(33);
        assertThat(figure("meetings.held[COPIL]")).isGreaterThanOrEqualTo(4);
        assertThat(figure("meetings.held[CI]")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void peopleAreLateAbsentAndReferMattersUpAtEveryLevel() {
        assertThat(figure("matters.referred[CP]")).isPositive();
        assertThat(figure("matters.referred[COPIL]")).isPositive();
        assertThat(figure("extracts.returned")).isPositive();
        assertThat(figure("tasks.late")).isPositive();
        assertThat(figure("escalations")).isPositive();
        assertThat(figure("tasks.untouched")).isPositive();
        assertThat(figure("interims")).isPositive();
        assertThat(figure("holidays.moved")).isEqualTo(1);
        assertThat(figure("actions.done")).isPositive();
    }

    /** An autumn, with sessions from planning to sealed minutes, is enough to see chance at work. */
    @Test
    void sameSeedGivesTheSameFigures() {
        assertThat(played("again", AUTUMN).figures()).isEqualTo(autumn().figures());
    }

    /** Silence approves two working days earlier, so that minutes are sealed earlier. */
    @Test
    void shorterSilenceShortensTheWayToSealedMinutes() {
        ReplayReport shorter = played(
                "shorter",
                AUTUMN,
                "--tansiq.replay.rules.silence=3",
                "--tansiq.replay.compare-with=" + directory("autumn"));

        assertThat(shorter.figure("cycle.review")).isLessThan(autumn().figure("cycle.review"));
        assertThat(shorter.figure("cycle.session-to-minutes")).isLessThan(autumn().figure("cycle.session-to-minutes"));
    }

    /** Rule G1: it is the demonstration's data. The clock goes on where the year ended, and every page says what it is. */
    @Test
    void demonstrationOpensTheYearAndSaysThatItIsSimulated() {
        try (ApplicationProcess opened = ApplicationProcess.start("--tansiq.data-directory=" + directory("year"))
                .awaitStarted()) {
            Browser coordinator = new Browser(opened.port()).signIn("coord", "tansiq-demo");
            for (String page : List.of("/coordination", "/coordination/meetings", "/coordination/matters")) {
                assertThat(coordinator.get(page).body()).as(page).contains("un rejeu du 01/09/2017 au 31/08/2018");
            }
            assertThat(coordinator.get("/coordination").body()).contains("01/09/2018");
        }
    }

    private static ReplayReport played(String name, String to, String... settings) {
        Path directory = directory(name);
        Stream<String> always = Stream.of(
                "--spring.profiles.active=replay",
                "--tansiq.data-directory=" + directory,
                "--tansiq.replay.from=2017-09-01",
                "--tansiq.replay.to=" + to);
        String[] arguments = Stream.concat(always, Stream.of(settings)).toArray(String[]::new);
        try (ApplicationProcess replay = ApplicationProcess.start(arguments)) {
            assertThat(replay.awaitEndFor(MOST_MINUTES)).as(replay.output()).isZero();
        }
        return ReplayReport.read(directory.resolve(ReplayReport.FILE));
    }

    private static Path directory(String name) {
        return Objects.requireNonNull(all).resolve(name);
    }

    private static ReplayReport year() {
        return Objects.requireNonNull(year);
    }

    private static ReplayReport autumn() {
        return Objects.requireNonNull(autumn);
    }

    private static int figure(String key) {
        return year().figure(key).intValueExact();
    }
}
