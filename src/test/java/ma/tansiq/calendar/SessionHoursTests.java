package ma.tansiq.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ramadan 1447 is estimated from 18 February to 19 March 2026. */
class SessionHoursTests {

    private final SessionHours hours = CalendarExamples.sessionHours();

    @Test
    void noSessionMeetsTheFridayPrayer() {
        assertThat(breach(hours, "2026-11-27T12:30", 60)).contains(SessionHours.Rule.FRIDAY_PRAYER);
        assertThat(breach(hours, "2026-11-27T10:00", 121)).contains(SessionHours.Rule.FRIDAY_PRAYER);
        assertThat(breach(hours, "2026-11-27T14:29", 60)).contains(SessionHours.Rule.FRIDAY_PRAYER);

        assertThat(breach(hours, "2026-11-27T10:00", 120)).isEmpty();
        assertThat(breach(hours, "2026-11-27T14:30", 120)).isEmpty();
        assertThat(breach(hours, "2026-11-26T12:30", 60)).isEmpty();
    }

    @Test
    void sessionsOfRamadanKeepToItsHours() {
        assertThat(breach(hours, "2026-02-19T09:59", 60)).contains(SessionHours.Rule.RAMADAN);
        assertThat(breach(hours, "2026-02-19T12:00", 121)).contains(SessionHours.Rule.RAMADAN);
        assertThat(breach(hours, "2026-02-20T13:00", 60)).contains(SessionHours.Rule.FRIDAY_PRAYER);

        assertThat(breach(hours, "2026-02-19T10:00", 240)).isEmpty();
        assertThat(breach(hours, "2026-02-17T15:00", 60)).isEmpty();
    }

    @Test
    void noSessionTakesPlaceAtNight() {
        assertThat(breach(hours, "2026-11-24T03:00", 60)).contains(SessionHours.Rule.DAYTIME);
        assertThat(breach(hours, "2026-11-24T06:59", 60)).contains(SessionHours.Rule.DAYTIME);
        assertThat(breach(hours, "2026-11-24T20:00", 61)).contains(SessionHours.Rule.DAYTIME);
        assertThat(breach(hours, "2026-11-24T20:00", 600)).contains(SessionHours.Rule.DAYTIME);

        assertThat(breach(hours, "2026-11-24T07:00", 60)).isEmpty();
        assertThat(breach(hours, "2026-11-24T20:00", 60)).isEmpty();
    }

    @Test
    void ramadanEndsWhenTheFeastBegins() {
        SessionHours later = CalendarExamples.sessionHours(
                CalendarExamples.moved("ID_AL_FITR-1447", java.time.LocalDate.of(2026, 3, 24)));

        assertThat(breach(hours, "2026-03-23T15:00", 60)).isEmpty();
        assertThat(breach(later, "2026-03-23T15:00", 60)).contains(SessionHours.Rule.RAMADAN);
        assertThat(breach(later, "2026-03-25T15:00", 60)).isEmpty();
    }

    @Test
    void namesTheHours() {
        var breach = hours.breach(
                        CalendarExamples.instant("2026-11-27T12:30"), CalendarExamples.instant("2026-11-27T13:30"))
                .orElseThrow();

        assertThat(breach.from()).isEqualTo(LocalTime.of(12, 0));
        assertThat(breach.to()).isEqualTo(LocalTime.of(14, 30));
    }

    private static Optional<SessionHours.Rule> breach(SessionHours hours, String start, int minutes) {
        LocalDateTime begins = LocalDateTime.parse(start);
        return hours.breach(
                        CalendarExamples.instant(start),
                        CalendarExamples.instant(begins.plusMinutes(minutes).toString()))
                .map(SessionHours.Breach::rule);
    }
}
