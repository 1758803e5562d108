package ma.tansiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class ProductionStartTests {

    private static final Map<String, String> COMPLETE = complete();

    @Test
    void refusesToStartAndNamesEverySettingThatIsMissing() {
        try (ApplicationProcess bare = ApplicationProcess.start("--spring.profiles.active=production")) {
            assertThat(bare.awaitEnd()).isNotZero();
            assertThat(bare.output())
                    .contains("Tansiq does not start in production with these settings")
                    .contains(COMPLETE.keySet())
                    .contains("SPRING_DATASOURCE_URL", "TANSIQ_BASE_URL")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void startsWithEverySetting() {
        assertThatCode(() -> initialize(COMPLETE)).doesNotThrowAnyException();
    }

    @Test
    void demonstrationNeedsNoneOfThem() {
        MockEnvironment demonstration = new MockEnvironment();
        demonstration.setActiveProfiles("demonstration");
        assertThatCode(() -> initialize(demonstration)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, '', missing: spring.datasource.url",
        "spring.mail.host, '  ', missing: spring.mail.host",
        "spring.datasource.url, jdbc:h2:mem:x, refused: spring.datasource.url has to begin",
        "spring.datasource.password, postgres, refused: spring.datasource.password is a password that everybody knows",
        "spring.datasource.password, Tansiq-Demo, refused: spring.datasource.password is a password that everybody knows",
        "tansiq.administrator.password, change-me-please, refused: tansiq.administrator.password is a password that",
        "tansiq.administrator.password, short, refused: tansiq.administrator.password is shorter than 12",
        "tansiq.administrator.email, nobody, refused: tansiq.administrator.email is not an e-mail address",
        "tansiq.administrator.id, the boss, refused: tansiq.administrator.id may have",
        "tansiq.ballot-key, '', missing: tansiq.ballot-key",
        "tansiq.link-key, '', missing: tansiq.link-key",
        "tansiq.ballot-key, 'no key!', refused: tansiq.ballot-key has to be 32 bytes",
        "tansiq.link-key, dG9vIHNob3J0, refused: tansiq.link-key has to be 32 bytes",
        "tansiq.base-url, tansiq.example.org, refused: tansiq.base-url has to be an address",
        "tansiq.base-url, 'http://a b', refused: tansiq.base-url has to be an address",
    })
    void refusesWrongSettings(String name, String value, String problem) {
        Map<String, String> settings = new LinkedHashMap<>(COMPLETE);
        settings.put(name, value);
        assertThat(problems(settings)).singleElement().asString().startsWith(problem);
    }

    @Test
    void refusesTheDemonstrationInProduction() {
        MockEnvironment both = environment(COMPLETE);
        both.setActiveProfiles("production", "demonstration");
        ProductionSettingsRefused refused =
                catchThrowableOfType(ProductionSettingsRefused.class, () -> initialize(both));
        assertThat(refused.problems()).singleElement().asString().contains("demonstration");
    }

    @Test
    void knowsNothingOfTheDemonstration() {
        try (AnnotationConfigApplicationContext production = new AnnotationConfigApplicationContext()) {
            production.getEnvironment().setActiveProfiles("production");
            production.scan("ma.tansiq.demonstration");
            List<String> ours = new ArrayList<>(List.of(production.getBeanDefinitionNames()));
            ours.removeIf(name -> name.startsWith("org.springframework."));
            assertThat(ours).isEmpty();
        }
    }

    private static List<String> problems(Map<String, String> settings) {
        return catchThrowableOfType(ProductionSettingsRefused.class, () -> initialize(settings))
                .problems();
    }

    private static void initialize(Map<String, String> settings) {
        initialize(environment(settings));
    }

    private static void initialize(MockEnvironment environment) {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            new ProductionSettings().initialize(context);
        }
    }

    private static MockEnvironment environment(Map<String, String> settings) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles("production");
        settings.forEach(environment::setProperty);
        return environment;
    }

    private static Map<String, String> complete() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", "jdbc:postgresql://database:5432/tansiq");
        settings.put("spring.datasource.username", "tansiq_app");
        settings.put("spring.datasource.password", "kj3-Hd82-mmQx");
        settings.put("spring.mail.host", "smtp.example.org");
        settings.put("tansiq.base-url", "https://tansiq.example.org");
        settings.put("tansiq.mail.from", "Tansiq <tansiq@example.org>");
        settings.put("tansiq.administrator.id", "first.admin");
        settings.put("tansiq.administrator.name", "Première Administratrice");
        settings.put("tansiq.administrator.email", "admin@example.org");
        settings.put("tansiq.administrator.password", "une longue phrase de passe");
        settings.put("tansiq.ballot-key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        settings.put("tansiq.link-key", "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=");
        return settings;
    }
}
