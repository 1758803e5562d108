package ma.tansiq.committee.session;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.AttendanceAnswer;
import ma.tansiq.committee.meeting.FormTexts;
import ma.tansiq.committee.meeting.ItemOutcome;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.MeetingStatus;
import ma.tansiq.committee.meeting.Participants;
import ma.tansiq.committee.meeting.Presence;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.Returns;
import ma.tansiq.committee.meeting.SessionRecord;
import ma.tansiq.committee.paper.Signature;
import ma.tansiq.committee.paper.SignedDocument;
import ma.tansiq.committee.paper.SignedDocuments;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.Problems;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/ProgrammeCommitteeMeeting.bpmn} and the meeting meet. */
@Component
public class ProgrammeCommitteeMeetingProcess {

    private final RuntimeService runtime;
    private final Correlation correlation;
    private final MeetingManagement meetings;
    private final SessionManagement sessions;
    private final SessionPolicy policy;
    private final MeetingFacts facts;
    private final Participants participants;
    private final Returns returns;
    private final RecordTexts texts;
    private final Decisions decisions;
    private final Actions actions;
    private final SignedDocuments signed;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    ProgrammeCommitteeMeetingProcess(
            RuntimeService runtime,
            Correlation correlation,
            MeetingManagement meetings,
            SessionManagement sessions,
            SessionPolicy policy,
            MeetingFacts facts,
            Participants participants,
            Returns returns,
            RecordTexts texts,
            Decisions decisions,
            Actions actions,
            SignedDocuments signed,
            Clock clock) {
        this.runtime = runtime;
        this.correlation = correlation;
        this.meetings = meetings;
        this.sessions = sessions;
        this.policy = policy;
        this.facts = facts;
        this.participants = participants;
        this.returns = returns;
        this.texts = texts;
        this.decisions = decisions;
        this.actions = actions;
        this.signed = signed;
        this.clock = clock;
    }

    @EventListener
    void on(MeetingManagement.Opened opened) {
        if (opened.process() == MeetingProcess.PROGRAMME_COMMITTEE_MEETING) {
            runtime.startProcessInstanceByKey(opened.process().id(), opened.meeting());
        }
    }

    @EventListener
    void on(SessionManagement.SignedOnPaper signature) {
        correlation.tell("DecisionsSignedOnPaper", signature.meeting());
    }

    // what the diagram asks

    public boolean quorumReached(String meeting) {
        return facts.meeting(meeting).quorum().map(Quorum::reached).orElse(false);
    }

    public String presidedBy(String meeting) {
        return facts.meeting(meeting).presidedBy().orElseThrow();
    }

    public boolean decisionsAreSigned(String meeting) {
        return signed.latest(meeting, SignedDocument.Kind.DECISION_RECORD).isPresent();
    }

    // what the diagram does

    public void reconvene(String meeting) {
        meetings.reconvene(meeting);
    }

    public void draftDecisionRecord(String meeting) {
        sessions.draftDecisionRecord(meeting);
    }

    public void dispatchDecisions(String meeting) {
        sessions.dispatch(meeting);
    }

    // what people answer

    public void recorded(Answers answers) {
        Problems problems = new Problems();
        Fields fields = answers.gathering(problems);
        SessionRecord record = record(fields, row -> action(row, answers.businessKey(), problems));
        sessions.record(answers.businessKey(), record, problems, answers.submitter());
    }

    public void decisionsSigned(Answers answers) {
        if (answers.either("decision", "sign", "return")) {
            sessions.sign(answers.businessKey(), Signature.here(answers.submitter(), clock.instant()));
        } else {
            sessions.returnRecord(answers.businessKey(), answers.requiredText("remark", 2_000), answers.submitter());
        }
    }

    private static SessionRecord record(Fields fields, Function<Fields, SessionRecord.ActionRecord> action) {
        return new SessionRecord(
                fields.text("presidedBy", 64).orElse(null),
                fields.rows("attendance").stream()
                        .map(ProgrammeCommitteeMeetingProcess::presence)
                        .toList(),
                fields.rows("items").stream()
                        .map(ProgrammeCommitteeMeetingProcess::item)
                        .toList(),
                fields.rows("actions", action));
    }

    private static SessionRecord.PresenceRecord presence(Fields row) {
        return new SessionRecord.PresenceRecord(
                row.requiredText("account", 64),
                row.optionalChoice("presence", Presence.class).orElse(null),
                row.text("alternate", 64).orElse(null));
    }

