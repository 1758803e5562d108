package ma.tansiq.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingNotice;
import ma.tansiq.committee.paper.PaperEditions;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.notification.MeetingLetters.Calendar;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people about meetings: convocation and its changes, agenda, record of decisions, minutes (rules C1, C2, C4b, C5). */
@Component
class MeetingMail {

    private static final String PROPOSING = "Task_ProposeItems";
    private static final List<String> ANSWERING = List.of("Task_ReconfirmAttendance", "Task_ConfirmAttendance");
    private static final List<String> ASKED_BY_CONVOCATION =
            List.of("Task_ReconfirmAttendance", "Task_ConfirmAttendance", PROPOSING);
    private static final List<String> ASKED_BY_DRAFT = List.of("Task_ReviewMinutes");

    private static final Function<Locale, List<Mail.Enclosure>> NOTHING = in -> List.of();

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
                        sheet -> linked(
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
        outbox.write(drafts(
                notice,
                invitation(notice),
                template,
                calendar,
                NOTHING,
                Map.of(),
                sheet -> sheet.fact("reason", reason)));
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
        outbox.write(drafts(
                notice,
                notice.reference() + "/" + event.ballot(),
                Template.BALLOT,
                Calendar.NONE,
                NOTHING,
                Map.of(),
                sheet -> sheet));
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

    @EventListener
    void on(MeetingEvents.AgendaDistributed event) {
        Template template = event.late() ? Template.LATE_AGENDA : Template.AGENDA;
        MeetingNotice notice = event.notice();
        var own = tasks.about(notice.reference(), ANSWERING);
        outbox.write(drafts(
                notice,
                cause(notice, event.pack()),
                template,
                Calendar.NONE,
                in -> List.of(enclosure(notice, event.pack(), "dossier-de-seance", in)),
                own,
                sheet -> sheet.items(notice.items())));
    }

    /** Neither the paper's name nor its item's, whoever reads them; once an hour, however many come with the same item. */
    @EventListener
    void on(MeetingEvents.PaperFiledLate event) {
        MeetingNotice notice = event.notice();
        Instant hour = event.filedAt().truncatedTo(ChronoUnit.HOURS);
        outbox.write(drafts(
                notice,
                String.join("/", notice.reference(), event.matter(), hour.toString()),
                Template.LATE_PAPER,
                Calendar.NONE,
                NOTHING,
                Map.of(),
                sheet -> sheet.with(event.position())));
    }

    /** Those who were present read the draft; whoever drafted it too, if present: the mail carries the paper. */
    @EventListener
    void on(MeetingEvents.DraftUnderReview event) {
        MeetingNotice notice = event.notice();
        tasks.onceOpen(() -> {
            var own = tasks.about(notice.reference(), ASKED_BY_DRAFT);
            outbox.write(drafts(
                    notice,
                    cause(notice, event.document()),
                    Template.DRAFT_MINUTES,
                    Calendar.NONE,
                    in -> List.of(enclosure(notice, event.document(), "proces-verbal-projet-" + event.edition(), in)),
                    own,
                    sheet -> sheet.with(
                                    sheet.phrases().date(event.silenceEndsAt()),
                                    sheet.phrases().time(event.silenceEndsAt()),
                                    sheet.phrases().shortDate(event.silenceEndsAt()))
                            .instant("silence", event.silenceEndsAt())));
            tasks.told(own, notice.recipients());
        });
    }

    @EventListener
    void on(MeetingEvents.DecisionsSigned event) {
        enclose(event.notice(), Template.DECISIONS, event.record(), "releve-de-decisions", sheet -> sheet);
    }

    @EventListener
    void on(MeetingEvents.MinutesDistributed event) {
        boolean first = event.version() == 1;
        MeetingNotice notice = event.notice();
        String name = first ? "proces-verbal" : "proces-verbal-v" + event.version();
        PaperEditions decisions = event.decisions();
        outbox.write(drafts(
                notice,
                cause(notice, event.document()),
                first ? Template.MINUTES : Template.CORRECTION,
                Calendar.NONE,
                in -> {
                    List<Mail.Enclosure> enclosures = new ArrayList<>(sealed(notice, event.document(), name, in));
                    if (decisions != null) {
                        enclosures.addAll(sealed(notice, decisions, "releve-de-decisions", in));
                    }
                    return enclosures;
                },
                Map.of(),
                sheet -> (decisions == null ? sheet : sheet.note("decisionsAltered"))
                        .items(notice.items())
                        .fact("version", first ? "" : String.valueOf(event.version()))
                        .fact("motive", Objects.requireNonNullElse(event.motive(), ""))
                        .fact("sha256", event.sha256())));
    }

    /** Invites, with links to the tasks that ask the recipients to answer and to propose. */
    private void ask(MeetingNotice notice, Template template, Stationery.Addition addition) {
        tasks.onceOpen(() -> {
            var own = tasks.about(notice.reference(), ASKED_BY_CONVOCATION);
            outbox.write(drafts(
                    notice,
                    invitation(notice),
                    template,
                    Calendar.REQUEST,
                    NOTHING,
                    own,
                    (sheet, mine) -> closings(addition.to(quorum(sheet, notice)), notice, mine)));
            tasks.told(own, notice.recipients());
        });
    }

    private static Stationery.Sheet quorum(Stationery.Sheet sheet, MeetingNotice notice) {
        return notice.isSecondConvocation() && !notice.quorumNeeded() ? sheet.note("noQuorum") : sheet;
    }

    /** Until when the recipient may propose items and answer, and in which of their tasks. */
    private static Stationery.Sheet closings(Stationery.Sheet sheet, MeetingNotice notice, List<OpenTask> own) {
        Phrases phrases = sheet.phrases();
        Instant intake = notice.intakeClosesAt();
        if (intake != null) {
            sheet.closing("proposals", phrases.moment(intake), of(List.of(PROPOSING), own));
        }
        Optional<OpenTask> answer = of(ANSWERING, own);
        return answer.isPresent() ? sheet.closing("answers", phrases.moment(notice.startsAt()), answer) : sheet;
    }

    private static Optional<OpenTask> of(List<String> kinds, List<OpenTask> own) {
        return own.stream().filter(each -> kinds.contains(each.kind())).findFirst();
    }

    private void enclose(
            MeetingNotice notice,
            Template template,
            PaperEditions document,
            String name,
            Stationery.Addition addition) {
        outbox.write(drafts(
                notice,
                cause(notice, document),
                template,
                Calendar.NONE,
                in -> sealed(notice, document, name, in),
                Map.of(),
                sheet -> addition.to(sheet.items(notice.items()))));
    }

    private List<Mail.Draft> drafts(
            MeetingNotice notice,
            String cause,
            Template template,
            Calendar calendar,
            Function<Locale, List<Mail.Enclosure>> enclosures,
            Map<String, List<OpenTask>> own,
            Stationery.Addition addition) {
        return drafts(notice, cause, template, calendar, enclosures, own, (sheet, mine) -> addition.to(sheet));
    }

    private List<Mail.Draft> drafts(
            MeetingNotice notice,
            String cause,
            Template template,
            Calendar calendar,
            Function<Locale, List<Mail.Enclosure>> enclosures,
            Map<String, List<OpenTask>> own,
            BiFunction<Stationery.Sheet, List<OpenTask>, Stationery.Sheet> addition) {
        var people = letters.people(notice, notice.recipients());
        return notice.recipients().stream()
                .map(each -> {
                    List<OpenTask> mine = own.getOrDefault(each, List.of());
                    return letters.draft(
                            notice,
                            people,
                            each,
                            cause,
                            template,
                            calendar,
                            enclosures.apply(
                                    Objects.requireNonNull(people.get(each)).locale()),
                            sheet -> linked(answering(addition.apply(sheet, mine), notice, each, mine), mine));
                })
                .toList();
    }

    private Stationery.Sheet answering(
            Stationery.Sheet sheet, MeetingNotice notice, String account, List<OpenTask> own) {
        return of(ANSWERING, own).isPresent() ? letters.answers(sheet, notice, account) : sheet;
    }

    private static Stationery.Sheet linked(Stationery.Sheet sheet, List<OpenTask> own) {
        own.forEach(sheet::task);
        return sheet;
    }

    private static String cause(MeetingNotice notice, PaperEditions document) {
        return notice.reference() + "/" + document.french();
    }

    /** The paper in the reader's language. */
    private static Mail.Enclosure enclosure(MeetingNotice notice, PaperEditions paper, String name, Locale in) {
        return new Mail.Enclosure(paper.in(in), notice.reference() + "-" + name + paper.ending(in));
    }

    /** The paper in the reader's language, and behind it the French one, which is what is signed and sealed. */
    private static List<Mail.Enclosure> sealed(MeetingNotice notice, PaperEditions paper, String name, Locale in) {
        Mail.Enclosure french = enclosure(notice, paper, name, Locale.FRENCH);
        Mail.Enclosure own = enclosure(notice, paper, name, in);
        return own.equals(french) ? List.of(french) : List.of(own, french);
    }

    private static String name(Map<String, Recipient> people, String account) {
        return Objects.requireNonNull(people.get(account)).name();
    }

    private static String invitation(MeetingNotice notice) {
        return notice.reference() + "#" + notice.sequence();
    }
}
