package ma.tansiq.committee.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.committee.action.Action;
import ma.tansiq.committee.action.ActionManagement;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.matter.MatterManagement;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingNotices;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.SessionRecord;
import ma.tansiq.committee.paper.CommitteePapers;
import ma.tansiq.committee.paper.Signature;
import ma.tansiq.committee.paper.SignedDocument;
import ma.tansiq.engine.Problems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The session: recording it, the record of decisions and its signature, and the actions that start from it. */
@Component
@Transactional
public class SessionManagement {

    private final Meetings meetings;
    private final MatterManagement matters;
    private final Agendas agendas;
    private final AttendanceSheets sheets;
    private final Decisions decisions;
    private final Actions actions;
    private final SessionPolicy policy;
    private final MeetingRulesTable rules;
    private final Bodies bodies;
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
            Agendas agendas,
            AttendanceSheets sheets,
            Decisions decisions,
            Actions actions,
            SessionPolicy policy,
            MeetingRulesTable rules,
            Bodies bodies,
            CommitteePapers papers,
            MeetingNotices notices,
            MeetingHistory history,
            Permissions permissions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.matters = matters;
        this.agendas = agendas;
        this.sheets = sheets;
        this.decisions = decisions;
        this.actions = actions;
        this.policy = policy;
        this.rules = rules;
        this.bodies = bodies;
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

    /**
     * Records the session whole or not at all. Recording again, after the record came back from its signatory, replaces
     * the earlier record.
     *
     * @param problems what was wrong with the answers already when they were read; refused with the rest
     */
    void record(String reference, SessionRecord record, Problems problems, String by) {
        Meeting meeting = meetings.required(reference);
        if (clock.instant().isBefore(meeting.startsAt())) {
            throw CommitteeRefusal.because("sessionNotOpen", reference);
        }
        List<Membership> seats = policy.seats(meeting);
        List<AgendaItem> agenda = agendas.of(reference);
        Problems ofSheet = new Problems();
        List<Attendance> sheet = policy.checkedSheet(seats, sheets.of(reference), record, ofSheet);
        Quorum quorum = Quorum.of(sheet, quorumRequired(meeting, sheet));
        problems.check(() -> policy.checkPresiding(seats, sheet, record.presidedBy()));
        problems.check(ofSheet::refuse);
        policy.checkDecisions(agenda, record, ofSheet.none() ? quorum : null, problems);
        policy.checkReferrals(meeting.body(), record, problems);
        policy.checkOwners(seats, record, policy.heldOn(meeting), problems);
        problems.refuse();
        sheets.replace(reference, sheet);
        agendas.recordOutcomes(reference, ofEveryItem(agenda, record));
        keepDecisions(meeting, sheet, record);
        meeting.record(quorum, Objects.requireNonNull(record.presidedBy()), by, clock.instant());
        meetings.save(meeting);
        history.add(
                reference,
                quorum.reached() ? "RECORDED" : "NO_QUORUM",
                by,
                quorum.present() + "/" + quorum.voting() + " (" + quorum.required() + ")");
    }

    void draftDecisionRecord(String reference) {
        papers.draftDecisionRecord(meetings.required(reference));
    }

    /** Seals the record of decisions under that signature; actions may start. */
    void sign(String reference, Signature signature) {
        Meeting meeting = meetings.required(reference);
        SignedDocument sealed = papers.sealDecisionRecord(meeting, signature);
        matters.settle(meeting);
        meeting.startMinutes();
        meetings.save(meeting);
        if (signature.paper() == null) {
            history.add(reference, "DECISIONS_SIGNED", signature.signatory(), sealed.sha256());
        } else {
            history.add(reference, "DECISIONS_SIGNED_ON_PAPER", signature.signatory(), signature.recordedBy());
        }
        events.publishEvent(new MeetingEvents.DecisionsSigned(notices.of(meeting), sealed.document()));
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
            events.publishEvent(new MeetingEvents.ActionAssigned(ActionManagement.notice(each, meeting.organiser())));
        }
        history.add(reference, "ACTIONS_STARTED", null, null);
    }

    private int quorumRequired(Meeting meeting, List<Attendance> sheet) {
        Body body = bodies.find(meeting.body()).orElseThrow();
        int voting = (int) sheet.stream().filter(Attendance::voting).count();
        return rules.of(body.rules()).quorum(voting, meeting.session());
    }

    /** An item of which nothing was recorded this time loses what an earlier record said of it. */
    private static List<SessionRecord.ItemRecord> ofEveryItem(List<AgendaItem> agenda, SessionRecord record) {
        Map<Integer, SessionRecord.ItemRecord> given = record.items().stream()
                .collect(Collectors.toMap(SessionRecord.ItemRecord::position, Function.identity()));
        return agenda.stream()
                .map(each -> given.getOrDefault(
                        each.position(), new SessionRecord.ItemRecord(each.position(), null, null, null)))
                .toList();
    }

    private void keepDecisions(Meeting meeting, List<Attendance> sheet, SessionRecord record) {
        String reference = meeting.reference();
        List<Decision> taken = new ArrayList<>();
        for (SessionRecord.ItemRecord each : record.items()) {
            if (each.decision() != null) {
                taken.add(new Decision(
                        "%s-D%d".formatted(reference, taken.size() + 1), 1, each.position(), each.decision()));
            }
        }
        actions.removeUnsigned(reference);
        decisions.replace(reference, taken);
        var byPosition = taken.stream().collect(Collectors.toMap(Decision::position, Decision::reference));
        List<Action> decided = new ArrayList<>();
        for (SessionRecord.ActionRecord each : record.actions()) {
            decided.add(new Action(
                    "%s-A%d".formatted(reference, decided.size() + 1),
                    Objects.requireNonNull(byPosition.get(each.position())),
                    reference,
                    meeting.body(),
                    each.title(),
                    each.owner(),
                    organisationOf(each.owner(), sheet),
                    each.dueOn()));
        }
        actions.saveAll(decided);
    }

    private static String organisationOf(String account, List<Attendance> sheet) {
        return sheet.stream()
                .filter(each -> each.account().equals(account))
                .map(Attendance::organisation)
                .findFirst()
                .orElse("");
    }
}
