package ma.tansiq.committee.session;

import java.util.List;
import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.briefing.BriefingManagement;
import ma.tansiq.committee.briefing.BriefingTexts;
import ma.tansiq.committee.matter.ExtractManagement;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.FormTexts;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/InterministerialSession.bpmn} and a session of the interministerial committee meet. */
@Component
public class InterministerialSessionProcess extends UpperBodyProcess {

    private static final int LONGEST = 10_000;

    private final Correlation correlation;
    private final BriefingManagement briefings;
    private final BriefingTexts briefingTexts;

    @SuppressWarnings("TooManyParameters")
    InterministerialSessionProcess(
            RuntimeService runtime,
            Correlation correlation,
            ExtractManagement extracts,
            ExtractTexts texts,
            MeetingFacts facts,
            BriefingManagement briefings,
            BriefingTexts briefingTexts) {
        super(MeetingProcess.INTERMINISTERIAL_SESSION, runtime, correlation, extracts, texts, facts);
        this.correlation = correlation;
        this.briefings = briefings;
        this.briefingTexts = briefingTexts;
    }

    /** Asks for a briefing on each item that has none; what was asked for an earlier agenda is asked no more. */
    @EventListener
    void on(AgendaManagement.Submitted submitted) {
        if (isOurs(submitted.meeting())) {
            closeBriefings(submitted.meeting());
            correlation.tellIfAwaited("BriefingsNeeded", submitted.meeting());
        }
    }

    // what the diagram asks

    /** The references of the matters to be briefed on. */
    public List<String> briefingsNeeded(String meeting) {
        return briefings.missing(meeting);
    }

    // what the diagram does

    /** The session opens or will not take place, or the agenda changes: nobody is asked for a briefing any more. */
    public void closeBriefings(String meeting) {
        correlation.tellIfAwaited("BriefingsClosed", meeting);
    }

    // what people answer

    public void briefed(String matter, Answers answers) {
        briefings.prepare(
                answers.businessKey(), matter, answers.requiredText("briefing", LONGEST), answers.submitter());
    }

    // what forms show

    public Object aboutItem(String meeting, String matter) {
        return FormTexts.text(briefingTexts.about(meeting, matter));
    }

    public String threadOf(String matter) {
        return "/coordination/matters/" + matter;
    }
}
