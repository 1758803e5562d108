package ma.tansiq.engine;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What every account may do in the engine: open Tasklist, see its filters and the diagrams. Tasks, and what belongs to
 * them, are seen only by those whom a task names as candidate or assignee; everything else is for administrators.
 */
@Component
@Order(0)
class Rights implements ApplicationRunner {

    private final AuthorizationService authorizations;

    Rights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        toAll(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        toAll(Resources.FILTER, "*", Permissions.READ);
        toAll(Resources.PROCESS_DEFINITION, "*", Permissions.READ);
        Stream.of(Resources.values()).forEach(this::toAdministrators);
    }

    private void toAll(Resource resource, String id, Permission permission) {
        grant(AUTH_TYPE_GLOBAL, null, resource, id, permission);
    }

    private void toAdministrators(Resource resource) {
        grant(AUTH_TYPE_GRANT, Accounts.ADMINISTRATORS, resource, "*", Permissions.ALL);
    }

    private void grant(int type, @Nullable String group, Resource resource, String id, Permission permission) {
        AuthorizationQuery query = authorizations
                .createAuthorizationQuery()
                .authorizationType(type)
                .resourceType(resource)
                .resourceId(id);
        if ((group == null ? query : query.groupIdIn(group)).count() > 0) {
            return;
        }
        Authorization grant = authorizations.createNewAuthorization(type);
        if (group != null) {
            grant.setGroupId(group);
        }
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        authorizations.saveAuthorization(grant);
    }
}
