package ma.tansiq.committee.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.calendar.Holidays;
import org.springframework.stereotype.Component;

/** Sessions still to come that fall on a day off, for instance since a religious day was moved. */
@Component
public class SessionsOnHolidays {

    private final Meetings meetings;
    private final Holidays holidays;
    private final Clock clock;

    SessionsOnHolidays(Meetings meetings, Holidays holidays, Clock clock) {
        this.meetings = meetings;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** A session and the day off that it falls on. */
    public record Clash(String meeting, Instant startsAt, Holiday holiday) {}

    /** All of them, the next first. */
    public List<Clash> all() {
        return meetings.ahead(clock.instant()).stream().flatMap(this::clash).toList();
    }

    /** The day off that a session at that moment falls on, if any. */
    public Optional<Holiday> at(Instant startsAt) {
        return holidays.on(LocalDate.ofInstant(startsAt, clock.getZone()));
    }

    private Stream<Clash> clash(Meeting meeting) {
        Instant start = meeting.startsAt();
        return at(start).stream().map(holiday -> new Clash(meeting.reference(), start, holiday));
    }
}
