package ma.tansiq.engine;

import java.time.Clock;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    ProcessEnginePlugin engineSettings(ApplicationContext context) {
        return new EngineSettings(context);
    }
}
