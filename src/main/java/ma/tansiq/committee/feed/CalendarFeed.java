package ma.tansiq.committee.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.tansiq.committee.feed.Sessions.Session;
import ma.tansiq.committee.meeting.MeetingRef;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/**
 * Sessions as an RFC 5545 calendar. Each has the UID and the SEQUENCE of its invitation, so that a calendar program shows
 * both as one; times are in UTC as there.
 */
@Component
class CalendarFeed {

    /** Characters on a line; most of them take one octet of the 75 that RFC 5545 recommends, Arabic ones take two. */
    private static final int FOLD_AT = 37;

    private final Clock clock;

    CalendarFeed(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param bodies their names by code, in the subscriber's language
     * @param site address that links begin with, without a slash at its end
     */
    String of(String name, List<Session> sessions, Map<String, String> bodies, String site) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Tansiq//Tansiq//FR"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        Instant now = clock.instant();
        sessions.forEach(each -> calendar.add(event(each, bodies.getOrDefault(each.body(), each.body()), site, now)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false, FOLD_AT).output(calendar, text);
        } catch (IOException writerThatNeverFails) {
            throw new UncheckedIOException(writerThatNeverFails);
        }
        return text.toString();
    }

    private static VEvent event(Session session, String body, String site, Instant now) {
        String page = site + "/coordination/meetings/" + session.reference();
        VEvent event = new VEvent(false);
        event.add(new Uid(MeetingRef.calendarUid(session.reference())));
        event.add(new DtStamp(now));
        event.add(new Sequence(session.sequence()));
        event.add(new DtStart<>(session.startsAt()));
        event.add(new DtEnd<>(session.endsAt()));
        event.add(new Summary(oneLine(session.reference() + " — " + body)));
        event.add(new Location(oneLine(session.place())));
        event.add(new Description(session.link() == null ? page : oneLine(session.link()) + "\n" + page));
        event.add(new Url(URI.create(page)));
        event.add(session.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
