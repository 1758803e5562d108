package ma.tansiq.committee.session;

import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.matter.ExtractManagement;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.engine.Correlation;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/InterministerialSession.bpmn} and a session of the interministerial committee meet. */
@Component
public class InterministerialSessionProcess extends UpperBodyProcess {

    InterministerialSessionProcess(
            RuntimeService runtime,
            Correlation correlation,
            ExtractManagement extracts,
            ExtractTexts texts,
            MeetingFacts facts) {
        super(MeetingProcess.INTERMINISTERIAL_SESSION, runtime, correlation, extracts, texts, facts);
    }
}
