package ma.tansiq.committee.session;

import java.time.Clock;
import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.Participants;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.QuorumTexts;
import ma.tansiq.committee.meeting.Returns;
import ma.tansiq.committee.meeting.SessionRecord;
import ma.tansiq.committee.paper.Signature;
import ma.tansiq.committee.paper.SignedDocument;
import ma.tansiq.committee.paper.SignedDocuments;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.Problems;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/ProgrammeCommitteeMeeting.bpmn} and the meeting meet. */
@Component
public class ProgrammeCommitteeMeetingProcess {

    private final RuntimeService runtime;
    private final Correlation correlation;
    private final MeetingManagement meetings;
    private final SessionManagement sessions;
    private final SessionRecording recording;
    private final RecordForm form;
    private final SessionPolicy policy;
    private final MeetingFacts facts;
    private final Participants participants;
    private final Returns returns;
    private final RecordTexts texts;
    private final QuorumTexts quorum;
    private final SignedDocuments signed;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    ProgrammeCommitteeMeetingProcess(
            RuntimeService runtime,
            Correlation correlation,
            MeetingManagement meetings,
            SessionManagement sessions,
            SessionRecording recording,
            RecordForm form,
            SessionPolicy policy,
            MeetingFacts facts,
            Participants participants,
            Returns returns,
            RecordTexts texts,
            QuorumTexts quorum,
            SignedDocuments signed,
            Clock clock) {
        this.runtime = runtime;
        this.correlation = correlation;
        this.meetings = meetings;
        this.sessions = sessions;
        this.recording = recording;
        this.form = form;
        this.policy = policy;
        this.facts = facts;
        this.participants = participants;
        this.returns = returns;
        this.texts = texts;
        this.quorum = quorum;
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

    /** Whether the session stopped to go on later (rule C3b). */
    public boolean suspended(String meeting) {
        return facts.meeting(meeting).isSuspended();
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

    public void announceSuspension(String meeting) {
        sessions.announceSuspension(meeting);
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
        SessionRecord record = form.read(fields, answers.businessKey(), problems);
        recording.record(answers.businessKey(), record, problems, answers.submitter());
    }

    public void decisionsSigned(Answers answers) {
        if (answers.either("decision", "sign", "return")) {
            sessions.sign(answers.businessKey(), Signature.here(answers.submitter(), clock.instant()));
        } else {
            sessions.returnRecord(answers.businessKey(), answers.requiredText("remark", 2_000), answers.submitter());
        }
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

    /** What follows when too few people are there; at a second convocation, that none is too few. */
    public String quorumRule(String meeting) {
        return quorum.toRecord(meeting);
    }

    /** Who returned the record, and why; empty while nobody has. */
    public Object remark(String meeting) {
        return form.isRecorded(meeting) ? returns.latest(meeting, "DECISIONS_RETURNED") : "";
    }

    public String recordedPresiding(String meeting) {
        return form.isRecorded(meeting) ? facts.meeting(meeting).presidedBy().orElse("") : "";
    }

    public Object attendance(String meeting) {
        return form.attendance(meeting);
    }

    public Object items(String meeting) {
        return form.items(meeting);
    }

    public Object actions(String meeting) {
        return form.actions(meeting);
    }

    /** Committees that an item can be referred to. */
    public Object committees(String meeting) {
        return form.committees(meeting);
    }

    public Object presences(String meeting) {
        return form.presences(meeting);
    }

    /** Everybody with a vote, who may hold a proxy too. */
    public Object voters(String meeting) {
        return FormTexts.options(participants.voters(meeting));
    }

    public Object settled(String meeting) {
        return form.settled(meeting);
    }

    public String voteRule(String meeting) {
        return form.voteRule(meeting);
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
        return form.itemChoices(meeting);
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
}
