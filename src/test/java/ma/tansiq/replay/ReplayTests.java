package ma.tansiq.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import ma.tansiq.ApplicationProcess;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A replay as it is started: a process of its own, which says what it does and ends. */
class ReplayTests {

    @Test
    void playsTwoWeeksShowsItsProgressAndWritesItsReport() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "replay-").toAbsolutePath();
        try (ApplicationProcess replay = ApplicationProcess.start(
                "--spring.profiles.active=replay",
                "--tansiq.data-directory=" + data,
                "--tansiq.replay.from=2017-09-25",
                "--tansiq.replay.to=2017-10-08",
                "--tansiq.replay.rules.CP.silence=3")) {
            assertThat(replay.awaitEnd()).as(replay.output()).isZero();
            assertThat(replay.output())
                    .contains("Replay from 2017-09-25 to 2017-10-08")
                    .contains("2017-09: ")
                    .contains("rules: CP.silence=3", "Meetings held · CP", "Duration")
                    .doesNotContain("\tat ", "password of all");
        }

        ReplayReport report = ReplayReport.read(data.resolve(ReplayReport.FILE));
        assertThat(report.from()).isEqualTo(LocalDate.of(2017, 9, 25));
        assertThat(report.rules()).containsEntry("CP.silence", "3");
        assertThat(report.figure("meetings.opened[CP]")).isPositive();
        assertThat(report.figure("tasks.done")).isPositive();
        assertThat(report.figure("mails")).isPositive();
        assertThat(data.resolve("replay-begun")).doesNotExist();
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void refusesWithASentenceWhatCannotBePlayed() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "replay-").toAbsolutePath();
        try (ApplicationProcess replay = ApplicationProcess.start(
                "--spring.profiles.active=replay",
                "--tansiq.data-directory=" + data,
                "--tansiq.replay.from=2018-09-01",
                "--tansiq.replay.to=2018-08-31",
                "--tansiq.replay.rules.CP.silense=3")) {
            assertThat(replay.awaitEnd()).isNotZero();
            assertThat(replay.output())
                    .contains("This replay is not played:")
                    .contains("the first day 2018-09-01 is after the last day 2018-08-31")
                    .contains("the table has no rule silense")
                    .doesNotContain("\tat ");
        }
        assertThat(data).isEmptyDirectory();
        FileSystemUtils.deleteRecursively(data);
    }
}
