package ma.tansiq.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.PristineData;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the tests of this run took of today's diagrams: every sequence flow and every element. The engine's history keeps
 * elements only, so flows are noted while they are taken. Tests run in more than one virtual machine: each leaves its
 * notes in the run's folder when its application stops, and {@link ProcessCoverageTests} reads them all afterwards. The
 * history is read before a class of tests has the database put back.
 */
@Component
class TakenPaths extends AbstractProcessEnginePlugin {

    private static final String FOLDER = "tansiq.taken-paths";
    private static final Set<Taken> FLOWS = ConcurrentHashMap.newKeySet();
    private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

    private final ObjectProvider<ProcessEngine> engine;

    TakenPaths(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    private record Taken(String definition, String id) {

        String line() {
            return definition.substring(0, definition.indexOf(':')) + " " + id;
        }
    }

    /** Lines of process and element or flow, of all virtual machines of this run; empty when nothing ran. */
    static Set<String> ofThisRun() {
        return folder().filter(Files::isDirectory).map(TakenPaths::read).orElse(Set.of());
    }

    static String line(Diagram diagram, String id) {
        return diagram.id() + " " + id;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners =
                new ArrayList<>(Optional.ofNullable(configuration.getCustomPostBPMNParseListeners())
                        .orElse(List.of()));
        listeners.add(new Noting());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    @EventListener(ContextClosedEvent.class)
    void leaveNotes() {
        note();
        folder().ifPresent(folder -> write(folder, NOTED));
    }

    /** Only of definitions that are still there: tests of earlier diagrams take those away when they end. */
    @EventListener(PristineData.GoesBack.class)
    void note() {
        NOTED.addAll(taken(engine.getObject()));
        FLOWS.clear();
    }

    private static Set<String> taken(ProcessEngine engine) {
        Set<String> today = engine.getRepositoryService().createProcessDefinitionQuery().unlimitedList().stream()
                .map(ProcessDefinition::getId)
                .collect(Collectors.toSet());
        Stream<Taken> elements =
                engine.getHistoryService().createHistoricActivityInstanceQuery().unlimitedList().stream()
                        .map(each -> new Taken(each.getProcessDefinitionId(), each.getActivityId()));
        return Stream.concat(FLOWS.stream(), elements)
                .filter(each -> today.contains(each.definition()))
                .map(Taken::line)
                .collect(Collectors.toSet());
    }

    private static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of);
    }

    private static void write(Path folder, Set<String> lines) {
        try {
            Files.createDirectories(folder);
            Files.write(Files.createTempFile(folder, "taken-", ".txt"), lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Set<String> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(TakenPaths::lines)
                    .filter(Predicate.not(String::isBlank))
                    .collect(Collectors.toSet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class Noting extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution ->
                    FLOWS.add(new Taken(execution.getProcessDefinitionId(), execution.getCurrentTransitionId())));
        }
    }
}
