package ma.tansiq.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every diagram keeps the conventions that code, people and the other tests rely on. */
class ProcessModelTests {

    private static final Beans BEANS = new Beans();
    private static final Set<String> ENGINE_NAMES = Set.of("execution", "task");

    static List<Diagram> diagrams() {
        return Models.diagrams();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void oneNameLinksDiagramClassAndTest(Diagram diagram) throws IOException {
        assertThat(diagram.all(Process.class)).hasSize(1);
        assertThat(diagram.file()).hasFileName(diagram.id() + ".bpmn");
        assertThat(classes(diagram, "Process")).hasSize(1);
        assertThat(classes(diagram, "ProcessTests")).hasSize(1);
    }

    /** In the module's package or one below. */
    private static Resource[] classes(Diagram diagram, String ending) throws IOException {
        String folder = diagram.module().replace('.', '/');
        return new PathMatchingResourcePatternResolver()
                .getResources("classpath*:" + folder + "/**/" + diagram.id() + ending + ".class");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void processIsExecutableExplainedAndKeptForATime(Diagram diagram) {
        assertThat(diagram.process().isExecutable()).isTrue();
        assertThat(diagram.process().getName()).isNotBlank();
        assertThat(diagram.process().getDocumentations()).isNotEmpty();
        assertThat(diagram.process().getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementIsNamedAndExplained(Diagram diagram) {
        for (FlowNode node : diagram.nodes()) {
            assertThat(Diagram.documentation(node))
                    .as("documentation of " + node.getId())
                    .isNotBlank()
                    .endsWith(".");
            if (!(node instanceof Gateway)) {
                assertThat(node.getName()).as("name of " + node.getId()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void apostrophesAreCurvedInNames(Diagram diagram) {
        assertThat(diagram.model().getModelElementsByType(FlowElement.class))
                .extracting(element -> String.valueOf(element.getName()))
                .noneMatch(FormTests.STRAIGHT.asPredicate());
        assertThat(diagram.process().getName()).doesNotContainPattern(FormTests.STRAIGHT);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void gatewaysAskAQuestionAndTheirFlowsAnswer(Diagram diagram) {
        for (Gateway gateway : diagram.all(Gateway.class)) {
            if (gateway.getOutgoing().size() < 2 || gateway instanceof ParallelGateway) {
                continue;
            }
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            String byDefault = gateway.getAttributeValue("default");
            assertThat(byDefault).as("default flow of " + gateway.getId()).isNotBlank();
            for (SequenceFlow flow : gateway.getOutgoing()) {
                assertThat(flow.getName()).as("label of " + flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression() == null)
                        .as("only the default flow is without condition: " + flow.getId())
                        .isEqualTo(flow.getId().equals(byDefault));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void expressionsCallPublicMethodsOfAllowedBeans(Diagram diagram) {
        BEANS.answer(diagram);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void expressionsReadNoVariableThatAFormCouldHaveSubmitted(Diagram diagram) {
        Set<String> elements = diagram.all(MultiInstanceLoopCharacteristics.class).stream()
                .map(MultiInstanceLoopCharacteristics::getCamundaElementVariable)
                .collect(Collectors.toSet());
        for (Expression expression : diagram.expressions()) {
            assertThat(expression.names())
                    .as(expression.text())
                    .allMatch(name -> ENGINE_NAMES.contains(name) || elements.contains(name));
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void conditionsAskTheProcess(Diagram diagram) {
        diagram.flows().stream()
                .filter(flow -> flow.getConditionExpression() != null)
                .forEach(flow -> assertThat(flow.getConditionExpression().getTextContent())
                        .as(flow.getId())
                        .matches("\\$\\{!?\\w+Process\\.\\w+\\((execution\\.processBusinessKey|\\w+)\\)}"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void calledProcessesExistAndKeepTheBusinessKey(Diagram diagram) {
        List<String> known = Models.diagrams().stream().map(Diagram::id).toList();
        for (CallActivity call : diagram.all(CallActivity.class)) {
            assertThat(known).contains(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            assertThat(call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list())
                    .extracting(CamundaIn::getCamundaBusinessKey)
                    .contains(keyOf(call));
        }
    }

    /** The caller's key; a call that is made once for each of several things hands over the reference of each. */
    private static String keyOf(CallActivity call) {
        return call.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics each
                ? "#{" + each.getCamundaElementVariable() + "}"
                : "#{execution.processBusinessKey}";
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void messagesAndErrorsAreNamedAsTheirIdsSay(Diagram diagram) {
        diagram.all(Message.class)
                .forEach(message -> assertThat(message.getId()).isEqualTo("Message_" + message.getName()));
        diagram.all(Error.class).forEach(error -> {
            assertThat(error.getId()).isEqualTo("Error_" + error.getName());
            assertThat(error.getErrorCode()).isEqualTo(error.getName());
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void whatRunsAsAJobIsRetriedWithPatience(Diagram diagram) {
        diagram.nodes().stream()
                .filter(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())
                .forEach(node -> assertThat(node.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                .list())
                        .as("retry cycle of " + node.getId())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noScriptAndNoClassNameIsUsed(Diagram diagram) {
        assertThat(diagram.file())
                .content()
                .doesNotContain("scriptTask", "camunda:script", "camunda:class", "camunda:connector");
    }
}
