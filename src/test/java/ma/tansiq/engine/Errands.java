package ma.tansiq.engine;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Deploys the test's process once and starts errands; makes the accounts that work on them. */
@Component
public class Errands {

    public static final String PASSWORD = "une phrase de passe longue";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Accounts accounts;
    private final Tasks tasks;

    Errands(RepositoryService repository, RuntimeService runtime, Accounts accounts, Tasks tasks) {
        this.repository = repository;
        this.runtime = runtime;
        this.accounts = accounts;
        this.tasks = tasks;
    }

    /** A new errand; answers its business key. */
    public String start() {
        deploy();
        String key = "ERRAND-" + UUID.randomUUID();
        runtime.startProcessInstanceByKey("Errand", key);
        return key;
    }

    public OpenTask task(String businessKey) {
        return tasks.openFor(businessKey).get(0);
    }

    /** An account in those groups. */
    public String account(String id, String... groups) {
        accounts.provision(new Account(id, "Prénom", id, id + "@example.org"), PASSWORD);
        List.of(groups).forEach(group -> accounts.provisionGroup(group, group));
        accounts.assignGroups(id, accounts.groupsOf(id), Set.of(groups));
        return id;
    }

    private synchronized void deploy() {
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("Errand")
                        .count()
                == 0) {
            repository
                    .createDeployment()
                    .addClasspathResource("engine/Errand.bpmn")
                    .addClasspathResource("engine/run-errand.form")
                    .deploy();
        }
    }
}
