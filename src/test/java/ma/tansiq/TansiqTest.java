package ma.tansiq;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test against the whole application, as the default start has it: real engine, real PostgreSQL (fresh, under
 * {@code target}), real SMTP. All such tests of a virtual machine share one application. Each class
 * finds its data as they were after the start ({@link FromTheBeginning}); within a class a test makes its own and leaves
 * others' alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "tansiq.postgresql-directory=target/postgresql-binaries",
            "spring.mail.port=0",
            "camunda.bpm.job-execution.enabled=false"
        })
@ContextConfiguration(initializers = FreshDataDirectory.class)
@ActiveProfiles("demonstration")
@TestExecutionListeners(
        listeners = FromTheBeginning.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface TansiqTest {}
