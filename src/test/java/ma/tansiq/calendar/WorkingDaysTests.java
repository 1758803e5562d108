package ma.tansiq.calendar;

import static ma.tansiq.calendar.CalendarExamples.added;
import static ma.tansiq.calendar.CalendarExamples.moved;
import static ma.tansiq.calendar.CalendarExamples.workingDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Morocco is at UTC+1, except about Ramadan (18 February to 19 March 2026, 29 February to 29 March 2025): UTC. */
class WorkingDaysTests {

    private final WorkingDays days = workingDays();

    @Test
    void weekendsAndHolidaysAreNotWorked() {
        assertThat(days.isWorkingDay(day("2026-11-24"))).isTrue();
        assertThat(days.isWorkingDay(day("2026-11-21"))).isFalse();
        assertThat(days.isWorkingDay(day("2026-11-22"))).isFalse();
        assertThat(days.isWorkingDay(day("2026-11-18"))).isFalse();
        assertThat(days.isWorkingDay(day("2022-05-03")))
                .as("second day of Aïd al-Fitr")
                .isFalse();
    }

    @Test
    void countsOverWeekendAndHoliday() {
        assertThat(days.plus(day("2026-11-17"), 1)).isEqualTo("2026-11-19");
        assertThat(days.plus(day("2026-11-17"), 5)).isEqualTo("2026-11-25");
        assertThat(days.plus(day("2026-11-25"), -5)).isEqualTo("2026-11-17");
        assertThat(days.plus(day("2026-11-21"), 0)).isEqualTo("2026-11-23");
        assertThat(days.plus(day("2026-11-23"), 0)).isEqualTo("2026-11-23");
    }

    @Test
    void exceptionalAndMovedDaysCount() {
        assertThat(workingDays(added(day("2025-06-09"))).plus(day("2025-06-05"), 1))
                .isEqualTo("2025-06-10");
        assertThat(workingDays(moved("ID_AL_FITR-1446", day("2025-03-31"))).plus(day("2025-03-28"), 1))
                .isEqualTo("2025-04-02");
    }

    @Test
    void aDeadlineIsTheCloseOfBusiness() {
        assertThat(days.deadlineAfter(at("2026-11-24T09:00:00Z"), 2)).isEqualTo("2026-11-26T16:30:00Z");
        assertThat(days.deadlineAfter(at("2026-11-27T22:00:00Z"), 1)).isEqualTo("2026-11-30T16:30:00Z");
    }

    @Test
    void zeroDaysMeanTheNextCloseOfBusiness() {
        assertThat(days.deadlineAfter(at("2026-11-24T09:00:00Z"), 0)).isEqualTo("2026-11-24T16:30:00Z");
        assertThat(days.deadlineAfter(at("2026-11-24T16:30:00Z"), 0)).isEqualTo("2026-11-24T16:30:00Z");
        assertThat(days.deadlineAfter(at("2026-11-24T16:30:00.001Z"), 0)).isEqualTo("2026-11-25T16:30:00Z");
        assertThat(days.deadlineAfter(at("2026-11-28T09:00:00Z"), 0)).isEqualTo("2026-11-30T16:30:00Z");
    }

    @Test
    void aDeadlineBeforeASessionLeavesThatManyDays() {
        assertThat(days.deadlineBefore(at("2026-11-26T09:00:00Z"), 3)).isEqualTo("2026-11-23T16:30:00Z");
        assertThat(days.deadlineBefore(at("2026-11-30T09:00:00Z"), 1)).isEqualTo("2026-11-27T16:30:00Z");
        assertThat(days.deadlineBefore(at("2026-11-26T09:00:00Z"), 0)).isEqualTo("2026-11-25T16:30:00Z");
        assertThat(days.deadlineBefore(at("2026-11-26T17:00:00Z"), 0)).isEqualTo("2026-11-26T16:30:00Z");
    }

    @Test
    void closeOfBusinessFollowsTheOffsetAboutRamadan() {
        assertThat(days.deadlineAfter(at("2026-02-13T09:00:00Z"), 1))
                .as("Monday after the change to UTC on 15 February")
                .isEqualTo("2026-02-16T16:30:00Z");
        assertThat(days.deadlineBefore(at("2026-02-16T10:00:00Z"), 1))
                .as("Friday before the change")
                .isEqualTo("2026-02-13T15:30:00Z");
        assertThat(days.deadlineAfter(at("2026-03-19T09:00:00Z"), 3))
                .as("back to UTC+1 on 22 March; Aïd on 20 and 21 March")
                .isEqualTo("2026-03-25T15:30:00Z");
    }

    @Test
    void theDayIsMoroccos() {
        assertThat(days.dayOf(at("2026-07-24T23:30:00Z"))).as("still UTC+1").isEqualTo("2026-07-25");
        assertThat(days.dayOf(at("2026-11-24T23:30:00Z")))
                .as("UTC since 20 September 2026")
                .isEqualTo("2026-11-24");
        assertThat(days.dayOf(at("2026-02-24T23:30:00Z"))).isEqualTo("2026-02-24");
    }

    @Test
    void yearsThatNoCalendarKnowsAreRefused() {
        assertThatExceptionOfType(CalendarRefusal.class)
                .isThrownBy(() -> days.plus(day("2500-01-01"), 1))
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo("refusal.calendar.year-unknown"));
        assertThatIllegalArgumentException().isThrownBy(() -> days.deadlineAfter(Instant.EPOCH, -1));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
