package ma.tansiq.committee.action;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.Meetings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Following actions up until they are done, or cancelled. */
@Component
@Transactional
public class ActionManagement {

    private final Actions actions;
    private final ActionReports reports;
    private final Meetings meetings;
    private final MeetingHistory history;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    ActionManagement(
            Actions actions,
            ActionReports reports,
            Meetings meetings,
            MeetingHistory history,
            Permissions permissions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.actions = actions;
        this.reports = reports;
        this.meetings = meetings;
        this.history = history;
        this.permissions = permissions;
        this.events = events;
        this.clock = clock;
    }

    /** The action will not be carried out. */
    record CalledOff(String action) {}

    /** @param percent 0 to 100; 100 declares completion and needs evidence */
    void report(String reference, int percent, String comment, @Nullable String evidence, String by) {
        Action action = actions.required(reference);
        if (percent < 0 || percent > 100) {
            throw CommitteeRefusal.because("progressOutOfRange");
        }
        if (percent == 100 && evidence == null) {
            throw CommitteeRefusal.because("evidenceMissing");
        }
        action.report(percent);
        actions.save(action);
        reports.add(reference, new ActionReports.Report(clock.instant(), by, percent, comment, evidence));
    }

    void confirm(String reference, String by) {
        Action action = actions.required(reference);
        action.complete(clock.instant());
        actions.save(action);
        history.add(action.meeting(), "ACTION_DONE", by, reference);
        events.publishEvent(new MeetingEvents.ActionCompleted(notice(action, organiserOf(action))));
    }

    /** Completion is not accepted as reported: the owner goes on. */
    void reopen(String reference, String reason) {
        Action action = actions.required(reference);
        action.reopen(reason);
        actions.save(action);
    }

    /**
     * Cancels an action, as a decision of its body asked.
     *
     * @param by account of the body's secretary or chair, or of a coordinator
     */
    public void cancel(String reference, String reason, String by) {
        Action action = actions.required(reference);
        permissions.requireSecretaryOrChair(action.body(), by);
        if (reason.isBlank()) {
            throw CommitteeRefusal.because("missing.reason");
        }
        action.cancel(reason.strip(), clock.instant());
        actions.save(action);
        history.add(action.meeting(), "ACTION_CANCELLED", by, reference);
        events.publishEvent(new CalledOff(reference));
    }

    void announceCancellation(String reference) {
        Action action = actions.required(reference);
        events.publishEvent(new MeetingEvents.ActionCancelled(
                notice(action, organiserOf(action)), action.remark().orElse("")));
    }

    public static MeetingEvents.ActionNotice notice(Action action, String secretary) {
        List<String> recipients =
                Stream.of(action.owner(), secretary).distinct().toList();
        return new MeetingEvents.ActionNotice(
                action.reference(),
                action.meeting(),
                action.body(),
                action.title(),
                action.owner(),
                action.dueOn(),
                recipients);
    }

    private String organiserOf(Action action) {
        return meetings.required(action.meeting()).organiser();
    }
}
