package ma.tansiq.committee.session;

import ma.tansiq.committee.body.BodyLevel;
import ma.tansiq.committee.matter.MatterManagement;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.engine.Correlation;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/SteeringReview.bpmn} and a meeting of the steering committee meet. */
@Component
public class SteeringReviewProcess extends UpperBodyProcess {

    SteeringReviewProcess(
            RuntimeService runtime,
            Correlation correlation,
            MatterManagement matters,
            ExtractTexts texts,
            MeetingFacts facts) {
        super("SteeringReview", BodyLevel.COPIL, runtime, correlation, matters, texts, facts);
    }
}
