package ma.tansiq.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.IncidentQueryImpl;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/**
 * What the engine would read again for each of a task's timers when it makes or removes them, read once per command.
 */
final class FrugalManagers {

    private FrugalManagers() {}

    static List<SessionFactory> sessions() {
        return List.of(
                new Replacing(JobDefinitionManager.class, JobDefinitions::new),
                new Replacing(IncidentManager.class, Incidents::new));
    }

    private record Replacing(Class<?> type, Supplier<Session> manager) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return manager.get();
        }
    }

    /** Whoever needs a job definition of the diagram that is being executed gets all of it. */
    private static final class JobDefinitions extends JobDefinitionManager {

        private final Set<String> diagrams = new HashSet<>();

        @Override
        public JobDefinitionEntity findById(String id) {
            BpmnExecutionContext current = Context.getBpmnExecutionContext();
            if (current != null && diagrams.add(current.getExecution().getProcessDefinitionId())) {
                findByProcessDefinitionId(current.getExecution().getProcessDefinitionId());
            }
            return super.findById(id);
        }
    }

    /** Asks once whether there is any incident at all; as a rule there is none, and then no job has one. */
    private static final class Incidents extends IncidentManager {

        private @Nullable Boolean none;

        @Override
        public List<Incident> findIncidentByConfigurationAndIncidentType(
                String configuration, @Nullable String incidentType) {
            return isNone() ? List.of() : super.findIncidentByConfigurationAndIncidentType(configuration, incidentType);
        }

        private boolean isNone() {
            if (none == null) {
                IncidentQueryImpl any = new IncidentQueryImpl();
                any.setMaxResults(1);
                none = getDbEntityManager()
                        .selectList("selectIncidentByQueryCriteria", any)
                        .isEmpty();
            }
            return none
                    && getDbEntityManager()
                            .getCachedEntitiesByType(IncidentEntity.class)
                            .isEmpty();
        }
    }
}
