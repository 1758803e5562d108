package ma.tansiq.notification;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.tansiq.committee.meeting.MeetingNotice;
import ma.tansiq.committee.meeting.MeetingRef;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * An RFC 5545 invitation to one person, or its cancellation, by RFC 5546. The UID follows from the meeting's reference
 * and never changes; the SEQUENCE is the notice's.
 *
 * <p>Times are in UTC. Morocco changes its offset around Ramadan by decree: a {@code VTIMEZONE} that says so is read
 * differently by mail programs, and a plain {@code TZID} relies on how old the reader's tables are. An instant in UTC is
 * the same for all of them, and the mail beside it says Morocco's legal hour.
 *
 * @param method {@code REQUEST} or {@code CANCEL}
 */
record Invitation(String method, String content) {

    /** Characters on a line; most of them take one octet of the 75 that RFC 5545 recommends, Arabic ones take two. */
    private static final int FOLD_AT = 37;

    static Invitation request(MeetingNotice notice, Parties parties, Letter letter, Instant now) {
        VEvent event = event(notice, parties, letter, now);
        event.add(ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableTransp.OPAQUE);
        return new Invitation("REQUEST", calendar(ImmutableMethod.REQUEST, event));
    }

    static Invitation cancellation(MeetingNotice notice, Parties parties, Letter letter, Instant now) {
        VEvent event = event(notice, parties, letter, now);
        event.add(ImmutableStatus.VEVENT_CANCELLED);
        return new Invitation("CANCEL", calendar(ImmutableMethod.CANCEL, event));
    }

    /** Who invites whom; both with an address. */
    record Parties(Recipient organiser, Recipient attendee) {}

    private static VEvent event(MeetingNotice notice, Parties parties, Letter letter, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid(MeetingRef.calendarUid(notice.reference())));
        event.add(new DtStamp(now));
        event.add(new Sequence(notice.sequence()));
        event.add(new DtStart<>(notice.startsAt()));
        event.add(new DtEnd<>(notice.endsAt()));
        event.add(new Summary(
                Wording.oneLine(notice.reference() + " — " + notice.bodyName().in(letter.locale()))));
        event.add(new Location(Wording.oneLine(notice.place())));
        event.add(new Description(description(letter)));
        event.add(new Url(URI.create(letter.page())));
        event.add(organizer(parties.organiser()));
        event.add(attendee(parties.attendee()));
        return event;
    }

    private static String description(Letter letter) {
        List<String> lines = new ArrayList<>();
        lines.add(letter.title());
        letter.facts().forEach(fact -> lines.add(fact.label() + ": " + fact.value()));
        lines.add(letter.page());
        return String.join("\n", lines);
    }

    private static Organizer organizer(Recipient organiser) {
        Organizer organizer = new Organizer(mailto(organiser));
        organizer.add(new Cn(name(organiser)));
        return organizer;
    }

    private static Attendee attendee(Recipient person) {
        Attendee attendee = new Attendee(mailto(person));
        attendee.add(new Cn(name(person)));
        attendee.add(CuType.INDIVIDUAL);
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(PartStat.NEEDS_ACTION);
        attendee.add(Rsvp.TRUE);
        return attendee;
    }

    private static String calendar(Method method, VEvent event) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Tansiq//Tansiq//FR"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        calendar.add(event);
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false, FOLD_AT).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static URI mailto(Recipient person) {
        return URI.create("mailto:" + person.address());
    }

    /** A parameter's value cannot hold double quotes. */
    private static String name(Recipient person) {
        return Wording.oneLine(person.name()).replace('"', '\'');
    }
}
