package ma.tansiq.committee.action;

import java.util.Optional;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.session.SessionManagement;
import ma.tansiq.deadline.Deadlines;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OncePerTransaction;
import ma.tansiq.engine.OpenForms;
import ma.tansiq.engine.Problems;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/ActionFollowUp.bpmn} and the action meet. */
@Component
public class ActionFollowUpProcess {

    private static final String PROCESS = "ActionFollowUp";

    private final RuntimeService runtime;
    private final Correlation correlation;
    private final ActionManagement actions;
    private final Actions all;
    private final OncePerTransaction<String, Action> read = new OncePerTransaction<>();
    private final ActionReports reports;
    private final ActionTexts texts;
    private final MeetingFacts facts;
    private final Deadlines deadlines;
    private final OpenForms forms;

    @SuppressWarnings("TooManyParameters")
    ActionFollowUpProcess(
            RuntimeService runtime,
            Correlation correlation,
            ActionManagement actions,
            Actions all,
            ActionReports reports,
            ActionTexts texts,
            MeetingFacts facts,
            Deadlines deadlines,
            OpenForms forms) {
        this.runtime = runtime;
        this.correlation = correlation;
        this.actions = actions;
        this.all = all;
        this.reports = reports;
        this.texts = texts;
        this.facts = facts;
        this.deadlines = deadlines;
        this.forms = forms;
    }

    @EventListener
    void on(SessionManagement.ActionDecided decided) {
        runtime.startProcessInstanceByKey(PROCESS, decided.action());
    }

    @EventListener
    void on(ActionManagement.CalledOff cancelled) {
        correlation.tell("ActionCancelled", cancelled.action());
    }

    /** The open task, what its form shows and its timers follow. */
    @EventListener
    void on(ActionManagement.Extended extended) {
        deadlines.recompute(extended.action());
        forms.refresh(extended.action());
    }

    // what the diagram asks

    public String owner(String action) {
        return found(action).owner();
    }

    public boolean completionReported(String action) {
        return found(action).isReportedDone();
    }

    public boolean completionConfirmed(String action) {
        return found(action).isDone();
    }

    // what the diagram does

    public void announceCancellation(String action) {
        actions.announceCancellation(action);
    }

    // what people answer

    public void reported(Answers answers) {
        Problems problems = new Problems();
        ActionReports.Answer report = report(answers.gathering(problems));
        actions.report(answers.businessKey(), report, problems, answers.submitter());
    }

    private static ActionReports.Answer report(Fields fields) {
        return new ActionReports.Answer(
                fields.wholeNumber("progress", 0, 100),
                fields.requiredText("comment", 5_000),
                fields.text("evidence", 2_000).orElse(null),
                new ActionReports.Fall(
                        fields.asks("fallReason"),
                        fields.text("fallReason", 1_000).orElse(null)));
    }

    public void confirmed(Answers answers) {
        if (answers.either("decision", "confirm", "reopen")) {
            actions.confirm(answers.businessKey(), answers.submitter());
        } else {
            actions.reopen(answers.businessKey(), answers.requiredText("remark", 2_000), answers.submitter());
        }
    }

    // what forms show

    public String reference(String action) {
        return action;
    }

    public String bodyName(String action) {
        return facts.bodyName(found(action).meeting());
    }

    public String title(String action) {
        return found(action).title();
    }

    public String dueOn(String action) {
        return FormTexts.date(found(action).dueOn());
    }

    public int progress(String action) {
        return found(action).progress();
    }

    /** Below which progress falls, so that the form asks why. */
    public int floor(String action) {
        Action followed = found(action);
        return followed.isReturned() ? 0 : followed.progress();
    }

    /** The text that the action carries out. */
    public Object decision(String action) {
        return FormTexts.text(texts.decision(found(action)));
    }

    /** Who did not accept the completion, when and why; empty unless it was just declared. */
    public Object remark(String action) {
        return FormTexts.text(texts.remark(found(action)));
    }

    /** What was reported when the completion was not accepted, to be completed; else empty. */
    public Object comment(String action) {
        return FormTexts.text(
                returned(action).map(ActionReports.Report::comment).orElse(""));
    }

    public Object evidence(String action) {
        return FormTexts.text(
                returned(action).map(ActionReports.Report::evidence).orElse(""));
    }

    private Optional<ActionReports.Report> returned(String action) {
        return found(action).isReturned() ? reports.latest(action) : Optional.empty();
    }

    public Object report(String action) {
        return FormTexts.text(texts.report(found(action)));
    }

    @EventListener
    void on(AfterSaveEvent<Action> saved) {
        read.forget(saved.getEntity().reference());
    }

    private Action found(String action) {
        return read.get(action, all::required);
    }
}
