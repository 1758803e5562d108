package ma.tansiq.engine;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settings of the engine that no property covers. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** The engine's REST resources are a static list that the web application reads once, when it starts. */
    @Bean
    static BeanFactoryPostProcessor engineErrors() {
        return factory -> EngineErrors.install();
    }

    @Bean
    Clock clock() {
        return new EngineClock();
    }

    @Bean
    @DependsOnDatabaseInitialization
    AbstractProcessEnginePlugin enginePlugin() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                if (configuration instanceof SpringProcessEngineConfiguration spring) {
                    spring.setDatabaseSchemaUpdate("false");
                }
                configuration.setGeneralResourceWhitelistPattern("[A-Za-z0-9._-]+");
                configuration.setEnableCmdExceptionLogging(false);
                configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
                configuration.setEnableHistoricInstancePermissions(true);
                configuration.setTaskService(new GuardedTaskService());
                configuration.setFormService(new GuardedFormService());
                configuration.setCustomSessionFactories(List.of(SubmittedAnswers.sessions()));
            }
        };
    }
}
