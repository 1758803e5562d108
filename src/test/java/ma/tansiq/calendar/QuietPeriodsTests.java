package ma.tansiq.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule A2b. */
class QuietPeriodsTests {

    @ParameterizedTest
    @CsvSource({
        "2027-07-31, 2027-07-31",
        "2027-08-01, 2027-09-01",
        "2027-08-15, 2027-09-15",
        "2027-08-31, 2027-10-01",
        "2027-09-01, 2027-09-01"
    })
    void daysOfAugustAreGivenBackAfterIt(LocalDate day, LocalDate shifted) {
        assertThat(CalendarExamples.quietPeriods().shift(day)).isEqualTo(shifted);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-27, 2027-02-27",
        "2027-02-28, 2027-03-10",
        "2027-03-05, 2027-03-15",
        "2027-03-09, 2027-03-19",
        "2027-03-10, 2027-03-10"
    })
    void lastTenDaysOfRamadanAreTheTenBeforeTheFeast(LocalDate day, LocalDate shifted) {
        QuietPeriods quiet =
                CalendarExamples.quietPeriods(CalendarExamples.moved("ID_AL_FITR-1448", LocalDate.of(2027, 3, 10)));
        assertThat(quiet.shift(day)).isEqualTo(shifted);
    }

    @Test
    void theyMoveWithTheFeast() {
        QuietPeriods quiet =
                CalendarExamples.quietPeriods(CalendarExamples.moved("ID_AL_FITR-1448", LocalDate.of(2027, 3, 11)));
        assertThat(quiet.shift(LocalDate.of(2027, 2, 28))).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(quiet.shift(LocalDate.of(2027, 3, 10))).isEqualTo(LocalDate.of(2027, 3, 20));
    }

    @Test
    void settingThatIsNeitherFixedNorMovingIsRefused() {
        assertThatThrownBy(() -> new CalendarSettings.Quiet(MonthDay.of(8, 1), null, null, 0))
                .hasMessageContaining("either from and to, or before and days");
        assertThatThrownBy(() -> new CalendarSettings.Quiet(null, null, "ID_AL_FITR", 0))
                .hasMessageContaining("either from and to, or before and days");
        assertThatThrownBy(() -> new CalendarSettings.Quiet(MonthDay.of(12, 20), MonthDay.of(1, 5), null, 0))
                .hasMessageContaining("comes after");
    }
}
