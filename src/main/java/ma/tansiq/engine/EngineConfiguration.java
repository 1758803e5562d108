package ma.tansiq.engine;

import java.time.Clock;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final int BEFORE_WEBAPPS = 201;

    /** The engine's REST resources are a static list that the web application reads once, when it starts. */
    @Bean
    static BeanFactoryPostProcessor engineErrors() {
        return factory -> EngineErrors.install();
    }

    @Bean
    Clock clock() {
        return new EngineClock();
    }

    /** After Spring's own filters, before those of the engine's web applications. */
    @Bean
    FilterRegistrationBean<WebappSignIn> webappSignIn(Acting acting, LocaleResolver localeResolver) {
        FilterRegistrationBean<WebappSignIn> filter =
                new FilterRegistrationBean<>(new WebappSignIn(acting, localeResolver));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(BEFORE_WEBAPPS);
        return filter;
    }

    @Bean
    FilterRegistrationBean<NonceOfRequest> nonceOfRequest() {
        FilterRegistrationBean<NonceOfRequest> filter = new FilterRegistrationBean<>(new NonceOfRequest());
        filter.addUrlPatterns("/camunda/app/*");
        filter.setOrder(BEFORE_WEBAPPS);
        return filter;
    }

    @Bean
    FilterRegistrationBean<TasklistTime> tasklistTime(Clock clock, SimulatedData simulated) {
        FilterRegistrationBean<TasklistTime> filter = new FilterRegistrationBean<>(new TasklistTime(clock, simulated));
        filter.addUrlPatterns("/camunda/*");
        filter.setOrder(BEFORE_WEBAPPS);
        return filter;
    }

    @Bean
    @DependsOnDatabaseInitialization
    ProcessEnginePlugin engineSettings(ApplicationContext context) {
        return new EngineSettings(context);
    }
}
