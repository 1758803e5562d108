package ma.tansiq.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The tasks that wait for people, without the engine's types. Reading sees every task: pages decide who may see what.
 * Claiming and completing happen as whoever is signed in, under the same checks as in Tasklist.
 */
@Component
public class Tasks {

    private final OpenTasks open;
    private final TaskService service;
    private final HistoryService history;
    private final Acting acting;

    Tasks(OpenTasks open, TaskService service, HistoryService history, Acting acting) {
        this.open = open;
        this.service = service;
        this.history = history;
        this.acting = acting;
    }

    public Optional<OpenTask> find(String taskId) {
        return open.find(taskId);
    }

    /** Those of these tasks that are open, the most urgent first. */
    public List<OpenTask> find(Collection<String> taskIds) {
        return open.find(taskIds);
    }

    /** An open task, if whoever is signed in is one of its candidates, its assignee or an administrator. */
    public Optional<OpenTask> findReadable(String taskId) {
        boolean readable = acting.asRequester(
                () -> service.createTaskQuery().taskId(taskId).count() > 0);
        return readable ? open.find(taskId) : Optional.empty();
    }

    /** A task that is over, if whoever is signed in could read it when it was open. */
    public Optional<FinishedTask> findFinished(String taskId) {
        return Optional.ofNullable(acting.asRequester(() -> over(taskId))).map(this::finished);
    }

    /** A task that is over, whoever asks. */
    public Optional<FinishedTask> findFinishedOfAnybody(String taskId) {
        return Optional.ofNullable(acting.unrestricted(() -> over(taskId))).map(this::finished);
    }

    private @Nullable HistoricTaskInstance over(String taskId) {
        return history.createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .finished()
                .singleResult();
    }

    private FinishedTask finished(HistoricTaskInstance task) {
        HistoricProcessInstance instance = acting.unrestricted(() -> history.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult());
        String key = instance == null ? null : instance.getBusinessKey();
        return new FinishedTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                key == null ? "" : key,
                Optional.ofNullable(task.getAssignee()).filter(a -> "completed".equals(task.getDeleteReason())),
                task.getEndTime().toInstant());
    }

    /** Every open task of every process about that reference, the most urgent first. */
    public List<OpenTask> openFor(String businessKey) {
        return open.ofBusinessKey(businessKey);
    }

    /**
     * Ids of open tasks about that reference which the diagram repeats over something, by that element.
     *
     * @param elementVariable name that the diagram gives to the element, {@code extract}
     */
    public Map<String, String> openByElement(String businessKey, String elementVariable) {
        return open.byElement(businessKey, elementVariable);
    }

    /** What the account holds or may take, the most urgent first. */
    public List<OpenTask> openForAccount(String account, Collection<String> groups) {
        return open.ofAccount(account, groups);
    }

    /** Every open task, the most urgent first. */
    public List<OpenTask> open() {
        return open.all();
    }

    /**
     * What the form of that open task shows or has filled in, by name, as a reader gets it: texts, numbers, booleans,
     * lists and maps.
     */
    public Map<String, Object> shown(String taskId) {
        return acting.unrestricted(() -> FormValues.plain(service.getVariablesTyped(taskId, false)));
    }

    /**
     * Takes the task in charge.
     *
     * @throws Conflict when somebody else holds it, or it is done
     */
    public void claim(String taskId, String account) {
        run(() -> acting.as(account, () -> service.claim(taskId, account)));
    }

    /**
     * Completes the task with a form's answers: texts, numbers, booleans, lists of maps.
     *
     * @throws Refusal when an answer or the task's state does not allow it; nothing has changed then
     */
    public void complete(String taskId, Map<String, ?> answers) {
        Map<String, Object> values = new LinkedHashMap<>(answers);
        run(() -> acting.asRequester(() -> {
            service.complete(taskId, values);
            return true;
        }));
    }

    /**
     * As {@link #complete}, for somebody who proved by other means than a sign-in who it is.
     *
     * @param account that holds the task
     */
    public void completeAs(String account, String taskId, Map<String, ?> answers) {
        Map<String, Object> values = new LinkedHashMap<>(answers);
        run(() -> acting.as(account, () -> service.complete(taskId, values)));
    }

    private static void run(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            throw Refusals.in(e).<RuntimeException>map(r -> r).orElse(e);
        }
    }
}
