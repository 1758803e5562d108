package ma.tansiq.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import ma.tansiq.LegalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules D2 and D3: legal time, which was UTC+1 until 20 September 2026. */
class WorkingMorningsTests {

    private static final String CYCLE = "WORKING-DAYS/06:30";

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T06:29:59Z, 2026-11-26T06:30:00Z",
        "2026-11-26T06:30:00Z, 2026-11-27T06:30:00Z",
        "2026-11-27T10:00:00Z, 2026-11-30T06:30:00Z",
        "2026-11-17T12:00:00Z, 2026-11-19T06:30:00Z",
        "2026-06-10T05:29:00Z, 2026-06-10T05:30:00Z",
        "2026-09-18T12:00:00Z, 2026-09-21T06:30:00Z"
    })
    void everyWorkingDayAtHalfPastSix(Instant after, Instant next) {
        assertThat(mornings().next(CYCLE, after)).isEqualTo(next);
    }

    @Test
    void dayOffThatIsAddedIsPassedOver() {
        assertThat(mornings(CalendarExamples.added(LocalDate.of(2026, 11, 30)))
                        .next(CYCLE, Instant.parse("2026-11-27T10:00:00Z")))
                .isEqualTo("2026-12-01T06:30:00Z");
    }

    @Test
    void leavesOtherCyclesToTheEngine() {
        assertThat(mornings().knows(CYCLE)).isTrue();
        assertThat(mornings().knows("R3/PT10M")).isFalse();
        assertThat(mornings().knows("0 30 6 * * ?")).isFalse();
    }

    private static WorkingMornings mornings(HolidayRuling... inForce) {
        return new WorkingMornings(CalendarExamples.workingDays(inForce), Clock.fixed(Instant.EPOCH, LegalTime.ZONE));
    }
}
