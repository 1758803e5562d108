package ma.tansiq.engine;

import java.util.Objects;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Gives candidates and assignees the right to work on their task as the engine does, but looks for earlier rights to it
 * only when the task is older than this command: a new task has none.
 */
final class TaskRights extends DefaultAuthorizationProvider {

    @Override
    protected @Nullable AuthorizationEntity getGrantAuthorizationByUserId(
            String userId, Resource resource, String resourceId) {
        return isNew(resource, resourceId) ? null : super.getGrantAuthorizationByUserId(userId, resource, resourceId);
    }

    @Override
    protected @Nullable AuthorizationEntity getGrantAuthorizationByGroupId(
            String groupId, Resource resource, String resourceId) {
        return isNew(resource, resourceId) ? null : super.getGrantAuthorizationByGroupId(groupId, resource, resourceId);
    }

    private static boolean isNew(Resource resource, String taskId) {
        boolean ofTask = resource == Resources.TASK || resource == Resources.HISTORIC_TASK;
        return ofTask
                && Context.getCommandContext().getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                        .anyMatch(each -> Objects.equals(each.getId(), taskId) && isInserted(each));
    }

    private static boolean isInserted(TaskEntity task) {
        return Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .isTransient(task);
    }
}
