package ma.tansiq.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingNotice;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.notification.MeetingLetters.Calendar;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Calls people to meetings and tells of what changes about that: dates, who stands in, ballots (rules C1, C3, C4). */
@Component
class MeetingMail {

    private static final String PROPOSING = "Task_ProposeItems";
    private static final List<String> ASKED_BY_CONVOCATION = Stream.concat(
                    MeetingLetters.ANSWERING.stream(), Stream.of(PROPOSING))
            .toList();
    private static final String ASKED_BY_HOLIDAY = "Task_DecideOnHoliday";

    private final Outbox outbox;
    private final MeetingLetters letters;
    private final OwnTasks tasks;

    MeetingMail(Outbox outbox, MeetingLetters letters, OwnTasks tasks) {
        this.outbox = outbox;
        this.letters = letters;
        this.tasks = tasks;
    }

    @EventListener
    void on(MeetingEvents.Convened event) {
        Template template = event.notice().session() > 1 ? Template.SECOND_CONVOCATION : Template.CONVOCATION;
        String motive = Objects.requireNonNullElse(event.urgencyMotive(), "");
        ask(event.notice(), template, sheet -> sheet.fact("urgency", motive));
    }

    @EventListener
    void on(MeetingEvents.Rescheduled event) {
        ask(
                event.notice(),
                Template.RESCHEDULED,
                sheet -> sheet.instant("before", event.previousStart()).fact("reason", event.reason()));
    }

    /**
     * Once for each day that a session falls on, however often the day off is ruled on, and again when it was withdrawn and
     * set again; with the link to the task that asks the secretary whether it keeps its date.
     */
    @EventListener
    void on(MeetingEvents.OnHoliday event) {
        tasks.onceOpen(() -> {
            var own = tasks.offered(event.notice().reference(), ASKED_BY_HOLIDAY, event.secretaries());
            tellOfHoliday(event, own);
            tasks.told(own, event.secretaries());
        });
    }

    private void tellOfHoliday(MeetingEvents.OnHoliday event, Map<String, List<OpenTask>> own) {
        MeetingNotice notice = event.notice();
        String cause = notice.reference() + "/" + event.day() + (event.time() > 1 ? "/" + event.time() : "");
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
                        sheet -> MeetingLetters.linked(
                                event.holidayName() == null
                                        ? sheet.named("holiday", event.holidayKey())
                                        : sheet.fact("holiday", event.holidayName()),
                                own.getOrDefault(each, List.of()))))
                .toList());
    }

    @EventListener
    void on(MeetingEvents.Cancelled event) {
        tell(event.notice(), Template.CANCELLED, Calendar.CANCEL, event.reason());
    }

    @EventListener
    void on(MeetingEvents.Suspended event) {
        tell(event.notice(), Template.SUSPENDED, Calendar.NONE, event.reason());
    }

    @EventListener
    void on(MeetingEvents.Resumes event) {
        ask(event.notice(), Template.RESUMPTION, sheet -> sheet.fact("reason", event.reason()));
    }

    @EventListener
    void on(MeetingEvents.NotResumed event) {
        tell(event.notice(), Template.NOT_RESUMED, Calendar.CANCEL, event.reason());
    }

    private void tell(MeetingNotice notice, Template template, Calendar calendar, String reason) {
        outbox.write(letters.drafts(
                notice, invitation(notice), template, calendar, (sheet, each) -> sheet.fact("reason", reason)));
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

    /** Neither the item nor the question: they stand on the page, for those who vote. */
    @EventListener
    void on(MeetingEvents.BallotOpened event) {
        MeetingNotice notice = event.notice();
        outbox.write(letters.drafts(
                notice,
                notice.reference() + "/" + event.ballot(),
                Template.BALLOT,
                Calendar.NONE,
                (sheet, each) -> sheet));
    }

    @EventListener
    void on(MeetingEvents.ProxyGiven event) {
        MeetingNotice notice = event.notice();
        var people = letters.people(notice, List.of(event.giver(), event.holder()));
        String cause = invitation(notice) + "/" + event.giver() + ">" + event.holder();
        outbox.write(List.of(
                letters.draft(
                        notice,
                        people,
                        event.holder(),
                        cause,
                        Template.PROXY_HELD,
                        Calendar.NONE,
                        List.of(),
                        sheet -> sheet.fact("giver", name(people, event.giver()))),
                letters.draft(
                        notice,
                        people,
                        event.giver(),
                        cause,
                        Template.PROXY_GIVEN,
                        Calendar.NONE,
                        List.of(),
                        sheet -> sheet.fact("holder", name(people, event.holder())))));
    }

    /** Invites, with links to the tasks that ask the recipients to answer and to propose. */
    private void ask(MeetingNotice notice, Template template, Stationery.Addition addition) {
        tasks.onceOpen(() -> {
            var own = tasks.about(notice.reference(), ASKED_BY_CONVOCATION);
            outbox.write(letters.drafts(notice, invitation(notice), template, Calendar.REQUEST, (sheet, each) -> {
                List<OpenTask> mine = own.getOrDefault(each, List.of());
                closings(addition.to(quorum(sheet, notice)), notice, mine);
                return letters.asking(sheet, notice, each, mine);
            }));
            tasks.told(own, notice.recipients());
        });
    }

    private static Stationery.Sheet quorum(Stationery.Sheet sheet, MeetingNotice notice) {
        return notice.isSecondConvocation() && !notice.quorumNeeded() ? sheet.note("noQuorum") : sheet;
    }

    /** Until when the recipient may propose items and answer, and in which of their tasks. */
    private static void closings(Stationery.Sheet sheet, MeetingNotice notice, List<OpenTask> own) {
        Phrases phrases = sheet.phrases();
        Instant intake = notice.intakeClosesAt();
        if (intake != null) {
            sheet.closing("proposals", phrases.moment(intake), MeetingLetters.of(List.of(PROPOSING), own));
        }
        Optional<OpenTask> answer = MeetingLetters.of(MeetingLetters.ANSWERING, own);
        if (answer.isPresent()) {
            sheet.closing("answers", phrases.moment(notice.startsAt()), answer);
        } else {
            sheet.nothingToAnswer();
        }
    }

    private static String name(Map<String, Recipient> people, String account) {
        return Objects.requireNonNull(people.get(account)).name();
    }

    private static String invitation(MeetingNotice notice) {
        return notice.reference() + "#" + notice.sequence();
    }
}
