package ma.tansiq.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.TansiqTest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The tests of this run took every path of every process. Runs after all others; alone it has nothing to look at and is
 * skipped.
 */
@TansiqTest
@Order(Integer.MAX_VALUE)
class ProcessCoverageTests {

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService models;

    static List<Diagram> diagrams() {
        return Models.diagrams();
    }

    @BeforeEach
    void processTestsRan() {
        assumeFalse(taken().isEmpty(), "no test of a process ran before");
    }

    /** Those of today's diagrams: tests of earlier ones take these away when they end. */
    private Set<String> taken() {
        return TakenFlows.ids(models.createProcessDefinitionQuery().unlimitedList().stream()
                .map(ProcessDefinition::getId)
                .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everySequenceFlowWasTaken(Diagram diagram) {
        Set<String> taken = taken();
        assertThat(diagram.flows().stream().map(BaseElement::getId).filter(flow -> !taken.contains(flow)))
                .as("flows of " + diagram + " that no test takes")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementWasReached(Diagram diagram) {
        Set<String> reached = history.createHistoricActivityInstanceQuery().unlimitedList().stream()
                .filter(activity -> activity.getProcessDefinitionKey().equals(diagram.id()))
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
        assertThat(diagram.nodes().stream().map(BaseElement::getId).filter(node -> !reached.contains(node)))
                .as("elements of " + diagram + " that no test reaches")
                .isEmpty();
    }
}
