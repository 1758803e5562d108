package ma.tansiq.engine;

import java.util.Map;
import java.util.function.Function;

/**
 * What a person submitted to complete a task. Only fields that the task's form has are in it, and nobody but the
 * task's assignee can have sent it. It is never stored by the engine.
 */
public final class Answers extends Fields {

    private final Findings findings;
    private final String taskId;
    private final String taskKind;
    private final String businessKey;
    private final String submitter;

    /** Answers without a form, for tests of the rules that read them: values are texts, numbers, booleans, lists and maps. */
    public Answers(String taskId, String taskKind, String businessKey, String submitter, Map<String, ?> values) {
        this(taskId, taskKind, businessKey, submitter, Submitted.plain(values), FormFields.UNLABELLED);
    }

    Answers(
            String taskId,
            String taskKind,
            String businessKey,
            String submitter,
            Map<String, Object> values,
            FormFields form) {
        this(taskId, taskKind, businessKey, submitter, values, form, new Findings());
    }

    private Answers(
            String taskId,
            String taskKind,
            String businessKey,
            String submitter,
            Map<String, Object> values,
            FormFields form,
            Findings findings) {
        super(values, form, findings);
        this.findings = findings;
        this.taskId = taskId;
        this.taskKind = taskKind;
        this.businessKey = businessKey;
        this.submitter = submitter;
    }

    /**
     * Reads several answers and refuses all that are wrong at once, instead of one after the other. The reading has no
     * effect: it goes on after a refused answer, with a value that stands in.
     */
    public <T> T read(Function<Fields, T> reading) {
        return findings.all(() -> reading.apply(this));
    }

    public String taskId() {
        return taskId;
    }

    /** Id of the task in the diagram, {@code Task_PlanMeeting}. */
    public String taskKind() {
        return taskKind;
    }

    /** Reference of what the task is about. */
    public String businessKey() {
        return businessKey;
    }

    /** Account of the person who completed the task. */
    public String submitter() {
        return submitter;
    }
}
