package ma.tansiq.committee.minutes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingNotices;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.paper.CommitteePapers;
import ma.tansiq.committee.paper.PaperEditions;
import ma.tansiq.committee.paper.Signature;
import ma.tansiq.committee.paper.SignedDocument;
import ma.tansiq.committee.session.AlteredDecision;
import ma.tansiq.committee.session.Decisions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Minutes: drafted from what was recorded, signed, sealed, distributed (rule C5); between, {@link ReviewManagement} has
 * those present read them.
 */
@Component
@Transactional
public class MinutesManagement {

    private static final int LONGEST_MOTIVE = 2_000;

    /** Timers are computed again by a listener without an order, which comes last. */
    private static final int BEFORE_TIMERS = 0;

    private final Meetings meetings;
    private final MinutesRegister register;
    private final Agendas agendas;
    private final Decisions decisions;
    private final CommitteePapers papers;
    private final ReviewManagement reviews;
    private final MeetingNotices notices;
    private final MeetingRulesTable rules;
    private final Bodies bodies;
    private final WorkingDays workingDays;
    private final MeetingHistory history;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    MinutesManagement(
            Meetings meetings,
            MinutesRegister register,
            Agendas agendas,
            Decisions decisions,
            CommitteePapers papers,
            ReviewManagement reviews,
            MeetingNotices notices,
            MeetingRulesTable rules,
            Bodies bodies,
            WorkingDays workingDays,
            MeetingHistory history,
            Permissions permissions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.register = register;
        this.agendas = agendas;
        this.decisions = decisions;
        this.papers = papers;
        this.reviews = reviews;
        this.notices = notices;
        this.rules = rules;
        this.bodies = bodies;
        this.workingDays = workingDays;
        this.history = history;
        this.permissions = permissions;
        this.events = events;
        this.clock = clock;
    }

    /** Sealed minutes are to be corrected: their approval begins anew. */
    record CorrectionOpened(String meeting) {}

    /** The minutes have their signature, on paper. */
    record SignedOnPaper(String meeting) {}

    /**
     * Sealed minutes were corrected, and decisions with them.
     *
     * @param matters references of the matters that are decided otherwise now
     */
    public record DecisionsCorrected(String meeting, List<String> matters) {}

    /** What a draft says: an opening, what was said on each item, and an end. */
    record Draft(String introduction, Map<Integer, String> discussions, String closing) {}

    void draft(String meeting, Draft draft, String by) {
        Minutes minutes = register.findById(meeting).orElseGet(() -> new Minutes(meeting));
        keepDiscussions(meeting, draft.discussions());
        minutes.submit(
                draft.introduction(), draft.closing(), by, clock.instant(), silenceEnds(meeting, clock.instant()));
        Meeting held = meetings.required(meeting);
        PaperEditions drafts = papers.draftMinutes(held, minutes);
        register.save(minutes);
        history.add(meeting, "MINUTES_DRAFTED", by, String.valueOf(minutes.edition()));
        events.publishEvent(new MeetingEvents.DraftUnderReview(
                notices.of(held).to(reviews.reviewers(meeting)),
                minutes.edition(),
                drafts,
                minutes.silenceEndsAt().orElseThrow()));
    }

    /**
     * Opens a correction of sealed minutes. They stay as they are; what is drafted, read and signed now is sealed as the
     * next version, which names them by their hash (rule C5).
     *
     * @param by account of the body's secretary, or of a coordinator
     */
    public void correct(String reference, String motive, String by) {
        Meeting meeting = meetings.toChange(reference);
        permissions.requireSecretary(meeting.body(), by);
        String why = motive.strip();
        if (why.isEmpty() || why.length() > LONGEST_MOTIVE) {
            throw CommitteeRefusal.because(why.isEmpty() ? "missing.motive" : "reasonTooLong", LONGEST_MOTIVE);
        }
        Minutes minutes = register.required(reference);
        minutes.correct(why, by, clock.instant());
        register.save(minutes);
        history.add(reference, "CORRECTION_OPENED", by, why);
        events.publishEvent(new CorrectionOpened(reference));
    }

    void returnForChange(String meeting, String remark, String by) {
        Minutes minutes = register.required(meeting);
        minutes.returnForChange(remark);
        register.save(minutes);
        history.add(meeting, "MINUTES_RETURNED", by, remark);
    }

