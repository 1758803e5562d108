package ma.tansiq.committee.session;

import java.util.List;
import ma.tansiq.committee.body.Groups;
import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.matter.ExtractKey;
import ma.tansiq.committee.matter.ExtractManagement;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.minutes.MinutesManagement;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.FormTexts;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;

/**
 * What the meetings of bodies above others have beyond those of programme committees ({@link
 * ProgrammeCommitteeMeetingProcess}): what was decided goes back, as one extract for each matter and each body that it
 * came through, and the loop closes when all are acknowledged (rule B3). Diagrams name an extract by its {@link
 * ExtractKey key}.
 */
public abstract class UpperBodyProcess {

    private final MeetingProcess process;
    private final RuntimeService runtime;
    private final Correlation correlation;
    private final ExtractManagement extracts;
    private final ExtractTexts texts;
    private final MeetingFacts facts;

    UpperBodyProcess(
            MeetingProcess process,
            RuntimeService runtime,
            Correlation correlation,
            ExtractManagement extracts,
            ExtractTexts texts,
            MeetingFacts facts) {
        this.process = process;
        this.runtime = runtime;
        this.correlation = correlation;
        this.extracts = extracts;
        this.texts = texts;
        this.facts = facts;
    }

    @EventListener
    void on(MeetingManagement.Opened opened) {
        if (opened.process() == process) {
            runtime.startProcessInstanceByKey(process.id(), opened.meeting());
        }
    }

    @EventListener
    void on(ExtractManagement.AcknowledgedInstead acknowledged) {
        ExtractKey extract = acknowledged.extract();
        if (isOurs(extract.meeting())) {
            correlation.tell("ExtractAcknowledged", extract.meeting(), "extract", extract.toString());
        }
    }

    /** What was acknowledged and is decided otherwise now is acknowledged again. */
    @EventListener
    void on(MinutesManagement.DecisionsCorrected corrected) {
        if (isOurs(corrected.meeting()) && extracts.returnCorrected(corrected.meeting(), corrected.matters())) {
            correlation.begin(process.id() + "Corrected", corrected.meeting());
        }
    }

    /** Whether the meeting's body meets by this process. */
    boolean isOurs(String meeting) {
        return facts.body(meeting).process() == process;
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

    public void returnExtracts(String meeting) {
        extracts.returnExtracts(meeting);
    }

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
