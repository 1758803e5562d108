package ma.tansiq.engine;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * Completes a task with a form's answers: only its assignee may, only with fields that its form has, and nothing of it
 * becomes a process variable. Every way to complete a task comes through here.
 */
final class AnswerTask extends CompleteTaskCmd {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, ?> submitted;
    private final transient FormsRead forms;

    AnswerTask(String taskId, @Nullable Map<String, ?> submitted, FormsRead forms) {
        super(taskId, null);
        this.forms = forms;
        this.submitted = submitted == null ? Map.of() : submitted;
    }

    /** One after the other: whoever comes second finds the task gone, not half of it. */
    @Override
    public VariableMap execute(CommandContext context) {
        LockedTask.take(taskId, context);
        return super.execute(context);
    }

    @Override
    protected void checkCompleteTask(TaskEntity task, CommandContext context) {
        super.checkCompleteTask(task, context);
        String account = assignee(task, context);
        // otherwise the engine reads two of them one by one, and then all
        context.getExecutionManager().findExecutionsByProcessInstanceId(task.getProcessInstanceId());
        FormFields form = context.runWithoutAuthorization(() -> form(task, context));
        Map<String, Object> values = Submitted.accepted(submitted, form);
        SubmittedAnswers.keep(new Answers(
                task.getId(), task.getTaskDefinitionKey(), businessKey(task), answering(task, account), values, form));
    }

    private static String assignee(TaskEntity task, CommandContext context) {
        String account = context.getAuthenticatedUserId();
        String assignee = task.getAssignee();
        if (account == null) {
            throw TaskRefused.nobody();
        }
        if (assignee == null) {
            throw TaskRefused.notClaimed();
        }
        if (!assignee.equals(account)) {
            throw Conflict.taskOfAnother(name(assignee, context));
        }
        return account;
    }

    /** Whoever stands in answers for the person whose task it is. */
    private static String answering(TaskEntity task, String account) {
        return task.getOwner() == null ? account : task.getOwner();
    }

    private static String name(String account, CommandContext context) {
        User user = context.runWithoutAuthorization(
                () -> context.getReadOnlyIdentityProvider().findUserById(account));
        return user == null ? account : Accounts.account(user).name();
    }

    private static String businessKey(TaskEntity task) {
        String key =
                task.getProcessInstance() == null ? null : task.getExecution().getProcessBusinessKey();
        return key == null ? "" : key;
    }

    private FormFields form(TaskEntity task, CommandContext context) {
        TaskDefinition definition = task.getTaskDefinition();
        Expression form = definition == null ? null : definition.getCamundaFormDefinitionKey();
        if (form == null) {
            return FormFields.NONE;
        }
        String deployment = task.getProcessDefinition().getDeploymentId();
        String id = String.valueOf(form.getValue(task));
        return forms.get(deployment, id, () -> FormFields.read(schema(context)));
    }

    private InputStream schema(CommandContext context) {
        return new GetDeployedTaskFormCmd(taskId).execute(context);
    }
}
