package ma.tansiq.engine;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * The engine's task service with what it lacks: a task is completed by its assignee alone, claimed for oneself alone,
 * given back by whoever holds it, and commented by those who may read it. Tasks are neither delegated nor ended by
 * errors that a request throws.
 */
final class GuardedTaskService extends TaskServiceImpl {

    private final FormsRead forms;

    GuardedTaskService(FormsRead forms) {
        this.forms = forms;
    }

    @Override
    public void complete(String taskId) {
        commandExecutor.execute(new AnswerTask(taskId, null, forms));
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        commandExecutor.execute(new AnswerTask(taskId, variables, forms));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return commandExecutor.execute(new AnswerTask(taskId, variables, forms));
    }

    @Override
    public void claim(String taskId, @Nullable String userId) {
        String requester = commandExecutor.execute(CommandContext::getAuthenticatedUserId);
        if (requester != null && !requester.equals(userId)) {
            throw TaskRefused.claimForOther();
        }
        super.claim(taskId, userId);
    }

    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        if (userId == null && commandExecutor.execute(context -> holds(taskId, context))) {
            commandExecutor.execute(
                    context -> context.runWithoutAuthorization(() -> new AssignTaskCmd(taskId, null).execute(context)));
            return;
        }
        super.setAssignee(taskId, userId);
    }

    @Override
    public Comment createComment(@Nullable String taskId, @Nullable String processInstance, String message) {
        if (taskId != null && createTaskQuery().taskId(taskId).count() == 0) {
            throw Conflict.taskGone();
        }
        if (taskId == null && commandExecutor.execute(CommandContext::getAuthenticatedUserId) != null) {
            throw TaskRefused.notAllowed();
        }
        return super.createComment(taskId, processInstance, message);
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        throw TaskRefused.notAllowed();
    }

    @Override
    public void resolveTask(String taskId) {
        throw TaskRefused.notAllowed();
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        throw TaskRefused.notAllowed();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        throw TaskRefused.notAllowed();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, @Nullable String errorMessage) {
        throw TaskRefused.notAllowed();
    }

    @Override
    public void handleBpmnError(
            String taskId, String errorCode, @Nullable String errorMessage, @Nullable Map<String, Object> variables) {
        throw TaskRefused.notAllowed();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        throw TaskRefused.notAllowed();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, @Nullable Map<String, Object> variables) {
        throw TaskRefused.notAllowed();
    }

    private static boolean holds(String taskId, CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        String requester = context.getAuthenticatedUserId();
        if (task == null || requester == null || !Objects.equals(requester, task.getAssignee())) {
            return false;
        }
        boolean offered =
                task.getIdentityLinks().stream().anyMatch(l -> IdentityLinkType.CANDIDATE.equals(l.getType()));
        if (!offered) {
            throw TaskRefused.notOffered();
        }
        return true;
    }
}
