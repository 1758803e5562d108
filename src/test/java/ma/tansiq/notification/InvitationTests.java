package ma.tansiq.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import java.io.StringReader;
import java.time.Instant;
import java.util.Objects;
import ma.tansiq.committee.meeting.MeetingEvents;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invitations as another program reads them (rule C1; RFC 5545, RFC 5546). */
class InvitationTests {

    private final MailRoom room = new MailRoom();
    private final ScriptedSmtpServer server = new ScriptedSmtpServer(0);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void convocationIsAValidRequestToOnePerson() throws Exception {
        room.convene("CP11-2026-03", "m1.cp11", "m2.cp11");

        Calendar calendar = read(room.all().get(1));
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(value(calendar, Property.METHOD)).isEqualTo("REQUEST");
        VEvent event = event(calendar);
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("CP11-2026-03 — Comité du programme 11");
        assertThat(value(event, Property.LOCATION)).isEqualTo("Salle Atlas, Rabat");
        assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:sec.cp11@example.org");
        assertThat(event.<Property>getProperties(Property.ATTENDEE))
                .singleElement()
                .satisfies(attendee -> {
                    assertThat(attendee.getValue()).isEqualTo("mailto:m2.cp11@example.org");
                    assertThat(attendee.<Rsvp>getParameter("RSVP")).contains(Rsvp.TRUE);
                    assertThat(attendee.<PartStat>getParameter("PARTSTAT")).contains(PartStat.NEEDS_ACTION);
                });
    }

    @Test
    void timesAreInstantsThatNoChangeOfOffsetMoves() throws Exception {
        room.convene("CP11-2026-03", "m1.cp11");

        VEvent event = event(read(room.only()));
        assertThat(value(event, Property.DTSTART)).isEqualTo("20260312T090000Z");
        assertThat(value(event, Property.DTEND)).isEqualTo("20260312T113000Z");
    }

    @Test
    void changesKeepTheUidAndRaiseTheSequence() throws Exception {
        room.convene("CP11-2026-03", "m1.cp11");
        room.commit(() -> {
            room.meetings.on(new MeetingEvents.Rescheduled(
                    MailRoom.notice("CP11-2026-03", 2, "m1.cp11"), Instant.parse("2026-03-10T09:00:00Z"), "salle"));
            room.meetings.on(new MeetingEvents.Cancelled(MailRoom.notice("CP11-2026-03", 3, "m1.cp11"), "grève"));
        });

        Calendar request = read(room.all().get(0));
        Calendar update = read(room.all().get(1));
        Calendar cancellation = read(room.all().get(2));
        assertThat(value(event(update), Property.UID)).isEqualTo(value(event(request), Property.UID));
        assertThat(value(event(cancellation), Property.UID)).isEqualTo(value(event(request), Property.UID));
        assertThat(value(event(request), Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(event(update), Property.SEQUENCE)).isEqualTo("2");
        assertThat(value(event(cancellation), Property.SEQUENCE)).isEqualTo("3");
        assertThat(value(update, Property.METHOD)).isEqualTo("REQUEST");
        assertThat(value(cancellation, Property.METHOD)).isEqualTo("CANCEL");
        assertThat(value(event(cancellation), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(cancellation.validate().hasErrors()).isFalse();
        assertThat(update.validate().hasErrors()).isFalse();
    }

    @Test
    void meetingsHaveUidsOfTheirOwn() throws Exception {
        room.convene("CP11-2026-03", "m1.cp11");
        room.convene("CP11-2026-04", "m1.cp11");

        assertThat(value(event(read(room.all().get(0))), Property.UID))
                .isNotEqualTo(value(event(read(room.all().get(1))), Property.UID));
    }

    @Test
    void mailProgramsFindTheInvitationAmongTheAlternativesAndAsAFile() throws Exception {
        room.convene("CP11-2026-03", "m1.cp11");
        room.dispatcher(server).drain();

        var message = server.received.get(0);
        assertThat(LetterTests.partsOf(message))
                .containsExactly("text/plain", "text/html", "text/calendar", "application/ics CP11-2026-03.ics");
        MimeMultipart mixed = (MimeMultipart) message.getContent();
        BodyPart calendar = ((MimeMultipart) mixed.getBodyPart(0).getContent()).getBodyPart(2);
        ContentType type = new ContentType(calendar.getContentType());
        assertThat(type.getParameter("method")).isEqualTo("REQUEST");
        assertThat(type.getParameter("charset")).isEqualToIgnoringCase("UTF-8");
        assertThat(((MimeMultipart) mixed.getBodyPart(0).getContent()).getContentType())
                .startsWith("multipart/alternative");
        assertThat(message.getReplyTo()).extracting(Object::toString).containsExactly("sec.cp11@example.org");
    }

    @Test
    void linesAreFoldedAndEndAsTheStandardSays() {
        room.convene("CP11-2026-03", "m1.cp11");

        String invitation = Objects.requireNonNull(room.only().invitation());
        assertThat(invitation).contains("\r\n").doesNotContainPattern("[^\r]\n");
        assertThat(invitation.lines())
                .allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
    }

    private static Calendar read(Mail mail) throws Exception {
        return new CalendarBuilder().build(new StringReader(Objects.requireNonNull(mail.invitation())));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").get(0);
    }

    private static String value(net.fortuna.ical4j.model.PropertyContainer of, String name) {
        return of.<Property>getProperty(name).orElseThrow().getValue();
    }
}
