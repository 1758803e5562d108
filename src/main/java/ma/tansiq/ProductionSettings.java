package ma.tansiq;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Production starts with what its operator sets and nothing else: every missing setting is named, known and weak
 * passwords are refused, and the demonstration cannot be mixed in. Checked before anything else is done. Keys have to be
 * set, for a node keeps no files of its own and all nodes need the same.
 */
class ProductionSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final int SHORTEST_PASSWORD = 12;

    private static final int KEY_BYTES = 32;

    private static final Map<String, String> REQUIRED = required();

    private static final Set<String> KNOWN_PASSWORDS = Set.of(
            "tansiq-demo",
            "tansiq",
            "postgres",
            "password",
            "admin",
            "administrator",
            "camunda",
            "changeme",
            "change-me",
            "demo",
            "secret",
            "root",
            "test",
            "123456",
            "12345678",
            "123456789",
            "azerty",
            "qwerty",
            "example",
            "change-me-please",
            "password1234",
            "123456789012",
            "motdepasse",
            "motdepasse123");

    private static Map<String, String> required() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", "PostgreSQL server, jdbc:postgresql://host:5432/tansiq");
        settings.put("spring.datasource.username", "role of the application in that database");
        settings.put("spring.datasource.password", "its password");
        settings.put("spring.mail.host", "SMTP server");
        settings.put("tansiq.base-url", "address that people open, https://tansiq.example.org");
        settings.put("tansiq.mail.from", "sender of all mail");
        settings.put("tansiq.administrator.id", "sign-in name of the first administrator");
        settings.put("tansiq.administrator.name", "given and family name");
        settings.put("tansiq.administrator.email", "e-mail address");
        settings.put("tansiq.administrator.password", "first password, at least " + SHORTEST_PASSWORD + " characters");
        settings.put("tansiq.ballot-key", "key of secret ballots, from: openssl rand -base64 32");
        settings.put("tansiq.link-key", "key of links in mails, another one of the same kind");
        return settings;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            List<String> problems = problems(environment);
            if (!problems.isEmpty()) {
                throw new ProductionSettingsRefused(problems);
            }
        }
    }

    private static List<String> problems(Environment environment) {
        List<String> problems = new ArrayList<>();
        if (environment.acceptsProfiles(Profiles.of("demonstration"))) {
            problems.add("the profile \"demonstration\" is active as well: leave it out");
        }
        REQUIRED.forEach((name, meaning) -> {
            if (value(environment, name).isEmpty()) {
                problems.add("missing: " + name + "  (" + variable(name) + ")  " + meaning);
            }
        });
        refusePassword(problems, environment, "spring.datasource.password");
        refusePassword(problems, environment, "tansiq.administrator.password");
        refuseShort(problems, value(environment, "tansiq.administrator.password"));
        refuseWrongAddress(problems, value(environment, "tansiq.base-url"));
        refuseWrongDatabase(problems, value(environment, "spring.datasource.url"));
        refuseWrongMail(problems, environment, "tansiq.administrator.email");
        refuseWrongName(problems, value(environment, "tansiq.administrator.id"));
        refuseWrongKey(problems, environment, "tansiq.ballot-key");
        refuseWrongKey(problems, environment, "tansiq.link-key");
        return problems;
    }

    private static void refusePassword(List<String> problems, Environment environment, String name) {
        if (KNOWN_PASSWORDS.contains(value(environment, name).toLowerCase(Locale.ROOT))) {
            problems.add("refused: " + name + " is a password that everybody knows");
        }
    }

    private static void refuseShort(List<String> problems, String password) {
        if (!password.isEmpty() && password.length() < SHORTEST_PASSWORD) {
            problems.add("refused: tansiq.administrator.password is shorter than " + SHORTEST_PASSWORD + " characters");
        }
    }

    private static void refuseWrongAddress(List<String> problems, String address) {
        if (!address.isEmpty() && !isWebAddress(address)) {
            problems.add("refused: tansiq.base-url has to be an address such as https://tansiq.example.org");
        }
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = URI.create(address);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void refuseWrongDatabase(List<String> problems, String url) {
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            problems.add("refused: spring.datasource.url has to begin with jdbc:postgresql:");
        }
    }

    private static void refuseWrongMail(List<String> problems, Environment environment, String name) {
        String address = value(environment, name);
        if (!address.isEmpty() && !address.matches("[^@\\s]+@[^@\\s]+")) {
            problems.add("refused: " + name + " is not an e-mail address");
        }
    }

    private static void refuseWrongName(List<String> problems, String id) {
        if (!id.matches("[A-Za-z0-9._-]*")) {
            problems.add("refused: tansiq.administrator.id may have letters, digits, \".\", \"_\" and \"-\" only");
        }
    }

    private static void refuseWrongKey(List<String> problems, Environment environment, String name) {
        String key = value(environment, name);
        if (!key.isEmpty() && !isKey(key)) {
            problems.add("refused: " + name + " has to be " + KEY_BYTES + " bytes in Base64");
        }
    }

    private static boolean isKey(String setting) {
        try {
            return Base64.getDecoder().decode(setting).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String value(Environment environment, String name) {
        return environment.getProperty(name, "").strip();
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
