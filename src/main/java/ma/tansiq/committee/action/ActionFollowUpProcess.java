package ma.tansiq.committee.action;

import java.util.List;
import ma.tansiq.committee.meeting.FormTexts;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.session.SessionManagement;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/ActionFollowUp.bpmn} and the action meet. */
@Component
public class ActionFollowUpProcess {

    private static final String PROCESS = "ActionFollowUp";

    private final RuntimeService runtime;
    private final Correlation correlation;
    private final ActionManagement actions;
    private final Actions all;
    private final ActionReports reports;
    private final ActionEvidence evidence;
    private final MeetingFacts facts;

    ActionFollowUpProcess(
            RuntimeService runtime,
            Correlation correlation,
            ActionManagement actions,
            Actions all,
            ActionReports reports,
            ActionEvidence evidence,
            MeetingFacts facts) {
        this.runtime = runtime;
        this.correlation = correlation;
        this.actions = actions;
        this.all = all;
        this.reports = reports;
        this.evidence = evidence;
        this.facts = facts;
    }

    @EventListener
    void on(SessionManagement.ActionDecided decided) {
        runtime.startProcessInstanceByKey(PROCESS, decided.action());
    }

    @EventListener
    void on(ActionManagement.CalledOff cancelled) {
        correlation.tell("ActionCancelled", cancelled.action());
    }

    // what the diagram asks

    public String owner(String action) {
        return all.required(action).owner();
    }

    public boolean completionReported(String action) {
        return all.required(action).isReportedDone();
    }

    public boolean completionConfirmed(String action) {
        return all.required(action).isDone();
    }

    // what the diagram does

    public void announceCancellation(String action) {
        actions.announceCancellation(action);
    }

    // what people answer

    public void reported(Answers answers) {
        Progress told = answers.read(Progress::read);
        actions.report(answers.businessKey(), told.percent(), told.comment(), told.evidence(), answers.submitter());
    }

    private record Progress(
            int percent, String comment, @Nullable String evidence) {

        static Progress read(Fields fields) {
            return new Progress(
                    fields.wholeNumber("progress", 0, 100),
                    fields.requiredText("comment", 5_000),
                    fields.text("evidence", 2_000).orElse(null));
        }
    }

    public void confirmed(Answers answers) {
        if (answers.either("decision", "confirm", "reopen")) {
            actions.confirm(answers.businessKey(), answers.submitter());
        } else {
            actions.reopen(answers.businessKey(), answers.requiredText("remark", 2_000));
        }
    }

    // what forms show

    public String reference(String action) {
        return action;
    }

    public String title(String action) {
        return all.required(action).title();
    }

    public String dueOn(String action) {
        return FormTexts.date(all.required(action).dueOn());
    }

    public int progress(String action) {
        return all.required(action).progress();
    }

    public String remark(String action) {
        return all.required(action).remark().orElse("");
    }

    public String report(String action) {
        List<ActionReports.Report> given = reports.of(action);
        ActionReports.Report last = given.get(given.size() - 1);
        return "%s, %s : %s%n%n%s%n%n%s"
                .formatted(
                        FormTexts.dateTime(last.reportedAt()),
                        facts.nameOf(last.reportedBy()),
                        last.comment(),
                        last.evidence() == null ? "" : last.evidence(),
                        files(action));
    }

    private String files(String action) {
        int count = evidence.of(action).size();
        return count == 0 ? "" : "[Fichiers joints (%d)](/coordination/actions/%s)".formatted(count, action);
    }
}
