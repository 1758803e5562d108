package ma.tansiq.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final MeetingLetters letters;

    MeetingMail(Outbox outbox, MeetingLetters letters) {
        this.outbox = outbox;
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

    /** Once for each day that a session falls on, however often the day off is ruled on. */
    @EventListener
    void on(MeetingEvents.OnHoliday event) {
        MeetingNotice notice = event.notice();
        String cause = notice.reference() + "/" + event.day();
        var people = letters.people(notice, event.recipients());
        outbox.write(event.recipients().stream()
                .map(each -> letters.draft(
                        notice,
                        people,
                        each,
                        cause,
                        Template.ON_HOLIDAY,
                        Calendar.NONE,
                        List.of(),
                        sheet -> event.holidayName() == null
                                ? sheet.named("holiday", event.holidayKey())
                                : sheet.fact("holiday", event.holidayName())))
                .toList());
    }

    @EventListener
    void on(MeetingEvents.Cancelled event) {
        tellAll(event.notice(), Template.CANCELLED, Calendar.CANCEL, sheet -> sheet.fact("reason", event.reason()));
    }

    @EventListener
    void on(MeetingEvents.AttendanceDelegated event) {
        MeetingNotice notice = event.notice();
        var people = letters.people(notice, List.of(event.absent(), event.alternate()));
        String cause = invitation(notice) + "/" + event.absent() + ">" + event.alternate();
        outbox.write(List.of(
                letters.draft(
                        notice,
                        people,
                        event.alternate(),
                        cause,
                        Template.STAND_IN,
                        Calendar.REQUEST,
                        List.of(),
                        sheet -> sheet.fact("absent", name(people, event.absent()))),
                letters.draft(
                        notice,
                        people,
                        event.absent(),
                        cause,
                        Template.DELEGATED,
                        Calendar.NONE,
                        List.of(),
                        sheet -> sheet.fact("alternate", name(people, event.alternate())))));
    }

    @EventListener
    void on(MeetingEvents.AgendaDistributed event) {
        Template template = event.late() ? Template.LATE_AGENDA : Template.AGENDA;
        enclose(event.notice(), template, event.pack(), "dossier-de-seance", sheet -> sheet);
    }

    @EventListener
    void on(MeetingEvents.DecisionsSigned event) {
        enclose(event.notice(), Template.DECISIONS, event.record(), "releve-de-decisions", sheet -> sheet);
    }

    @EventListener
    void on(MeetingEvents.MinutesDistributed event) {
        boolean first = event.version() == 1;
        MeetingNotice notice = event.notice();
        List<Mail.Enclosure> enclosures = new ArrayList<>();
        enclosures.add(
                enclosure(notice, event.document(), first ? "proces-verbal" : "proces-verbal-v" + event.version()));
        if (event.decisions() != null) {
            enclosures.add(enclosure(notice, event.decisions(), "releve-de-decisions"));
        }
        tellAll(
                notice,
                notice.reference() + "/" + event.document(),
                first ? Template.MINUTES : Template.CORRECTION,
                Calendar.NONE,
                enclosures,
                sheet -> (event.decisions() == null ? sheet : sheet.note("decisionsAltered"))
                        .items(notice.items())
                        .fact("version", first ? "" : String.valueOf(event.version()))
                        .fact("motive", Objects.requireNonNullElse(event.motive(), ""))
                        .fact("sha256", event.sha256()));
    }

    private void tellAll(MeetingNotice notice, Template template, Calendar calendar, Stationery.Addition addition) {
        tellAll(notice, invitation(notice), template, calendar, List.of(), addition);
    }

    private void enclose(
            MeetingNotice notice, Template template, UUID document, String name, Stationery.Addition addition) {
        tellAll(
                notice,
                notice.reference() + "/" + document,
                template,
                Calendar.NONE,
                List.of(enclosure(notice, document, name)),
                sheet -> addition.to(sheet.items(notice.items())));
    }

    private void tellAll(
            MeetingNotice notice,
            String cause,
            Template template,
            Calendar calendar,
            List<Mail.Enclosure> enclosures,
            Stationery.Addition addition) {
        var people = letters.people(notice, notice.recipients());
        outbox.write(notice.recipients().stream()
                .map(each -> letters.draft(notice, people, each, cause, template, calendar, enclosures, addition))
                .toList());
    }

    private static Mail.Enclosure enclosure(MeetingNotice notice, UUID document, String name) {
        return new Mail.Enclosure(document, notice.reference() + "-" + name);
    }

    private static String name(Map<String, Recipient> people, String account) {
        return Objects.requireNonNull(people.get(account)).name();
    }

    private static String invitation(MeetingNotice notice) {
        return notice.reference() + "#" + notice.sequence();
    }
}
