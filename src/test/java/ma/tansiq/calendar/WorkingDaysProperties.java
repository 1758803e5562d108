package ma.tansiq.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of the arithmetic in working days, whatever the day. */
class WorkingDaysProperties {

    private final WorkingDays days = CalendarExamples.workingDays(
            CalendarExamples.moved("ID_AL_FITR-1446", LocalDate.of(2025, 3, 31)),
            CalendarExamples.added(LocalDate.of(2025, 6, 9)));

    @Property
    void neverLandsOnADayOff(@ForAll("days") LocalDate day, @ForAll @IntRange(min = -60, max = 60) int n) {
        assertThat(days.isWorkingDay(days.plus(day, n))).isTrue();
    }

    @Property
    void goingBackUndoesGoingForward(
            @ForAll("workingDays") LocalDate day, @ForAll @IntRange(min = -60, max = 60) int n) {
        assertThat(days.plus(days.plus(day, n), -n)).isEqualTo(day);
    }

    @Property
    void stepsAddUp(
            @ForAll("workingDays") LocalDate day,
            @ForAll @IntRange(min = -30, max = 30) int a,
            @ForAll @IntRange(min = -30, max = 30) int b) {
        assertThat(days.plus(days.plus(day, a), b)).isEqualTo(days.plus(day, a + b));
    }

    @Property
    void oneDayMoreIsLater(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 60) int n) {
        assertThat(days.plus(day, n)).isBefore(days.plus(day, n + 1));
    }

    @Property
    void aLaterStartNeverEndsEarlier(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 0, max = 30) int later,
            @ForAll @IntRange(min = -30, max = 30) int n) {
        assertThat(days.plus(day.plusDays(later), n)).isAfterOrEqualTo(days.plus(day, n));
    }

    @Property
    void betweenMeasuresWhatPlusAdded(
            @ForAll("workingDays") LocalDate day, @ForAll @IntRange(min = -60, max = 60) int n) {
        assertThat(days.between(day, days.plus(day, n))).isEqualTo(n);
    }

    @Property
    void betweenAddsUpAndReverses(
            @ForAll("days") LocalDate a,
            @ForAll @IntRange(min = -90, max = 90) int b,
            @ForAll @IntRange(min = -90, max = 90) int c) {
        LocalDate middle = a.plusDays(b);
        LocalDate end = middle.plusDays(c);
        assertThat(days.between(a, middle) + days.between(middle, end)).isEqualTo(days.between(a, end));
        assertThat(days.between(a, middle)).isEqualTo(-days.between(middle, a));
    }

    @Property
    void deadlinesLieOnTheirSide(@ForAll("instants") Instant instant, @ForAll @IntRange(min = 0, max = 60) int n) {
        Instant after = days.deadlineAfter(instant, n);
        Instant before = days.deadlineBefore(instant, n);
        assertThat(after).isAfterOrEqualTo(instant);
        assertThat(before).isBeforeOrEqualTo(instant);
        assertThat(Stream.of(after, before)).allSatisfy(due -> {
            assertThat(days.isWorkingDay(days.dayOf(due))).isTrue();
            assertThat(due.atZone(LegalTime.ZONE).toLocalTime()).isEqualTo("16:30");
        });
    }

    @Provide
    Arbitrary<LocalDate> days() {
        LocalDate first = LocalDate.of(2017, 1, 1);
        return Arbitraries.integers().between(0, 365 * 25).map(first::plusDays);
    }

    @Provide
    Arbitrary<LocalDate> workingDays() {
        return days().map(day -> days.plus(day, 0));
    }

    @Provide
    Arbitrary<Instant> instants() {
        Instant first = Instant.parse("2017-01-01T00:00:00Z");
        return Arbitraries.longs().between(0, 25L * 365 * 86_400).map(first::plusSeconds);
    }
}
