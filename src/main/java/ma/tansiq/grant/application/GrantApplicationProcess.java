package ma.tansiq.grant.application;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OncePerTransaction;
import ma.tansiq.grant.call.Calls;
import org.springframework.context.event.EventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;

/** Where {@code processes/grant/GrantApplication.bpmn} and the file meet. */
@Component
public class GrantApplicationProcess {

    private static final int LONGEST_REASON = 500;

    private final Correlation correlation;
    private final Applications applications;
    private final AttachedDocuments attached;
    private final FileManagement management;
    private final CompletionDates dates;
    private final EvaluationManagement evaluating;
    private final Evaluations evaluations;
    private final Calls calls;
    private final ApplicationTexts texts;
    private final OncePerTransaction<String, Application> read = new OncePerTransaction<>();

    @SuppressWarnings("TooManyParameters")
    GrantApplicationProcess(
            Correlation correlation,
            Applications applications,
            AttachedDocuments attached,
            FileManagement management,
            CompletionDates dates,
            EvaluationManagement evaluating,
            Evaluations evaluations,
            Calls calls,
            ApplicationTexts texts) {
        this.correlation = correlation;
        this.applications = applications;
        this.attached = attached;
        this.management = management;
        this.dates = dates;
        this.evaluating = evaluating;
        this.evaluations = evaluations;
        this.calls = calls;
        this.texts = texts;
    }

    @EventListener
    void on(ApplicationManagement.Arrived arrived) {
        correlation.begin("ApplicationSubmitted", arrived.application());
    }

    @EventListener
    void on(FileManagement.Completed completed) {
        correlation.tell("ApplicationCompleted", completed.application());
    }

    @EventListener
    void on(FileManagement.CalledOff calledOff) {
        correlation.tell("ApplicationWithdrawn", calledOff.application());
    }

    // what the diagram asks

    public boolean admissible(String file) {
        return found(file).status() == Application.Status.ADMISSIBLE;
    }

    public boolean toComplete(String file) {
        return found(file).status() == Application.Status.COMPLETION_AWAITED;
    }

    public Date completionReminder(String file) {
        return Date.from(dates.reminder(dueOn(file)));
    }

    public Date completionOver(String file) {
        return Date.from(dates.over(dueOn(file)));
    }

    private LocalDate dueOn(String file) {
        return found(file).completionDueOn().orElseThrow();
    }

    public List<String> evaluators(String file) {
        return evaluating.awaited(found(file));
    }

    public boolean evaluationComplete(String file) {
        return found(file).status() == Application.Status.EVALUATED;
    }

    public Date evaluationCutOff(String file) {
        return Date.from(evaluating.cutOff(found(file)));
    }

    // what the diagram does

    public void replaceEvaluators(String file) {
        evaluating.replaceLate(file);
    }

    public void requestCompletion(String file) {
        management.announceCompletion(file);
    }

    public void remindOfCompletion(String file) {
        management.remindOfCompletion(file);
    }

    public void giveUpCompletion(String file) {
        management.giveUp(file);
    }

    public void announceAdmissibility(String file) {
        management.announceAdmissibility(file);
    }

    public void announceInadmissibility(String file) {
        management.announceInadmissibility(file);
    }

    public void announceWithdrawal(String file) {
        management.announceWithdrawal(file);
    }

    // what people answer

    public void verified(Answers answers) {
        management.verify(
                answers.businessKey(),
                answers.read(fields -> fields.rows(
                        "documents",
                        row -> new FileVerdict(
                                row.requiredText("code", 30),
                                row.choice("verdict", AttachedDocument.Verdict.class),
                                row.text("reason", LONGEST_REASON).orElse("")))),
                answers.submitter());
    }

    public void assigned(Answers answers) {
        evaluating.assign(answers.businessKey(), answers.texts("evaluators"), answers.submitter());
    }

    public void evaluated(Answers answers) {
        if (answers.either("conflict", "none", "declared")) {
            evaluating.evaluate(
                    answers.businessKey(),
                    answers.submitter(),
                    answers.read(fields -> fields.rows(
                            "scores",
                            row -> new Evaluation.Score(
                                    row.requiredText("code", 30),
                                    row.wholeNumber("points", 0, 100),
                                    row.requiredText("comment", LONGEST_REASON)))),
                    answers.text("remark", 4_000).orElse(""));
        } else {
            evaluating.recuse(answers.businessKey(), answers.submitter(), answers.requiredText("motive", 2_000));
        }
    }

    // what forms show

    public String needed(String file) {
        return texts.needed(evaluating.needed(found(file)));
    }

    /** Who was asked and how far they are; no scores. */
    public Object evaluations(String file) {
        return FormTexts.text(texts.evaluations(evaluations.of(found(file).id())));
    }

    public Object evaluatorChoices(String file) {
        return FormTexts.json(ApplicationTexts.people(evaluating.choices(found(file))));
    }

    public Object criteria(String file) {
        return FormTexts.text(texts.criteria(calls.required(found(file).call())));
    }

    public Object criterionChoices(String file) {
        return FormTexts.json(
                ApplicationTexts.criterionChoices(calls.required(found(file).call())));
    }

    public Object scores(String file) {
        return FormTexts.json(
                ApplicationTexts.scoreRows(calls.required(found(file).call())));
    }

    public String reference(String file) {
        return file;
    }

    public Object title(String file) {
        return FormTexts.text(FormTexts.verbatim(found(file).content().title()));
    }

    public String association(String file) {
        return texts.association(found(file));
    }

    public Object callTitle(String file) {
        return FormTexts.text("%s, %s"
                .formatted(
                        found(file).call(),
                        FormTexts.verbatim(calls.required(found(file).call()).title(Locale.FRENCH))));
    }

    public String requested(String file) {
        return found(file).content().requested().toString();
    }

    public String submission(String file) {
        return texts.submission(found(file));
    }

    public Object content(String file) {
        return FormTexts.text(texts.content(found(file).content()));
    }

    public Object files(String file) {
        return FormTexts.text(texts.files(attached.current(found(file).id())));
    }

    public String replaced(String file) {
        return texts.replaced(found(file));
    }

    public Object documentChoices(String file) {
        return FormTexts.json(
                ApplicationTexts.choices(calls.required(found(file).call())));
    }

    public Object documents(String file) {
        return FormTexts.json(ApplicationTexts.rows(management.pending(found(file))));
    }

    private Application found(String file) {
        return read.get(file, applications::required);
    }

    @EventListener
    void on(AfterSaveEvent<Application> saved) {
        saved.getEntity().reference().ifPresent(read::forget);
    }
}
