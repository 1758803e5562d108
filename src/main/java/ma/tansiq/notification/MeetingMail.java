package ma.tansiq.notification;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingNotice;
import ma.tansiq.notification.MeetingLetters.Calendar;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people about meetings: convocation and its changes, agenda, record of decisions, minutes (rules C1, C2, C4b, C5). */
@Component
class MeetingMail {

    private final Outbox outbox;
    private final Recipients recipients;
    private final MeetingLetters letters;

    MeetingMail(Outbox outbox, Recipients recipients, MeetingLetters letters) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.letters = letters;
    }

    @EventListener
    void on(MeetingEvents.Convened event) {
        Template template = event.notice().session() > 1 ? Template.SECOND_CONVOCATION : Template.CONVOCATION;
        String motive = Objects.requireNonNullElse(event.urgencyMotive(), "");
        tellAll(event.notice(), template, Calendar.REQUEST, sheet -> sheet.fact("urgency", motive));
    }

    @EventListener
    void on(MeetingEvents.Rescheduled event) {
        tellAll(
                event.notice(),
                Template.RESCHEDULED,
                Calendar.REQUEST,
                sheet -> sheet.instant("before", event.previousStart()).fact("reason", event.reason()));
    }

    @EventListener
    void on(MeetingEvents.Cancelled event) {
        tellAll(event.notice(), Template.CANCELLED, Calendar.CANCEL, sheet -> sheet.fact("reason", event.reason()));
    }

    @EventListener
    void on(MeetingEvents.AttendanceDelegated event) {
        Recipient absent = recipients.of(event.absent());
        Recipient alternate = recipients.of(event.alternate());
        String cause = invitation(event.notice()) + "/" + absent.account() + ">" + alternate.account();
        outbox.write(letters.draft(
                event.notice(),
                cause,
                Template.STAND_IN,
                alternate,
                Calendar.REQUEST,
                List.of(),
                sheet -> sheet.fact("absent", absent.name())));
        outbox.write(letters.draft(
                event.notice(),
                cause,
                Template.DELEGATED,
                absent,
                Calendar.NONE,
                List.of(),
                sheet -> sheet.fact("alternate", alternate.name())));
    }

    @EventListener
    void on(MeetingEvents.AgendaDistributed event) {
        enclose(event.notice(), Template.AGENDA, event.pack(), "ordre-du-jour", "");
    }

    @EventListener
    void on(MeetingEvents.DecisionsSigned event) {
        enclose(event.notice(), Template.DECISIONS, event.record(), "releve-de-decisions", "");
    }

    @EventListener
    void on(MeetingEvents.MinutesDistributed event) {
        String name = event.version() == 1 ? "proces-verbal" : "proces-verbal-v" + event.version();
        enclose(event.notice(), Template.MINUTES, event.document(), name, event.sha256());
    }

    private void tellAll(MeetingNotice notice, Template template, Calendar calendar, Stationery.Addition addition) {
        for (String account : notice.recipients()) {
            outbox.write(letters.draft(
                    notice, invitation(notice), template, recipients.of(account), calendar, List.of(), addition));
        }
    }

    private void enclose(MeetingNotice notice, Template template, UUID document, String name, String sha256) {
        Mail.Enclosure file = new Mail.Enclosure(document, notice.reference() + "-" + name);
        for (String account : notice.recipients()) {
            outbox.write(letters.draft(
                    notice,
                    notice.reference() + "/" + document,
                    template,
                    recipients.of(account),
                    Calendar.NONE,
                    List.of(file),
                    sheet -> sheet.items(notice.items()).fact("sha256", sha256)));
        }
    }

    private static String invitation(MeetingNotice notice) {
        return notice.reference() + "#" + notice.sequence();
    }
}
