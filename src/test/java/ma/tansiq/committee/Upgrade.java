package ma.tansiq.committee;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Brings diagrams and forms into the engine as the application does when it starts. */
@Component
public class Upgrade {

    private final SpringTransactionsProcessEngineConfiguration settings;
    private final RepositoryService repository;

    Upgrade(SpringTransactionsProcessEngineConfiguration settings, RepositoryService repository) {
        this.settings = settings;
        this.repository = repository;
    }

    /** From now on everything begins on the foundation's diagrams. */
    public String toTheFoundation() {
        try {
            return deploy(new PathMatchingResourcePatternResolver().getResources("classpath:foundation/*.*"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** From now on everything begins on today's diagrams. */
    public String toToday() {
        return deploy(settings.getDeploymentResources());
    }

    /** Takes the foundation's diagrams away again, with all that ran on them. */
    public void forget(String deployment) {
        repository.deleteDeployment(deployment, true);
    }

    private String deploy(Resource[] resources) {
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name(settings.getDeploymentName())
                .enableDuplicateFiltering(settings.isDeployChangedOnly());
        List.of(resources).forEach(each -> add(deployment, each));
        return deployment.deploy().getId();
    }

    private static void add(DeploymentBuilder deployment, Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(String.valueOf(resource.getFilename()), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
