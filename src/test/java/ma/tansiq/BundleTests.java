package ma.tansiq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a person may read exists in French, Arabic and English. */
class BundleTests {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern NAMED = Pattern.compile("#\\{([a-zA-Z0-9.-]+)[(}]");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.replaceAll("(_ar|_en)?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void hasEveryKeyInEveryLanguage(String bundle) throws IOException {
        Set<String> french = keys(bundle, "");
        assertThat(keys(bundle, "_ar")).as("Arabic").isEqualTo(french);
        assertThat(keys(bundle, "_en")).as("English").isEqualTo(french);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void hasNoEmptyTextAndNoLostArgument(String bundle) throws IOException {
        Properties french = read(bundle, "");
        for (String suffix : List.of("_ar", "_en")) {
            Properties other = read(bundle, suffix);
            french.stringPropertyNames().forEach(key -> {
                assertThat(other.getProperty(key)).as(key + suffix).isNotBlank();
                assertThat(arguments(other.getProperty(key)))
                        .as("arguments of " + key + suffix)
                        .isEqualTo(arguments(french.getProperty(key)));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void saysEachThingOnce(String bundle) throws IOException {
        for (String suffix : List.of("", "_ar", "_en")) {
            assertThat(Files.readAllLines(BUNDLES.resolve(bundle + suffix + ".properties")).stream()
                            .filter(line -> !line.startsWith("#") && line.contains("="))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .as(bundle + suffix)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void isListedInTheApplicationsSettings(String bundle) throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/application.yaml")))
                .contains("i18n/" + bundle);
    }

    @Test
    void hasEveryTextThatATemplateNames() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String bundle : bundles()) {
            known.addAll(keys(bundle, ""));
        }
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path template : files.filter(Files::isRegularFile).toList()) {
                Set<String> missing = named(template);
                missing.removeAll(known);
                assertThat(missing).as(template.toString()).isEmpty();
            }
        }
    }

    private static Set<String> named(Path template) throws IOException {
        return hits(NAMED, Files.readString(template));
    }

    private static Set<String> arguments(String text) {
        return hits(ARGUMENT, text);
    }

    private static Set<String> hits(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String bundle, String suffix) throws IOException {
        return new TreeSet<>(read(bundle, suffix).stringPropertyNames());
    }

    private static Properties read(String bundle, String suffix) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                Files.newBufferedReader(BUNDLES.resolve(bundle + suffix + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
