package ma.tansiq.processes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One BPMN file with its one process. */
record Diagram(Path file, BpmnModelInstance model, Process process) {

    static Diagram read(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        return new Diagram(
                file,
                model,
                model.getModelElementsByType(Process.class).iterator().next());
    }

    String id() {
        return process.getId();
    }

    /** The package of the module it belongs to: the folder it lies in. */
    String module() {
        return "ma.tansiq." + file.getName(file.getNameCount() - 2);
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    Collection<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    Collection<SequenceFlow> flows() {
        return all(SequenceFlow.class);
    }

    Collection<UserTask> userTasks() {
        return all(UserTask.class);
    }

    /** A task that a timer of its own takes away is optional: it is reminded of, and never escalated. */
    boolean closesByItself(UserTask task) {
        return all(BoundaryEvent.class).stream()
                .anyMatch(event -> event.getAttachedTo().equals(task)
                        && event.cancelActivity()
                        && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance));
    }

    static Stream<CamundaTaskListener> listeners(UserTask task, String event) {
        return task.getExtensionElements() == null
                ? Stream.empty()
                : task.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list().stream()
                        .filter(listener -> event.equals(listener.getCamundaEvent()));
    }

    static String documentation(FlowNode node) {
        return node.getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .findFirst()
                .orElse("")
                .strip();
    }

    /** Every expression of the file, where it stands. */
    List<Expression> expressions() {
        return Expression.allOf(this);
    }

    @Override
    public String toString() {
        return id();
    }
}
