package ma.tansiq.deadline;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;

/** One user task with seven timeout listeners, as an action's has them, and a timer at its due date. */
final class ExampleProcess implements AutoCloseable {

    private static final String ID = "DeadlineExample";
    private static final String CALL = "(execution.processBusinessKey, '%s'%s)}";

    private final ProcessEngine engine;
    private final String kind;
    final String businessKey = "EXAMPLE-" + UUID.randomUUID();
    private final String deployment;

    ExampleProcess(ProcessEngine engine, String kind, String assignee, String group) {
        this.engine = engine;
        this.kind = kind;
        this.deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(ID + ".bpmn", model(kind, assignee, group))
                .deploy()
                .getId();
    }

    static void at(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    }

    ExampleProcess start() {
        engine.getRuntimeService().startProcessInstanceByKey(ID, businessKey);
        return this;
    }

    Task task() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    Instant due() {
        return task().getDueDate().toInstant();
    }

    /** When that step, or the timer {@code Timer_Due}, is going to fire. */
    Instant timer(String element) {
        return job(element).getDuedate().toInstant();
    }

    void fire(String element) {
        engine.getManagementService().executeJob(job(element).getId());
    }

    private Job job(String element) {
        String instance = task().getProcessInstanceId();
        return engine.getManagementService().createJobQuery().processInstanceId(instance).timers().list().stream()
                .filter(job -> ((JobEntity) job).getJobHandlerConfigurationRaw().contains(element))
                .findFirst()
                .orElseThrow();
    }

    void complete() {
        Task task = task();
        engine.getIdentityService().setAuthentication(task.getAssignee(), List.of());
        try {
            engine.getTaskService().complete(task.getId());
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Override
    public void close() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private static BpmnModelInstance model(String kind, String assignee, String group) {
        UserTaskBuilder task = Bpmn.createExecutableProcess(ID)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask(kind)
                .name("Exemple")
                .camundaDueDate(dates("dueDate", kind, ""));
        task = group.isEmpty() ? task.camundaAssignee(assignee) : task.camundaCandidateGroups(group);
        for (int step = 1; step <= 2; step++) {
            task = listener(task, "Reminder_" + step, "remind", dates("reminder", kind, ", " + step), step);
        }
        for (int step = 1; step <= 5; step++) {
            task = listener(task, "Escalation_" + step, "escalate", dates("escalation", kind, ", " + step), step);
        }
        return task.endEvent()
                .moveToActivity(kind)
                .boundaryEvent("Timer_Due")
                .cancelActivity(false)
                .timerWithDate(dates("dueDate", kind, ""))
                .endEvent()
                .done();
    }

    private static UserTaskBuilder listener(UserTaskBuilder task, String id, String call, String date, int step) {
        return task.camundaTaskListenerExpressionTimeoutWithDate(
                id, "${deadlines.%s(task.id, %d)}".formatted(call, step), date);
    }

    private static String dates(String method, String kind, String step) {
        return "${deadlines." + method + CALL.formatted(kind, step);
    }
}
