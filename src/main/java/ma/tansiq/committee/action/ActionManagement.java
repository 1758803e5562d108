package ma.tansiq.committee.action;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingStatus;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.document.Documents;
import ma.tansiq.document.Incoming;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.Problems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Following actions up until they are done, or cancelled. */
@Component
@Transactional
public class ActionManagement {

    private static final int MOST_FILES = 50;
    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_YEARS = 10;

    private final Actions actions;
    private final ActionReports reports;
    private final ActionEvidence evidence;
    private final ActionExtensions extensions;
    private final Documents documents;
    private final Meetings meetings;
    private final MeetingHistory history;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    ActionManagement(
            Actions actions,
            ActionReports reports,
            ActionEvidence evidence,
            ActionExtensions extensions,
            Documents documents,
            Meetings meetings,
            MeetingHistory history,
            Permissions permissions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.actions = actions;
        this.reports = reports;
        this.evidence = evidence;
        this.extensions = extensions;
        this.documents = documents;
        this.meetings = meetings;
        this.history = history;
        this.permissions = permissions;
        this.events = events;
        this.clock = clock;
    }

    /** The action has more time. */
    record Extended(String action) {}

    /** The action will not be carried out. */
    record CalledOff(String action) {}

    /** @param problems what was wrong with the answers already when they were read; refused with the rest */
    void report(String reference, ActionReports.Answer report, Problems problems, String by) {
        Action action = actions.required(reference);
        if (report.percent() == 100
                && report.proof() == null
                && evidence.of(reference).isEmpty()) {
            problems.add(CommitteeRefusal.because("evidenceMissing", action.title()));
        }
        boolean falls = action.fallsTo(report.percent());
        if (falls && report.fall().asked() && report.fall().reason() == null) {
            problems.add(CommitteeRefusal.because(
                    "fallUnexplained",
                    action.title(),
                    Integer.toString(action.progress()),
                    Integer.toString(report.percent())));
        }
        problems.refuse();
        action.report(report.percent());
        actions.save(action);
        reports.add(
                reference,
                new ActionReports.Report(
                        clock.instant(),
                        by,
                        report.percent(),
                        report.comment(),
                        report.proof(),
                        falls ? report.fall().reason() : null));
    }

    /**
     * Keeps a file that shows how far an open action is.
     *
     * @param by account of the owner, of the body's secretary, or of a coordinator
     */
    public void addEvidence(String reference, Incoming file, String by) {
        Action action = actions.toChange(reference);
        if (!action.owner().equals(by) && !permissions.actsAsSecretary(action.body(), by)) {
            throw CommitteeRefusal.because("evidenceNotYours", action.body());
        }
        requireFollowed(action);
        if (evidence.of(reference).size() >= MOST_FILES) {
            throw CommitteeRefusal.because("tooManyFiles", MOST_FILES);
        }
        StoredDocument stored = documents.store(file, reference);
        evidence.add(reference, new ActionEvidence.Evidence(stored.id(), by, stored.storedAt()));
    }

    /** It is neither closed nor waiting for the signature of the decisions. */
    private void requireFollowed(Action action) {
        action.requireOpen();
        Meeting meeting = meetings.required(action.meeting());
        if (meeting.status() == MeetingStatus.HELD || meeting.isSuspended()) {
            throw CommitteeRefusal.because("actionNotStarted", action.reference());
        }
    }

    void confirm(String reference, String by) {
        Action action = actions.required(reference);
        action.complete(by, clock.instant());
        actions.save(action);
        history.add(action.meeting(), "ACTION_DONE", by, reference);
        events.publishEvent(new MeetingEvents.ActionCompleted(notice(action, organiserOf(action))));
    }

    /** Completion is not accepted as reported: the owner goes on. */
    void reopen(String reference, String reason, String by) {
        Action action = actions.required(reference);
        action.reopen(reason, by, clock.instant());
        actions.save(action);
    }

    /**
     * Cancels an action, as a decision of its body asked.
     *
     * @param by account of the body's secretary or chair, or of a coordinator
     */
    public void cancel(String reference, String reason, String by) {
        Action action = actions.toChange(reference);
        permissions.requireSecretaryOrChair(action.body(), by);
        cancel(action, reason, by);
    }

    /** The same because an act ended the body, whoever recorded the act (rule A1b). */
    public void cancelByAct(String reference, String reason, String by) {
        cancel(actions.toChange(reference), reason, by);
    }

    /**
     * Gives an action more time, as a decision of its body asked; the owner is told, and reminders and escalations that
     * are still to come follow the new day.
     *
     * @param dueOn a day from tomorrow on, of this or the next ten years, as a form sends it
     * @param by account of the body's secretary or chair, or of a coordinator
     */
    public void extend(String reference, String dueOn, String reason, String by) {
        Action action = actions.toChange(reference);
        permissions.requireSecretaryOrChair(action.body(), by);
        requireFollowed(action);
        LocalDate before = action.dueOn();
        Problems problems = new Problems();
        problems.check(() -> action.extend(day(dueOn, action)));
        problems.check(() -> checkedReason(reason));
        problems.refuse();
        actions.save(action);
        String why = checkedReason(reason);
        extensions.add(reference, new ActionExtensions.Extension(before, action.dueOn(), why, by, clock.instant()));
        history.add(action.meeting(), "ACTION_EXTENDED", by, reference);
        events.publishEvent(new Extended(reference));
        events.publishEvent(new MeetingEvents.ActionExtended(notice(action, organiserOf(action)), before, why));
    }

    private LocalDate day(String typed, Action action) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LegalTime.ZONE);
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.isAfter(today) && day.isBefore(today.plusYears(MOST_YEARS))) {
                return day;
            }
        } catch (DateTimeException wrong) {
            CommitteeRefusal refusal = CommitteeRefusal.because("extensionNoDay", action.reference(), MOST_YEARS);
            refusal.initCause(wrong);
            throw refusal;
        }
        throw CommitteeRefusal.because("extensionNoDay", action.reference(), MOST_YEARS);
    }

    private static String checkedReason(String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw CommitteeRefusal.because(why.isEmpty() ? "missing.cancelReason" : "reasonTooLong", LONGEST_REASON);
        }
        return why;
    }

    private void cancel(Action action, String reason, String by) {
        String reference = action.reference();
        String why = checkedReason(reason);
        action.cancel(why, by, clock.instant());
        actions.save(action);
        history.add(action.meeting(), "ACTION_CANCELLED", by, reference);
        events.publishEvent(new CalledOff(reference));
    }

    void announceCancellation(String reference) {
        Action action = actions.required(reference);
        events.publishEvent(new MeetingEvents.ActionCancelled(
                notice(action, organiserOf(action)), action.remark().orElse("")));
    }

    /** What people are told of it: the title unless it is confidential. */
    public MeetingEvents.ActionNotice notice(Action action, String secretary) {
        List<String> recipients =
                Stream.of(action.owner(), secretary).distinct().toList();
        return new MeetingEvents.ActionNotice(
                action.reference(),
                action.meeting(),
                action.body(),
                actions.isConfidential(action.reference()) ? action.reference() : action.title(),
                action.owner(),
                action.dueOn(),
                recipients);
    }

    private String organiserOf(Action action) {
        return meetings.required(action.meeting()).organiser();
    }
}
