package ma.tansiq.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Names a task's form in the language of whoever opens it: {@code ${forms.of('plan-meeting')}}. A language counts when
 * the task's own deployment has the form in it, so that what began on an earlier one goes on with its forms (ADR 37).
 */
@Component("forms")
public class Forms {

    private static final String WORKING_LANGUAGE = "fr";

    /** Ids of the forms of each deployment, which never changes. */
    private final Map<String, Set<String>> deployed = new ConcurrentHashMap<>();

    /** Id of that form in the requester's language where the task has one, else of the French form. */
    public String of(String name) {
        String wanted = name + "." + language();
        String french = name + "." + WORKING_LANGUAGE;
        return wanted.equals(french) || !ofDeployment(deployment()).contains(wanted) ? french : wanted;
    }

    private Set<String> ofDeployment(@Nullable String deployment) {
        return deployment == null ? Set.of() : deployed.computeIfAbsent(deployment, Forms::read);
    }

    private static Set<String> read(String deployment) {
        return Context.getCommandContext()
                .getDeploymentManager()
                .findDeploymentById(deployment)
                .getResources()
                .keySet()
                .stream()
                .filter(file -> file.endsWith(".form"))
                .map(file -> file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.form$", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The deployment that the diagram of the task belongs to, whose form is asked for. */
    private static @Nullable String deployment() {
        VariableScope asking = EngineExpressions.scope();
        ProcessDefinitionEntity diagram = asking instanceof TaskEntity task
                ? task.getProcessDefinition()
                : asking instanceof ExecutionEntity execution ? execution.getProcessDefinition() : null;
        return diagram == null ? null : diagram.getDeploymentId();
    }

    private static String language() {
        Locale locale =
                LocaleContextHolder.getLocaleContext() == null ? Locale.FRENCH : LocaleContextHolder.getLocale();
        return locale.getLanguage();
    }
}
