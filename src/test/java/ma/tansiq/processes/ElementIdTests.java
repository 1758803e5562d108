package ma.tansiq.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids are type and meaning; none is left as a modeller generated it. */
class ElementIdTests {

    private static final String MEANING = "([A-Z][a-z]+)+";

    static List<Diagram> diagrams() {
        return Models.diagrams();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void elementsAreCalledAfterTypeAndMeaning(Diagram diagram) {
        diagram.nodes().forEach(node -> assertThat(node.getId()).matches(type(node) + "_" + MEANING));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void flowsAreCalledAfterTheirEnds(Diagram diagram) {
        for (SequenceFlow flow : diagram.flows()) {
            assertThat(flow.getId()).isEqualTo("Flow_" + meaning(flow.getSource()) + "_" + meaning(flow.getTarget()));
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void eventDefinitionsAreCalledAfterTheirEvent(Diagram diagram) {
        for (Event event : diagram.all(Event.class)) {
            event.getChildElementsByType(EventDefinition.class)
                    .forEach(definition -> assertThat(definition.getId()).isEqualTo(event.getId() + "_Definition"));
        }
    }

    private static String type(FlowNode node) {
        if (node instanceof UserTask) {
            return "Task";
        } else if (node instanceof Gateway) {
            return "Gateway";
        } else if (node instanceof CallActivity) {
            return "Call";
        } else if (node instanceof SubProcess) {
            return "SubProcess";
        } else if (node instanceof CatchEvent event) {
            return waitsForTime(event) ? "Timer" : "Event";
        }
        return node instanceof Event || node instanceof BoundaryEvent ? "Event" : "Activity";
    }

    private static boolean waitsForTime(CatchEvent event) {
        return !event.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }

    private static String meaning(FlowNode node) {
        return node.getId().replaceFirst("^[A-Za-z]+_", "");
    }
}
