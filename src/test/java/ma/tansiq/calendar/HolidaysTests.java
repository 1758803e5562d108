package ma.tansiq.calendar;

import static ma.tansiq.calendar.CalendarExamples.added;
import static ma.tansiq.calendar.CalendarExamples.holidays;
import static ma.tansiq.calendar.CalendarExamples.moved;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTests {

    /** Vectors of the reference data: first day by Umm al-Qura, first day as announced in Morocco. */
    @ParameterizedTest
    @CsvSource({
        "MAWLID_AN_NABI-1439, 2017-11-30, 2017-12-01",
        "ID_AL_FITR-1442, 2021-05-13, 2021-05-13",
        "ID_UL_ADHA-1442, 2021-07-20, 2021-07-21",
        "ID_AL_FITR-1443, 2022-05-02, 2022-05-02",
        "ID_AL_FITR-1444, 2023-04-21, 2023-04-22",
        "ID_AL_FITR-1446, 2025-03-30, 2025-03-31",
        "MAWLID_AN_NABI-1447, 2025-09-04, 2025-09-05"
    })
    void estimatesReligiousDaysAndKeepsBothDaysTogetherWhenMoved(
            String reference, LocalDate estimated, LocalDate official) {
        Holiday estimate = holidays().find(reference).orElseThrow();
        assertThat(estimate.firstDay()).isEqualTo(estimated);
        assertThat(estimate.lastDay()).isEqualTo(estimated.plusDays(1));
        assertThat(estimate.confirmed()).isFalse();

        Holidays ruled = holidays(moved(reference, official));
        assertThat(ruled.find(reference)).hasValueSatisfying(holiday -> {
            assertThat(holiday.firstDay()).isEqualTo(official);
            assertThat(holiday.lastDay()).isEqualTo(official.plusDays(1));
            assertThat(holiday.confirmed()).isTrue();
        });
        assertThat(ruled.on(official.plusDays(1))).map(Holiday::reference).contains(reference);
    }

    @ParameterizedTest
    @CsvSource({
        "2017, 01-01;01-11;05-01;07-30;08-14;08-20;08-21;11-06;11-18",
        "2024, 01-01;01-11;01-14;05-01;07-30;08-14;08-20;08-21;11-06;11-18",
        "2025, 01-01;01-11;01-14;05-01;07-30;08-14;08-20;08-21;11-06;11-18",
        "2026, 01-01;01-11;01-14;05-01;07-30;08-14;08-20;08-21;10-31;11-06;11-18"
    })
    void fixedDaysBeginInTheYearOfTheirDecree(int year, String days) {
        assertThat(year(year))
                .filteredOn(h -> h.kind() == Holiday.Kind.FIXED)
                .allMatch(Holiday::confirmed)
                .extracting(h -> h.firstDay().toString().substring(5))
                .containsExactly(days.split(";"));
    }

    @Test
    void firstMoharramIsOneDay() {
        assertThat(holidays().find("NEWYEAR-1447")).hasValueSatisfying(h -> {
            assertThat(h.firstDay()).isEqualTo("2025-06-26");
            assertThat(h.days()).isEqualTo(1);
        });
    }

    @Test
    void aReligiousDayMayComeTwiceInOneYear() {
        assertThat(year(2008))
                .filteredOn(h -> h.key().equals("NEWYEAR"))
                .extracting(Holiday::reference)
                .containsExactly("NEWYEAR-1429", "NEWYEAR-1430");
    }

    @Test
    void theDayBeforeTheMoveIsWorkedAgain() {
        Holidays ruled = holidays(moved("ID_AL_FITR-1446", LocalDate.of(2025, 3, 31)));
        assertThat(ruled.on(LocalDate.of(2025, 3, 30))).isEmpty();
        assertThat(ruled.on(LocalDate.of(2025, 4, 1))).isPresent();
    }

    @Test
    void exceptionalDaysAreOff() {
        Holidays ruled = holidays(added(LocalDate.of(2025, 6, 9)));
        assertThat(ruled.on(LocalDate.of(2025, 6, 9))).map(Holiday::kind).contains(Holiday.Kind.EXCEPTIONAL);
        assertThat(ruled.find("EXCEPTIONAL-2025-06-09")).isPresent();
    }

    @Test
    void aReferenceThatNobodyKnowsIsNotFound() {
        assertThat(List.of("ID_AL_FITR-9999", "ID_AL_FITR-0001", "LABOUR_DAY", "x", "", "UNITY-2025"))
                .allMatch(reference -> holidays().find(reference).isEmpty());
    }

    private static List<Holiday> year(int year) {
        return holidays().between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
