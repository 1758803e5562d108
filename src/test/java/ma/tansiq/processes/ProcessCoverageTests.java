package ma.tansiq.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tests of this run took every path of every process. The build runs it after all others; alone it has nothing to
 * look at and is skipped.
 */
class ProcessCoverageTests {

    private static Set<String> taken = Set.of();

    static List<Diagram> diagrams() {
        return Models.diagrams();
    }

    @BeforeAll
    static void processTestsRan() {
        taken = TakenPaths.ofThisRun();
        assumeFalse(taken.isEmpty(), "no test of a process ran before");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everySequenceFlowWasTaken(Diagram diagram) {
        assertThat(missed(diagram, diagram.flows().stream()))
                .as("flows of " + diagram + " that no test takes")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementWasReached(Diagram diagram) {
        assertThat(missed(diagram, diagram.nodes().stream()))
                .as("elements of " + diagram + " that no test reaches")
                .isEmpty();
    }

    private static List<String> missed(Diagram diagram, Stream<? extends FlowElement> elements) {
        return elements.map(BaseElement::getId)
                .filter(id -> !taken.contains(TakenPaths.line(diagram, id)))
                .toList();
    }
}