    private static SessionRecord.ItemRecord item(Fields row) {
        return new SessionRecord.ItemRecord(
                row.wholeNumber("position", 1, 200),
                row.optionalChoice("outcome", ItemOutcome.class).orElse(null),
                row.text("discussion", 20_000).orElse(null),
                row.text("decision", 10_000).orElse(null));
    }

    /** Of an action that is left out because something is missing, the date is checked all the same. */
    private SessionRecord.ActionRecord action(Fields row, String meeting, Problems problems) {
        var action = new SessionRecord.ActionRecord(
                row.wholeNumber("item", 1, 200),
                row.requiredText("title", 200),
                row.requiredText("owner", 64),
                row.date("dueOn"));
        if (row.sound("dueOn") && !row.sound("item", "title", "owner")) {
            String title = row.sound("title") ? action.title() : row.label("title");
            SessionPolicy.checkDue(title, action.dueOn(), policy.heldOn(facts.meeting(meeting)), problems);
        }
        return action;
    }

    // what forms show

    public String reference(String meeting) {
        return meeting;
    }

    public String bodyName(String meeting) {
        return facts.bodyName(meeting);
    }

    public String place(String meeting) {
        return facts.meeting(meeting).place();
    }

    public String startsAt(String meeting) {
        return facts.startsAtText(meeting);
    }

    /** Who returned the record, and why; empty while nobody has. */
    public Object remark(String meeting) {
        return isRecorded(meeting) ? returns.latest(meeting, "DECISIONS_RETURNED") : "";
    }

    public String recordedPresiding(String meeting) {
        return isRecorded(meeting) ? facts.meeting(meeting).presidedBy().orElse("") : "";
    }

    public Object attendance(String meeting) {
        return FormTexts.json(facts.sheet(meeting).stream()
                .map(each -> Map.of(
                        "account",
                        each.account(),
                        "presence",
                        each.presence() == null
                                ? expected(each)
                                : each.presence().name(),
                        "alternate",
                        orEmpty(each.alternate())))
                .toList());
    }

    public Object items(String meeting) {
        Map<Integer, String> decided = isRecorded(meeting)
                ? decisions.of(meeting).stream().collect(Collectors.toMap(Decision::position, Decision::text))
                : Map.of();
        return FormTexts.json(facts.agenda(meeting).stream()
                .map(each -> Map.of(
                        "position",
                        each.position(),
                        "outcome",
                        each.outcome() == null ? "" : each.outcome().name(),
                        "discussion",
                        orEmpty(each.discussion()),
                        "decision",
                        decided.getOrDefault(each.position(), "")))
                .toList());
    }

    public Object actions(String meeting) {
        return FormTexts.json(isRecorded(meeting) ? recordedActions(meeting) : List.of());
    }

    private List<Map<String, Object>> recordedActions(String meeting) {
        Map<String, Integer> positions =
                decisions.of(meeting).stream().collect(Collectors.toMap(Decision::reference, Decision::position));
        return actions.findByMeetingOrderByReference(meeting).stream()
                .map(each -> Map.<String, Object>of(
                        "title", each.title(),
                        "item", Objects.requireNonNull(positions.get(each.decision())),
                        "owner", each.owner(),
                        "dueOn", each.dueOn().toString()))
                .toList();
    }

    /** Whether there is a record that waits for its signature, or came back from it. */
    private boolean isRecorded(String meeting) {
        return facts.meeting(meeting).status() == MeetingStatus.HELD;
    }

    public Object people(String meeting) {
        return FormTexts.options(participants.convoked(meeting));
    }

    public Object presiding(String meeting) {
        return FormTexts.options(participants.among(meeting, policy.mayPreside(facts.meeting(meeting))));
    }

    public Object alternates(String meeting) {
        return FormTexts.json(participants.alternates(meeting));
    }

    public Object owners(String meeting) {
        return FormTexts.options(participants.seatHolders(meeting));
    }

    public Object itemChoices(String meeting) {
        return facts.itemChoices(meeting);
    }

    public String presided(String meeting) {
        return texts.presided(meeting);
    }

    public Object recordedAttendance(String meeting) {
        return FormTexts.text(texts.attendance(meeting));
    }

    public Object decisions(String meeting) {
        return FormTexts.text(texts.outcomes(meeting));
    }

    /** What the answer lets expect; empty where there was none, so that nobody is present by default. */
    private static String expected(Attendance each) {
        AttendanceAnswer answer = each.answer();
        if (answer == null) {
            return "";
        }
        return switch (answer) {
            case ACCEPTED -> Presence.PRESENT.name();
            case DECLINED -> Presence.EXCUSED.name();
            case DELEGATED -> Presence.REPRESENTED.name();
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
