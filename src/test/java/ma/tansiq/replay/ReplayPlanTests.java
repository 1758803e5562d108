package ma.tansiq.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** What is to be played, read from the settings, and what is refused. */
class ReplayPlanTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void playsTheYearThatEndsTodayUnlessToldOtherwise() {
        ReplayPlan plan = read();

        assertThat(plan.from()).isEqualTo("2025-11-28");
        assertThat(plan.to()).isEqualTo("2026-11-27");
        assertThat(plan.days()).isEqualTo(365);
        assertThat(plan.seed()).isEqualTo(ReplayPlan.DEFAULT_SEED);
        assertThat(plan.rules().values()).isEmpty();
        assertThat(plan.earlier()).isNull();
    }

    @Test
    void takesAYearFromEitherEnd() {
        environment.setProperty("tansiq.replay.from", "2017-09-01");
        assertThat(read().to()).isEqualTo("2018-08-31");

        environment.setProperty("tansiq.replay.from", "");
        environment.setProperty("tansiq.replay.to", "2018-08-31");
        assertThat(read().from()).isEqualTo("2017-09-01");
    }

    @Test
    void takesSeedRulesAndDirectory() {
        environment.setProperty("tansiq.replay.seed", "-5");
        environment.setProperty("tansiq.replay.rules.CP.silence", "3");
        environment.setProperty("tansiq.replay.rules.minutesDue", "8");
        environment.setProperty("tansiq.data-directory", "elsewhere");

        ReplayPlan plan = read();

        assertThat(plan.seed()).isEqualTo(-5);
        assertThat(plan.rules().values()).containsEntry("CP.silence", "3").containsEntry("minutesDue", "8");
        assertThat(plan.directory()).isEqualTo(Path.of("elsewhere"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2018-09-01 to=2018-08-31|the first day 2018-09-01 is after the last day 2018-08-31",
                "from=2026-01-01 to=2026-11-28|the last day 2026-11-28 is not over yet",
                "from=2026-01-01|the last day 2026-12-31 is not over yet",
                "from=2015-01-01 to=2018-01-01|are more than two years",
                "from=1899-01-01|is before 2000-01-01",
                "from=yesterday|tansiq.replay.from=yesterday is not a day such as 2017-09-01",
                "to=2018-02-30|tansiq.replay.to=2018-02-30 is not a day such as",
                "seed=seven|tansiq.replay.seed=seven is not a whole number",
                "overwrite=yes|tansiq.replay.overwrite=yes is not true or false",
                "form=2017-09-01|tansiq.replay.form is no setting of a replay",
                "rules.CP.silense=3|the table has no rule silense",
                "compare-with=no-such.json|there is no file no-such.json to compare with",
            })
    void refusesWhatCannotBePlayed(String settings, String reason) {
        set(settings);

        assertThat(problems()).singleElement().asString().contains(reason);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        set("from=2018-09-01 to=2018-08-31 seed=seven rules.CP.silence=x");

        assertThat(problems()).hasSize(3);
    }

    @Test
    void refusesAFileThatIsNoReport(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("report.json");
        for (String content : List.of("", "not json", "{\"from\": 5}", "[]", "{}")) {
            Files.writeString(file, content);
            environment.setProperty("tansiq.replay.compare-with", file.toString());

            assertThat(problems()).as(content).singleElement().asString().contains("is not the report of a replay");
        }
    }

    private ReplayPlan read() {
        return ReplayPlan.read(environment, TODAY, ReplayStart.table());
    }

    private void set(String settings) {
        for (String each : settings.split(" ")) {
            environment.setProperty("tansiq.replay." + each.split("=")[0], each.split("=")[1]);
        }
    }

    private List<String> problems() {
        return catchThrowableOfType(ReplayRefused.class, this::read).problems();
    }
}
