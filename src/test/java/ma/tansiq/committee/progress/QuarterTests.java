package ma.tansiq.committee.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTests {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-Q1, 2026-01-01",
        "2026-03-31, 2026-Q1, 2026-01-01",
        "2026-04-01, 2026-Q2, 2026-04-01",
        "2026-09-30, 2026-Q3, 2026-07-01",
        "2026-12-31, 2026-Q4, 2026-10-01"
    })
    void holdsItsDays(LocalDate day, String written, LocalDate firstDay) {
        Quarter quarter = Quarter.of(day);

        assertThat(quarter).hasToString(written).isEqualTo(Quarter.parse(written));
        assertThat(quarter.firstDay()).isEqualTo(firstDay);
    }

    @Test
    void followsTheOneBefore() {
        Quarter first = Quarter.parse("2026-Q1");

        assertThat(first.previous()).isEqualTo(Quarter.parse("2025-Q4"));
        assertThat(Quarter.parse("2026-Q4").previous()).isEqualTo(Quarter.parse("2026-Q3"));
        assertThat(List.of(Quarter.parse("2026-Q2"), first, first.previous()).stream()
                        .sorted())
                .containsExactly(first.previous(), first, Quarter.parse("2026-Q2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-Q5", "2026-Q0", "2026", "26-Q1", "2026-q1", ""})
    void anythingElseIsNone(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quarter.parse(written));
    }
}
