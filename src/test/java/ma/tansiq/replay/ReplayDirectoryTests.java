package ma.tansiq.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** What a replay may take for its own, and what it leaves alone. */
class ReplayDirectoryTests {

    private static final ReplayReport REPORT = new ReplayReport(
            LocalDate.of(2017, 9, 1),
            LocalDate.of(2018, 8, 31),
            7,
            Map.of("CP.silence", "3"),
            Map.of("meetings.held[CP]", new BigDecimal("33"), "tasks.late.percent", new BigDecimal("4.5")),
            120,
            9_000);

    @TempDir
    Path path;

    @Test
    void takesAnEmptyDirectoryAndOneThatIsNotThereYet() {
        new ReplayDirectory(path).begin(false);
        new ReplayDirectory(path.resolve("new/one")).begin(false);

        assertThat(path.resolve("replay-begun")).exists();
        assertThat(path.resolve("new/one/replay-begun")).exists();
    }

    @Test
    void beginsAnewWhereAReplayWasKilledHalfWay() throws IOException {
        ReplayDirectory directory = new ReplayDirectory(path);
        directory.begin(false);
        Files.createDirectories(path.resolve("mail"));
        Files.writeString(path.resolve("mail/1.eml"), "half a year");

        directory.begin(false);

        assertThat(path.resolve("mail")).doesNotExist();
        assertThat(path.resolve("replay-begun")).exists();
    }

    @Test
    void leavesAFinishedReplayAloneUnlessToldToDeleteIt() {
        ReplayDirectory directory = new ReplayDirectory(path);
        directory.begin(false);
        directory.finish(REPORT);

        assertThatExceptionOfType(ReplayRefused.class)
                .isThrownBy(() -> directory.begin(false))
                .withMessageContaining("holds a finished replay")
                .withMessageContaining("--tansiq.replay.overwrite=true");
        assertThat(path.resolve(ReplayReport.FILE)).exists();

        directory.begin(true);
        assertThat(path.resolve(ReplayReport.FILE)).doesNotExist();
    }

    @Test
    void neverTouchesWhatIsNoReplay() throws IOException {
        Files.writeString(path.resolve("thesis.txt"), "mine");

        assertThatExceptionOfType(ReplayRefused.class)
                .isThrownBy(() -> new ReplayDirectory(path).begin(true))
                .withMessageContaining("holds something that is no replay");
        assertThatExceptionOfType(ReplayRefused.class)
                .isThrownBy(() -> new ReplayDirectory(path.resolve("thesis.txt")).begin(true))
                .withMessageContaining("is a file");
        assertThat(path.resolve("thesis.txt")).hasContent("mine");
    }

    @Test
    void reportReadsAsItWasWritten() {
        REPORT.write(path);

        assertThat(ReplayReport.read(path.resolve(ReplayReport.FILE))).isEqualTo(REPORT);
    }

    /** In 2017 nobody would sit anywhere: the strategy's file lets seats begin in 2020. */
    @Test
    void seatsBeginWithThePeriodAtTheLatest() {
        LocalDate day = LocalDate.of(2017, 9, 1);
        var strategy = ReplayStart.seatedSince(day, new ClassPathResource("strategy/snia.yaml"));

        assertThat(strategy.path("bodies"))
                .allSatisfy(body -> assertThat(body.path("seats"))
                        .isNotEmpty()
                        .allSatisfy(
                                seat -> assertThat(seat.path("from").asText()).isLessThanOrEqualTo(day.toString())));
        LocalDate later = LocalDate.of(2026, 1, 1);
        assertThat(ReplayStart.seatedSince(later, new ClassPathResource("strategy/snia.yaml"))
                        .at("/bodies/0/seats/0/from")
                        .asText())
                .isEqualTo("2020-01-01");
    }
}
