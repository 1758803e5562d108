package ma.tansiq.committee.session;

import java.util.List;
import ma.tansiq.committee.body.Groups;
import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.matter.ExtractKey;
import ma.tansiq.committee.matter.ExtractManagement;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.FormTexts;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where {@code processes/committee/ExtractReturn.bpmn} and the extracts meet: what a programme committee decided of a
 * matter that another committee referred to it goes back there, as from a body above (rules B3, B4b). Meetings of bodies
 * above do that themselves ({@link UpperBodyProcess}).
 */
@Component
public class ExtractReturnProcess {

    private final RuntimeService runtime;
    private final Correlation correlation;
    private final ExtractManagement extracts;
    private final ExtractTexts texts;
    private final MeetingFacts facts;

    ExtractReturnProcess(
            RuntimeService runtime,
            Correlation correlation,
            ExtractManagement extracts,
            ExtractTexts texts,
            MeetingFacts facts) {
        this.runtime = runtime;
        this.correlation = correlation;
        this.extracts = extracts;
        this.texts = texts;
        this.facts = facts;
    }

    /** The first minutes of a session are sealed. */
    @EventListener
    void on(MeetingEvents.MinutesDistributed distributed) {
        String meeting = distributed.notice().reference();
        if (distributed.version() > 1 || !isOfProgrammeCommittee(meeting)) {
            return;
        }
        extracts.returnExtracts(meeting);
        if (!extracts.openExtracts(meeting).isEmpty()) {
            runtime.startProcessInstanceByKey("ExtractReturn", meeting);
        }
    }

    @EventListener
    void on(ExtractManagement.AcknowledgedInstead acknowledged) {
        ExtractKey extract = acknowledged.extract();
        if (isOfProgrammeCommittee(extract.meeting())) {
            correlation.tell("ExtractAcknowledged", extract.meeting(), "extract", extract.toString());
        }
    }

    private boolean isOfProgrammeCommittee(String meeting) {
        return facts.body(meeting).process() == MeetingProcess.PROGRAMME_COMMITTEE_MEETING;
    }

    // what the diagram asks

    public List<String> openExtracts(String meeting) {
        return extracts.openExtracts(meeting).stream().map(ExtractKey::toString).toList();
    }

    /** The candidate group that acknowledges. */
    public String addressee(String extract) {
        return Groups.secretaryGroup(ExtractKey.parse(extract).body());
    }

    // what the diagram does

    public void acknowledgeByDeadline(String extract) {
        extracts.acknowledgeByDeadline(ExtractKey.parse(extract));
    }

    // what people answer

    public void acknowledged(String extract, Answers answers) {
        extracts.acknowledge(ExtractKey.parse(extract), answers.submitter());
    }

    // what forms show

    public String reference(String meeting) {
        return meeting;
    }

    public Object text(String extract) {
        return FormTexts.text(texts.of(ExtractKey.parse(extract)));
    }

    public String link(String extract) {
        return "/coordination/matters/" + ExtractKey.parse(extract).matter();
    }
}
