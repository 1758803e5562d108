package ma.tansiq.committee.session;

import java.time.Clock;
import ma.tansiq.committee.action.Action;
import ma.tansiq.committee.action.ActionManagement;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.matter.MatterManagement;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingNotices;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.paper.CommitteePapers;
import ma.tansiq.committee.paper.Signature;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** After the session: the record of decisions and its signature, and the actions that start from it. */
@Component
@Transactional
public class SessionManagement {

    private final Meetings meetings;
    private final MatterManagement matters;
    private final Actions actions;
    private final ActionManagement actionManagement;
    private final CommitteePapers papers;
    private final MeetingNotices notices;
    private final MeetingHistory history;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    SessionManagement(
            Meetings meetings,
            MatterManagement matters,
            Actions actions,
            ActionManagement actionManagement,
            CommitteePapers papers,
            MeetingNotices notices,
            MeetingHistory history,
            Permissions permissions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.matters = matters;
        this.actions = actions;
        this.actionManagement = actionManagement;
        this.papers = papers;
        this.notices = notices;
        this.history = history;
        this.permissions = permissions;
        this.events = events;
        this.clock = clock;
    }

    /** The record of decisions has its signature, on paper. */
    record SignedOnPaper(String meeting) {}

    /** A decided action begins its follow-up. */
    public record ActionDecided(String action) {}

    /** Tells everybody that the session stopped, unless they are told at once when it goes on. */
    void announceSuspension(String reference) {
        Meeting meeting = meetings.required(reference);
        if (!meeting.isPlanned()) {
            events.publishEvent(new MeetingEvents.Suspended(notices.of(meeting), meeting.changeReason()));
        }
    }

    void draftDecisionRecord(String reference) {
        papers.draftDecisionRecord(meetings.required(reference));
    }

    /** Seals the record of decisions under that signature; actions may start. */
    void sign(String reference, Signature signature) {
        Meeting meeting = meetings.required(reference);
        CommitteePapers.Sealed sealed = papers.sealDecisionRecord(meeting, signature);
        matters.settle(meeting);
        meeting.startMinutes();
        meetings.save(meeting);
        if (signature.paper() == null) {
            history.add(
                    reference,
                    "DECISIONS_SIGNED",
                    signature.signatory(),
                    sealed.document().sha256());
        } else {
            history.add(reference, "DECISIONS_SIGNED_ON_PAPER", signature.signatory(), signature.recordedBy());
        }
        events.publishEvent(new MeetingEvents.DecisionsSigned(notices.of(meeting), sealed.editions()));
    }

    /**
     * Records that the record of decisions was signed on paper, which is as good (rule C5).
     *
     * @param by account of the body's secretary, or of a coordinator
     */
    public void signOnPaper(String reference, Signature.PaperSignature paper, String by) {
        Meeting meeting = meetings.toChange(reference);
        permissions.requireSecretary(meeting.body(), by);
        String signatory = meeting.presidedBy().orElseThrow(() -> CommitteeRefusal.because("nothingToSign", reference));
        paper.requireDayBetween(meeting.startsAt(), clock.instant());
        sign(reference, Signature.onPaper(signatory, clock.instant(), paper, by));
        events.publishEvent(new SignedOnPaper(reference));
    }

    /** Whoever presided does not sign this record: the secretary corrects it. */
    void returnRecord(String reference, String remark, String by) {
        history.add(reference, "DECISIONS_RETURNED", by, remark);
    }

    /** Starts the follow-up of every action of the signed record. */
    void dispatch(String reference) {
        Meeting meeting = meetings.required(reference);
        for (Action each : actions.findByMeetingOrderByReference(reference)) {
            events.publishEvent(new ActionDecided(each.reference()));
            events.publishEvent(new MeetingEvents.ActionAssigned(actionManagement.notice(each, meeting.organiser())));
        }
        history.add(reference, "ACTIONS_STARTED", null, null);
    }
}
