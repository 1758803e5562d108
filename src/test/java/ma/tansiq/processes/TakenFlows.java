package ma.tansiq.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Notes every sequence flow that any test of this run takes; the engine's history keeps nodes only. */
@Component
class TakenFlows extends AbstractProcessEnginePlugin {

    private static final Set<Taken> TAKEN = ConcurrentHashMap.newKeySet();

    private record Taken(String definition, String flow) {}

    /** Ids of the flows taken so far, by whichever test, in instances of those definitions. */
    static Set<String> ids(Set<String> definitions) {
        return TAKEN.stream()
                .filter(each -> definitions.contains(each.definition()))
                .map(Taken::flow)
                .collect(Collectors.toSet());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners =
                new ArrayList<>(Optional.ofNullable(configuration.getCustomPostBPMNParseListeners())
                        .orElse(List.of()));
        listeners.add(new Noting());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private static final class Noting extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution ->
                    TAKEN.add(new Taken(execution.getProcessDefinitionId(), execution.getCurrentTransitionId())));
        }
    }
}
