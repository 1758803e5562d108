package ma.tansiq.engine;

import java.util.Map;

/**
 * What a person submitted to complete a task. Only fields that the task's form has are in it, and nobody but the
 * task's assignee can have sent it. It is never stored by the engine.
 */
public final class Answers extends Fields {

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
        super(new Submission(values, form), null);
        this.taskId = taskId;
        this.taskKind = taskKind;
        this.businessKey = businessKey;
        this.submitter = submitter;
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

    /** Account of the person whose task it is: who completed it, or for whom somebody who stands in did. */
    public String submitter() {
        return submitter;
    }
}
