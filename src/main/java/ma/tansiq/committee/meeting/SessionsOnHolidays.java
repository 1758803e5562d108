package ma.tansiq.committee.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.calendar.Holidays;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sessions still to come that fall on a day off since a religious day was moved or an exceptional one added (rule D2).
 * Found by comparing dates, so that whoever moves the session or the day ends the matter.
 */
@Component
public class SessionsOnHolidays {

    private final Meetings meetings;
    private final Holidays holidays;
    private final Memberships memberships;
    private final MeetingNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SessionsOnHolidays(
            Meetings meetings,
            Holidays holidays,
            Memberships memberships,
            MeetingNotices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.holidays = holidays;
        this.memberships = memberships;
        this.notices = notices;
        this.events = events;
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
        return holidays.on(day(startsAt));
    }

    @EventListener
    void on(Holiday.HolidayMoved moved) {
        tell(moved.holiday());
    }

    @EventListener
    void on(Holiday.HolidayAdded added) {
        tell(added.holiday());
    }

    private void tell(Holiday holiday) {
        meetings.ahead(clock.instant()).stream()
                .filter(meeting -> holiday.includes(day(meeting.startsAt())))
                .map(meeting -> new MeetingEvents.OnHoliday(
                        notices.of(meeting),
                        day(meeting.startsAt()),
                        holiday.nameKey(),
                        holiday.name(),
                        secretaryAndChair(meeting.body())))
                .forEach(events::publishEvent);
    }

    private List<String> secretaryAndChair(String body) {
        LocalDate today = LocalDate.now(clock);
        return Stream.concat(
                        memberships.holders(body, MemberRole.SECRETARY, today).stream(),
                        memberships.presiding(body, today).stream())
                .map(Membership::account)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    private Stream<Clash> clash(Meeting meeting) {
        Instant start = meeting.startsAt();
        return at(start).stream().map(holiday -> new Clash(meeting.reference(), start, holiday));
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }
}
