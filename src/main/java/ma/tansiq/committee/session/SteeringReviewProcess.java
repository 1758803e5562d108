package ma.tansiq.committee.session;

import java.util.Date;
import java.util.List;
import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.matter.ExtractManagement;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.progress.ConsolidationForm;
import ma.tansiq.committee.progress.ProgressManagement;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/SteeringReview.bpmn} and a meeting of the steering committee meet. */
@Component
public class SteeringReviewProcess extends UpperBodyProcess {

    private final Correlation correlation;
    private final ProgressManagement progress;
    private final ConsolidationForm consolidation;

    @SuppressWarnings("TooManyParameters")
    SteeringReviewProcess(
            RuntimeService runtime,
            Correlation correlation,
            ExtractManagement extracts,
            ExtractTexts texts,
            MeetingFacts facts,
            ProgressManagement progress,
            ConsolidationForm consolidation) {
        super(MeetingProcess.STEERING_REVIEW, runtime, correlation, extracts, texts, facts);
        this.correlation = correlation;
        this.progress = progress;
        this.consolidation = consolidation;
    }

    // what the diagram asks

    /** Whether this review is to be fed with reports. */
    public boolean reportsDue(String review) {
        return !reports(review).isEmpty();
    }

    /** The references of the reports that this review waits for. */
    public List<String> reports(String review) {
        return progress.referencesOf(review);
    }

    public Date reportsCutOff(String review) {
        return Date.from(progress.cutOff(review));
    }

    // what the diagram does

    public void requestReports(String review) {
        progress.request(review);
    }

    /** The meeting is cancelled: nobody is asked for a report to it any more. */
    public void withdrawReports(String review) {
        correlation.tellIfAwaited("ReviewWithdrawn", review);
    }

    public void closeReports(String review) {
        progress.close(review);
    }

    public void fileSummary(String review) {
        consolidation.file(review);
    }

    // what people answer

    public void consolidated(Answers answers) {
        consolidation.answered(answers);
    }

    // what forms show

    public String period(String review) {
        return consolidation.period(review);
    }

    public Object reportsText(String review) {
        return consolidation.reportsText(review);
    }

    public Object arbitrations(String review) {
        return consolidation.arbitrations(review);
    }
}
