package ma.tansiq.committee.session;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.AttendanceAnswer;
import ma.tansiq.committee.meeting.FormTexts;
import ma.tansiq.committee.meeting.ItemOutcome;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.Presence;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.SessionRecord;
import ma.tansiq.committee.paper.Signature;
import ma.tansiq.committee.paper.SignedDocument;
import ma.tansiq.committee.paper.SignedDocuments;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/ProgrammeCommitteeMeeting.bpmn} and the meeting meet. */
@Component
public class ProgrammeCommitteeMeetingProcess {

    private static final String PROCESS = "ProgrammeCommitteeMeeting";

    private final RuntimeService runtime;
    private final Correlation correlation;
    private final MeetingManagement meetings;
    private final SessionManagement sessions;
    private final SessionPolicy policy;
    private final MeetingFacts facts;
    private final Decisions decisions;
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
            Decisions decisions,
            SignedDocuments signed,
            Clock clock) {
        this.runtime = runtime;
        this.correlation = correlation;
        this.meetings = meetings;
        this.sessions = sessions;
        this.policy = policy;
        this.facts = facts;
        this.decisions = decisions;
        this.signed = signed;
        this.clock = clock;
    }

    @EventListener
    void on(MeetingManagement.Opened opened) {
        runtime.startProcessInstanceByKey(PROCESS, opened.meeting());
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
        sessions.record(answers.businessKey(), answers.read(this::record), answers.submitter());
    }

    private SessionRecord record(Fields fields) {
        return new SessionRecord(
                fields.requiredText("presidedBy", 64),
                fields.rows("attendance").stream().map(this::presence).toList(),
                fields.rows("items").stream().map(this::item).toList(),
                fields.rows("actions").stream().map(this::action).toList());
    }

    public void decisionsSigned(Answers answers) {
        if (answers.either("decision", "sign", "return")) {
            sessions.sign(answers.businessKey(), Signature.here(answers.submitter(), clock.instant()));
        } else {
            sessions.returnRecord(answers.businessKey(), answers.requiredText("remark", 2_000), answers.submitter());
        }
    }

    private SessionRecord.PresenceRecord presence(Fields row) {
        return new SessionRecord.PresenceRecord(
                row.requiredText("account", 64),
                row.choice("presence", Presence.class),
                row.text("alternate", 64).orElse(null));
    }

    private SessionRecord.ItemRecord item(Fields row) {
        return new SessionRecord.ItemRecord(
                row.wholeNumber("position", 1, 200),
                row.optionalChoice("outcome", ItemOutcome.class).orElse(null),
                row.text("discussion", 20_000).orElse(null),
                row.text("decision", 10_000).orElse(null));
    }

    private SessionRecord.ActionRecord action(Fields row) {
        return new SessionRecord.ActionRecord(
                row.wholeNumber("item", 1, 200),
                row.requiredText("title", 200),
                row.requiredText("owner", 64),
                row.date("dueOn"));
    }

    // what forms show

    public String reference(String meeting) {
        return meeting;
    }

    public String place(String meeting) {
        return facts.meeting(meeting).place();
    }

    public String startsAt(String meeting) {
        return FormTexts.dateTime(facts.meeting(meeting).startsAt());
    }

    public Object attendance(String meeting) {
        return FormTexts.json(facts.sheet(meeting).stream()
                .map(each -> Map.of(
                        "account",
                        each.account(),
                        "name",
                        each.name() + " — " + each.organisation(),
                        "presence",
                        expected(each),
                        "alternate",
                        each.alternate() == null ? "" : each.alternate()))
                .toList());
    }

    public Object items(String meeting) {
        return FormTexts.json(facts.agenda(meeting).stream()
                .map(each -> Map.of(
                        "position", each.position(),
                        "title", each.position() + ". " + each.title(),
                        "outcome", "",
                        "discussion", "",
                        "decision", ""))
                .toList());
    }

    public Object actions(String meeting) {
        return FormTexts.json(List.of());
    }

    public Object presiding(String meeting) {
        return FormTexts.options(facts.namesOf(policy.mayPreside(facts.meeting(meeting)).stream()));
    }

    public Object alternates(String meeting) {
        return FormTexts.options(facts.alternates(meeting));
    }

    public Object owners(String meeting) {
        return FormTexts.options(facts.seatHolders(meeting));
    }

    public Object itemChoices(String meeting) {
        return FormTexts.json(facts.agenda(meeting).stream()
                .map(each -> Map.of("value", each.position(), "label", each.position() + ". " + each.title()))
                .toList());
    }

    public String decisions(String meeting) {
        Stream<String> texts =
                decisions.of(meeting).stream().map(each -> "**%s** — %s".formatted(each.reference(), each.text()));
        return FormTexts.lines(texts.toList());
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
}
