package ma.tansiq.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import ma.tansiq.LegalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockRequestTests {

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 24, 10, 30, 0, 0, LegalTime.ZONE);

    @ParameterizedTest
    @CsvSource({
        "P5D, 2026-11-29T10:30",
        "PT2H, 2026-11-24T12:30",
        "P1DT2H30M, 2026-11-25T13:00",
        "P1M, 2026-12-24T10:30",
        "P1W, 2026-12-01T10:30",
        "p400d, 2027-12-29T10:30",
    })
    void advancesByPeriodsKeepingTheTimeOfDay(String advance, String local) {
        Instant expected = LocalDateTime.parse(local).atZone(NOW.getZone()).toInstant();
        assertThat(new ClockRequest(advance, " ").target(NOW)).isEqualTo(expected);
    }

    @Test
    void goesToALocalInstantInMorocco() {
        assertThat(new ClockRequest("", "2027-01-10T09:00").target(NOW))
                .isEqualTo(LocalDateTime.parse("2027-01-10T09:00")
                        .atZone(NOW.getZone())
                        .toInstant());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, oneOfBoth",
                "P1D, 2027-01-01T00:00, oneOfBoth",
                "-P5D, -, notAhead",
                "P-5D, -, notAhead",
                "P0D, -, notAhead",
                "PT0S, -, notAhead",
                "-, 2026-11-24T10:30, notAhead",
                "-, 2020-01-01T00:00, notAhead",
                "P401D, -, tooFar",
                "P99999D, -, tooFar",
                "-, 2030-01-01T00:00, tooFar",
                "P99999999999D, -, notAPeriod",
                "PT9999999999999999H, -, notAPeriod",
                "P999999999Y, -, notAPeriod",
                "five days, -, notAPeriod",
                "5, -, notAPeriod",
                "T, -, notAPeriod",
                "PT, -, notAPeriod",
                "-, tomorrow, notADate",
                "-, 2027-02-30T09:00, notADate",
                "-, 2027-03-10, notADate",
            })
    void refusesWhatDoesNotLieAhead(String advance, String to, String reason) {
        assertThatExceptionOfType(ClockRefusal.class)
                .isThrownBy(() -> new ClockRequest(advance, to).target(NOW))
                .satisfies(r -> assertThat(r.messageKey()).isEqualTo("refusal.demonstration." + reason));
    }
}
