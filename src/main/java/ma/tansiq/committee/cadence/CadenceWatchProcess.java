package ma.tansiq.committee.cadence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.FormTexts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Where {@code processes/committee/CadenceWatch.bpmn} and the cadence of the bodies meet, and where a meeting's process
 * asks its chair why none was held before it.
 */
@Component
public class CadenceWatchProcess {

    private static final String MISSED = "MeetingMissed";
    private static final int LONGEST_REASON = 2_000;

    private final CadenceManagement cadence;
    private final Obligations obligations;
    private final MeetingFacts facts;
    private final Correlation correlation;
    private final Clock clock;

    CadenceWatchProcess(
            CadenceManagement cadence,
            Obligations obligations,
            MeetingFacts facts,
            Correlation correlation,
            Clock clock) {
        this.cadence = cadence;
        this.obligations = obligations;
        this.facts = facts;
        this.correlation = correlation;
        this.clock = clock;
    }

    // what the diagram asks

    /** Those about which there is something to do today; on most mornings nobody. */
    public List<String> bodies() {
        return cadence.concerned();
    }

    public boolean meetingIsDue(String body) {
        return cadence.meetingIsDue(body);
    }

    public boolean reasonIsMissing(String body) {
        return cadence.reasonIsMissing(body);
    }

    // what the diagram does

    /** The watch of a day is called after it; the timer that starts it gives it no name. */
    public void begin(DelegateExecution watch) {
        watch.setProcessBusinessKey(LocalDate.now(clock).toString());
    }

    public void settle(String body) {
        cadence.settle(body);
    }

    public void openMeeting(String body) {
        cadence.openMeeting(body);
    }

    /** A meeting that began on a diagram without this question is not asked; the body's next one is. */
    public void askForReason(String body) {
        cadence.ask(body, meeting -> correlation.awaits(MISSED, meeting))
                .ifPresent(meeting -> correlation.tell(MISSED, meeting));
    }

    // what people answer

    public void justified(Answers answers) {
        cadence.justify(answers.businessKey(), answers.requiredText("reason", LONGEST_REASON), answers.submitter());
    }

    // what forms show

    public String reference(String meeting) {
        return meeting;
    }

    public String bodyName(String meeting) {
        return facts.bodyName(meeting);
    }

    /** Every period without a meeting that the chair is asked about, one line each. */
    public Object missed(String meeting) {
        return FormTexts.text(obligations.unjustified(meeting).stream()
                .map(each -> "- du %s au **%s**%s"
                        .formatted(
                                FormTexts.date(each.since().plusDays(1)),
                                FormTexts.date(each.date()),
                                each.shiftedTo() == null
                                        ? ""
                                        : " (échéance du %s reportée : période calme)"
                                                .formatted(FormTexts.date(each.dueOn()))))
                .collect(Collectors.joining("\n")));
    }
}