    void sign(String meeting, Signature signature) {
        Minutes minutes = register.required(meeting);
        minutes.sign(signature);
        register.save(minutes);
        if (signature.paper() == null) {
            history.add(meeting, "MINUTES_SIGNED", signature.signatory(), null);
        } else {
            history.add(meeting, "MINUTES_SIGNED_ON_PAPER", signature.signatory(), signature.recordedBy());
        }
        if (minutes.decisionsAltered()) {
            history.add(meeting, "DECISIONS_SIGNED_AGAIN", signature.signatory(), null);
        }
    }

    /**
     * Records that the minutes were signed on paper, which is as good (rule C5).
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

    /** Makes the final document and fixes its hash; a record of decisions that a reservation altered follows. */
    void seal(String meetingReference) {
        Meeting meeting = meetings.required(meetingReference);
        Minutes minutes = register.required(meetingReference);
        Signature signature = minutes.signature().orElseThrow();
        minutes.seal();
        register.save(minutes);
        List<String> altered = minutes.decisionsAltered() ? altered(meetingReference) : List.of();
        if (minutes.decisionsAltered()) {
            SignedDocument record =
                    papers.sealDecisionRecord(meeting, signature).document();
            history.add(meetingReference, "DECISIONS_SEALED_AGAIN", null, record.sha256());
            events.publishEvent(new MeetingEvents.DecisionsSignedAgain(notices.of(meeting), record.version()));
        }
        SignedDocument sealed = papers.sealMinutes(meeting, minutes, signature);
        if (sealed.version() == 1) {
            meeting.close(clock.instant());
            meetings.save(meeting);
        }
        history.add(meetingReference, "MINUTES_SEALED", null, sealed.sha256());
        if (sealed.version() > 1 && !altered.isEmpty()) {
            events.publishEvent(new DecisionsCorrected(meetingReference, altered));
        }
    }

    /** The matters whose decision is no longer the one that was last signed. */
    private List<String> altered(String meeting) {
        Set<Integer> positions = decisions.altered(meeting).stream()
                .map(AlteredDecision::position)
                .collect(Collectors.toSet());
        return agendas.of(meeting).stream()
                .filter(each -> positions.contains(each.position()))
                .map(AgendaItem::matter)
                .toList();
    }

    void distribute(String reference) {
        Meeting meeting = meetings.required(reference);
        SignedDocument sealed = papers.latestMinutes(reference);
        events.publishEvent(new MeetingEvents.MinutesDistributed(
                notices.of(meeting),
                sealed.version(),
                sealed.motive(),
                papers.editions(reference, sealed),
                sealed.sha256(),
                register.required(reference).decisionsAltered()
                        ? papers.editions(reference, papers.latestDecisions(reference))
                        : null));
        history.add(reference, "MINUTES_DISTRIBUTED", null, null);
    }

    /** The silence period lasts as long as it would, had the calendar been so when the draft was put up (rule D2). */
    @Order(BEFORE_TIMERS)
    @EventListener({Holiday.HolidayMoved.class, Holiday.HolidayAdded.class, Holiday.HolidayWithdrawn.class})
    void calendarChanged() {
        register.inReview().forEach(reference -> {
            meetings.takeTurn(reference);
            Minutes minutes = register.required(reference);
            minutes.reviewFrom().filter(from -> minutes.isInReview()).ifPresent(from -> {
                minutes.prolong(silenceEnds(reference, from));
                register.save(minutes);
            });
        });
    }

    /** When silence turns into approval: at the end of the silence period of the body's level. */
    private Instant silenceEnds(String meeting, Instant from) {
        Body body = bodies.find(meetings.required(meeting).body()).orElseThrow();
        return workingDays.deadlineAfter(from, rules.of(body.rules()).silence());
    }

    private void keepDiscussions(String meeting, Map<Integer, String> discussions) {
        List<Integer> positions =
                agendas.of(meeting).stream().map(AgendaItem::position).toList();
        discussions.keySet().stream()
                .filter(each -> !positions.contains(each))
                .findFirst()
                .ifPresent(each -> {
                    throw CommitteeRefusal.because("unknownItem", each);
                });
        if (!discussions.isEmpty()) {
            agendas.recordDiscussions(meeting, discussions);
        }
    }
}
