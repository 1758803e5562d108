package ma.tansiq.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Due dates and timers of open tasks, read and moved without the engine's types. */
@Component
public class OpenDeadlines {

    private static final TimerTaskListenerJobHandler STEPS = new TimerTaskListenerJobHandler();

    private final OpenTasks open;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Acting acting;

    OpenDeadlines(
            OpenTasks open, TaskService tasks, RuntimeService runtime, ManagementService management, Acting acting) {
        this.open = open;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.acting = acting;
    }

    /** The open tasks about that reference, in every process that shares it. */
    public List<OpenDeadline> of(String businessKey) {
        Map<String, Map<String, Instant>> timers = open.timersOf(businessKey);
        return open.ofBusinessKey(businessKey).stream()
                .map(task -> new OpenDeadline(task, timers.getOrDefault(task.id(), Map.of())))
                .toList();
    }

    /** References that have open tasks. */
    public Set<String> businessKeys() {
        return open.all().stream()
                .map(OpenTask::businessKey)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** When each open task is due, by its id; tasks without a due date are left out. */
    public Map<String, Instant> dueDates() {
        return open.all().stream()
                .filter(task -> task.dueAt().isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        OpenTask::id, task -> task.dueAt().orElseThrow()));
    }

    /** Sets when the task is due; its timers stay as they are. Nothing happens when the task is done. */
    public void moveDueDate(String taskId, Instant dueAt) {
        acting.unrestricted(() -> {
            Task task = task(taskId);
            if (task != null) {
                task.setDueDate(Date.from(dueAt));
                tasks.saveTask(task);
            }
            return true;
        });
    }

    /** Sets when that step of the task happens; one that has happened already stays done. */
    public void moveTimer(String taskId, String step, Instant at) {
        acting.unrestricted(() -> {
            jobs(taskId).stream()
                    .filter(job -> step.equals(step(job)))
                    .forEach(job -> management.setJobDuedate(job.getId(), Date.from(at)));
            return true;
        });
    }

    /** Evaluates again the dates of boundary and intermediate timers about that reference; reminders of tasks stay. */
    public void recalculateTimers(String businessKey) {
        acting.unrestricted(() -> {
            timersOf(businessKey).stream()
                    .filter(job -> !isStep(job))
                    .forEach(job -> management.recalculateJobDuedate(job.getId(), true));
            return true;
        });
    }

    /** Evaluates again the date of that timer about that reference, where it waits. */
    public void recalculateTimer(String businessKey, String element) {
        acting.unrestricted(() -> {
            timersOf(businessKey).stream()
                    .filter(job -> element.equals(((JobEntity) job).getActivityId()))
                    .forEach(job -> management.recalculateJobDuedate(job.getId(), true));
            return true;
        });
    }

    private List<Job> timersOf(String businessKey) {
        List<Job> timers = new ArrayList<>();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).unlimitedList().stream()
                .map(Execution::getId)
                .forEach(instance -> timers.addAll(management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .timers()
                        .unlimitedList()));
        return timers;
    }

    private List<Job> jobs(String taskId) {
        Task task = task(taskId);
        if (task == null) {
            return List.of();
        }
        return management.createJobQuery().executionId(task.getExecutionId()).timers().unlimitedList().stream()
                .filter(OpenDeadlines::isStep)
                .filter(job -> kind(job).equals(task.getTaskDefinitionKey()))
                .toList();
    }

    private @org.jspecify.annotations.Nullable Task task(String taskId) {
        return tasks.createTaskQuery().taskId(taskId).singleResult();
    }

    private static boolean isStep(Job job) {
        return TimerTaskListenerJobHandler.TYPE.equals(((JobEntity) job).getJobHandlerType());
    }

    private static String step(Job job) {
        return STEPS.newConfiguration(((JobEntity) job).getJobHandlerConfigurationRaw())
                .getTimerElementSecondaryKey();
    }

    private static String kind(Job job) {
        return STEPS.newConfiguration(((JobEntity) job).getJobHandlerConfigurationRaw())
                .getTimerElementKey();
    }
}
