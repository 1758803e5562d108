package ma.tansiq.committee;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** What the engine keeps of instances: where they wait, and on which diagrams they run. */
@Component
class EngineView {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final HistoryService history;
    private final RepositoryService models;

    EngineView(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs,
            HistoryService history,
            RepositoryService models) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.history = history;
        this.models = models;
    }

    /** Every element of those diagrams at which an instance may stop: task, timer, message or step of the engine's own. */
    Set<String> waitStates(String deployment) {
        return models.createProcessDefinitionQuery().deploymentId(deployment).list().stream()
                .flatMap(each -> waitStates(each.getKey(), models.getBpmnModelInstance(each.getId())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> waitStates(String process, BpmnModelInstance diagram) {
        Stream<? extends BaseElement> catching = diagram.getModelElementsByType(CatchEvent.class).stream()
                .filter(each -> !(each.getParentElement() instanceof Process
                        && each.getIncoming().isEmpty()
                        && each.getElementType().getTypeName().equals("startEvent")))
                .filter(each -> each.getEventDefinitions().stream()
                        .anyMatch(what ->
                                what instanceof TimerEventDefinition || what instanceof MessageEventDefinition));
        Stream<? extends BaseElement> asynchronous =
                diagram.getModelElementsByType(FlowNode.class).stream().filter(FlowNode::isCamundaAsyncBefore);
        return Stream.of(diagram.getModelElementsByType(UserTask.class).stream(), catching, asynchronous)
                .flatMap(each -> each)
                .map(each -> process + " " + each.getId());
    }

    /** Where the processes about that reference wait. */
    Set<String> waits(String reference) {
        Set<String> waits = new TreeSet<>();
        for (ProcessInstance each : instances(reference)) {
            String process = key(each.getProcessDefinitionId()) + " ";
            tasks.createTaskQuery().processInstanceId(each.getId()).list().stream()
                    .map(Task::getTaskDefinitionKey)
                    .forEach(task -> waits.add(process + task));
            runtime.createEventSubscriptionQuery().processInstanceId(each.getId()).list().stream()
                    .map(EventSubscription::getActivityId)
                    .forEach(event -> waits.add(process + event));
            jobs.createJobQuery().processInstanceId(each.getId()).list().stream()
                    .filter(job -> !isOfATask(job))
                    .map(this::element)
                    .forEach(job -> waits.add(process + job));
        }
        return waits;
    }

    /** Fires every reminder and escalation of the tasks about that reference. */
    void remindAndEscalate(String reference) {
        for (ProcessInstance each : instances(reference)) {
            jobs.createJobQuery().processInstanceId(each.getId()).timers().list().stream()
                    .filter(EngineView::isOfATask)
                    .forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    /** The deployments whose diagrams the processes about that reference ran on. */
    Set<String> deploymentsOf(String reference) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(HistoricProcessInstance::getProcessDefinitionId)
                .map(models::getProcessDefinition)
                .map(ProcessDefinition::getDeploymentId)
                .collect(Collectors.toSet());
    }

    private List<ProcessInstance> instances(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list();
    }

    private String key(String definition) {
        return models.getProcessDefinition(definition).getKey();
    }

    private String element(Job job) {
        return jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private static boolean isOfATask(Job job) {
        return TimerTaskListenerJobHandler.TYPE.equals(((JobEntity) job).getJobHandlerType());
    }
}
