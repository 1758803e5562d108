package ma.tansiq.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the forms of open tasks show. The engine asks for it once, when a task is created. */
@Component
public class OpenForms {

    private final TaskService tasks;
    private final ObjectProvider<ProcessEngine> engine;
    private final Acting acting;

    OpenForms(TaskService tasks, ObjectProvider<ProcessEngine> engine, Acting acting) {
        this.tasks = tasks;
        this.engine = engine;
        this.acting = acting;
    }

    /** Asks again for what the forms of all open tasks about that reference show, after it changed. */
    public void refresh(String businessKey) {
        acting.unrestricted(() -> {
            tasks.createTaskQuery().processInstanceBusinessKey(businessKey).unlimitedList().stream()
                    .map(task -> ((TaskEntity) task).getExecutionId())
                    .forEach(this::ask);
            return true;
        });
    }

    private void ask(String executionId) {
        ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    ExecutionEntity execution = context.getExecutionManager().findExecutionById(executionId);
                    IoMapping shown = execution == null || execution.getActivity() == null
                            ? null
                            : execution.getActivity().getIoMapping();
                    if (shown != null) {
                        shown.executeInputParameters(execution);
                    }
                    return null;
                });
    }
}
