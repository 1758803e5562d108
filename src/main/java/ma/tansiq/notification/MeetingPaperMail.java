package ma.tansiq.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingNotice;
import ma.tansiq.committee.paper.PaperEditions;
import ma.tansiq.notification.MeetingLetters.Calendar;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends the papers of meetings round: agenda pack, late papers, record of decisions, minutes (rules C2, C4b, C5). */
@Component
class MeetingPaperMail {

    private static final List<String> ASKED_BY_DRAFT = List.of("Task_ReviewMinutes");

    private final Outbox outbox;
    private final MeetingLetters letters;
    private final OwnTasks tasks;

    MeetingPaperMail(Outbox outbox, MeetingLetters letters, OwnTasks tasks) {
        this.outbox = outbox;
        this.letters = letters;
        this.tasks = tasks;
    }

    @EventListener
    void on(MeetingEvents.AgendaDistributed event) {
        Template template = event.late() ? Template.LATE_AGENDA : Template.AGENDA;
        MeetingNotice notice = event.notice();
        var own = tasks.about(notice.reference(), MeetingLetters.ANSWERING);
        outbox.write(letters.drafts(
                notice,
                cause(notice, event.pack()),
                template,
                in -> List.of(enclosure(notice, event.pack(), "dossier-de-seance", in)),
                (sheet, each) ->
                        letters.asking(sheet.items(notice.items()), notice, each, own.getOrDefault(each, List.of()))));
    }

    /**
     * Neither the paper's name nor its item's, whoever reads them. What follows within the hour with the same item is told
     * when the hour is over, once, however many they are.
     */
    @EventListener
    void on(MeetingEvents.PaperFiledLate event) {
        MeetingNotice notice = event.notice();
        Instant hour = event.filedAt().truncatedTo(ChronoUnit.HOURS);
        String cause = String.join("/", notice.reference(), event.matter(), hour.toString());
        Set<String> toldBefore = outbox.write(latePaper(notice, cause, Template.LATE_PAPER, event.position()));
        if (!toldBefore.isEmpty()) {
            MeetingNotice others = notice.to(
                    notice.recipients().stream().filter(toldBefore::contains).toList());
            outbox.hold(
                    latePaper(others, cause, Template.MORE_LATE_PAPERS, event.position()),
                    hour.plus(1, ChronoUnit.HOURS));
        }
    }

    private List<Mail.Draft> latePaper(MeetingNotice notice, String cause, Template template, int position) {
        return letters.drafts(notice, cause, template, Calendar.NONE, (sheet, each) -> sheet.with(position));
    }

    /** Those who were present read the draft; whoever drafted it too, if present: the mail carries the paper. */
    @EventListener
    void on(MeetingEvents.DraftUnderReview event) {
        MeetingNotice notice = event.notice();
        tasks.onceOpen(() -> {
            var own = tasks.about(notice.reference(), ASKED_BY_DRAFT);
            outbox.write(letters.drafts(
                    notice,
                    cause(notice, event.document()),
                    Template.DRAFT_MINUTES,
                    in -> List.of(enclosure(notice, event.document(), "proces-verbal-projet-" + event.edition(), in)),
                    (sheet, each) -> MeetingLetters.linked(
                            sheet.with(
                                            sheet.phrases().date(event.silenceEndsAt()),
                                            sheet.phrases().time(event.silenceEndsAt()),
                                            sheet.phrases().shortDate(event.silenceEndsAt()))
                                    .instant("silence", event.silenceEndsAt()),
                            own.getOrDefault(each, List.of()))));
            tasks.told(own, notice.recipients());
        });
    }

    @EventListener
    void on(MeetingEvents.DecisionsSigned event) {
        MeetingNotice notice = event.notice();
        outbox.write(letters.drafts(
                notice,
                cause(notice, event.record()),
                Template.DECISIONS,
                in -> sealed(notice, event.record(), "releve-de-decisions", in),
                (sheet, each) -> sheet.items(notice.items())));
    }

    @EventListener
    void on(MeetingEvents.MinutesDistributed event) {
        boolean first = event.version() == 1;
        MeetingNotice notice = event.notice();
        String name = first ? "proces-verbal" : "proces-verbal-v" + event.version();
        PaperEditions decisions = event.decisions();
        outbox.write(letters.drafts(
                notice,
                cause(notice, event.document()),
                first ? Template.MINUTES : Template.CORRECTION,
                in -> {
                    List<Mail.Enclosure> enclosures = new ArrayList<>(sealed(notice, event.document(), name, in));
                    if (decisions != null) {
                        enclosures.addAll(sealed(notice, decisions, "releve-de-decisions", in));
                    }
                    return enclosures;
                },
                (sheet, each) -> (decisions == null ? sheet : sheet.note("decisionsAltered"))
                        .items(notice.items())
                        .fact("version", first ? "" : String.valueOf(event.version()))
                        .fact("motive", Objects.requireNonNullElse(event.motive(), ""))
                        .fact("sha256", event.sha256())));
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
}
