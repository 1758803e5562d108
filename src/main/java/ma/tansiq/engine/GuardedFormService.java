package ma.tansiq.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service, with task forms submitted as {@link AnswerTask answers} instead of variables. */
final class GuardedFormService extends FormServiceImpl {

    private final FormsRead forms;

    GuardedFormService(FormsRead forms) {
        this.forms = forms;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        commandExecutor.execute(new AnswerTask(taskId, properties, forms));
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        commandExecutor.execute(new AnswerTask(taskId, properties, forms));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return commandExecutor.execute(new AnswerTask(taskId, properties, forms));
    }
}
