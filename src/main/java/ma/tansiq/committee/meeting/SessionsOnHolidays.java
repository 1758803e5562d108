package ma.tansiq.committee.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.calendar.Holidays;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.engine.FormTexts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
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
    private final HolidayQuestions questions;
    private final MeetingHistory history;
    private final Permissions permissions;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    SessionsOnHolidays(
            Meetings meetings,
            Holidays holidays,
            Memberships memberships,
            MeetingNotices notices,
            HolidayQuestions questions,
            MeetingHistory history,
            Permissions permissions,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.holidays = holidays;
        this.memberships = memberships;
        this.notices = notices;
        this.questions = questions;
        this.history = history;
        this.permissions = permissions;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** A session and the day off that it falls on. */
    public record Clash(String meeting, Instant startsAt, Holiday holiday) {}

    /**
     * A session keeps its date although that day is off.
     *
     * @param by account of whoever decided so
     */
    public record Maintained(String motive, String by) {}

    /** The day of a convened session became a day off, and nobody has said yet that it keeps its date. */
    record Asked(String meeting) {}

    /** The session was moved, or its day is no day off any more: nothing is left to decide. */
    record Settled(String meeting) {}

    /** All of them, the next first. */
    public List<Clash> all() {
        return meetings.ahead(clock.instant()).stream().flatMap(this::clash).toList();
    }

    /** The day off that a session at that moment falls on, if any. */
    public Optional<Holiday> at(Instant startsAt) {
        return holidays.on(day(startsAt));
    }

    /** The decision that the session which starts then keeps its date, if it was taken. */
    public Optional<Maintained> maintained(String meeting, Instant startsAt) {
        return questions.maintained(meeting, day(startsAt));
    }

    /** The session keeps its date; why is on record. */
    void maintain(String reference, String motive, String by) {
        Meeting meeting = meetings.toChange(reference);
        permissions.requireSecretary(meeting.body(), by);
        questions.maintain(reference, day(meeting.startsAt()), motive, by);
        history.add(reference, "MAINTAINED_ON_HOLIDAY", by, motive);
    }

    /** Its name, as a form shows it; empty when that day is none. */
    String nameAt(Instant startsAt) {
        return at(startsAt)
                .map(day -> day.name() == null
                        ? messages.getMessage(day.nameKey(), null, Locale.FRENCH)
                        : FormTexts.verbatim(day.name()))
                .orElse("");
    }

    @EventListener
    void on(Holiday.HolidayMoved moved) {
        free(moved.previousFirstDay(), moved.holiday().days());
        tell(moved.holiday());
    }

    @EventListener
    void on(Holiday.HolidayWithdrawn withdrawn) {
        free(withdrawn.holiday().firstDay(), withdrawn.holiday().days());
    }

    @EventListener
    void on(Holiday.HolidayAdded added) {
        tell(added.holiday());
    }

    private void tell(Holiday holiday) {
        meetings.ahead(clock.instant()).stream()
                .filter(meeting -> holiday.includes(day(meeting.startsAt())))
                .filter(meeting ->
                        maintained(meeting.reference(), meeting.startsAt()).isEmpty())
                .forEach(meeting -> {
                    ask(meeting);
                    events.publishEvent(onHoliday(meeting, holiday));
                });
    }

    private void ask(Meeting meeting) {
        if (meeting.status() == MeetingStatus.CONVENED && questions.ask(meeting.reference(), day(meeting.startsAt()))) {
            events.publishEvent(new Asked(meeting.reference()));
        }
    }

    private MeetingEvents.OnHoliday onHoliday(Meeting meeting, Holiday holiday) {
        LocalDate today = LocalDate.now(clock);
        return new MeetingEvents.OnHoliday(
                notices.of(meeting),
                day(meeting.startsAt()),
                holiday.nameKey(),
                holiday.name(),
                Math.max(1, holidays.timesSet(holiday, day(meeting.startsAt()))),
                accounts(memberships.holders(meeting.body(), MemberRole.SECRETARY, today)),
                accounts(memberships.presiding(meeting.body(), today)));
    }

    /** Ends what was asked about sessions on those days, which a holiday left. */
    private void free(LocalDate firstDay, int days) {
        LocalDate end = firstDay.plusDays(days);
        meetings.ahead(clock.instant()).stream()
                .filter(meeting -> !day(meeting.startsAt()).isBefore(firstDay)
                        && day(meeting.startsAt()).isBefore(end))
                .filter(meeting -> at(meeting.startsAt()).isEmpty())
                .forEach(meeting -> events.publishEvent(new Settled(meeting.reference())));
    }

    private static List<String> accounts(List<Membership> seats) {
        return seats.stream()
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
