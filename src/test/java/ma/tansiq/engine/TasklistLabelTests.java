package ma.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our label files against the English one that Tasklist ships: a label that is missing shows its key to people. */
class TasklistLabelTests {

    private static final String LOCALES = "META-INF/resources/webjars/camunda/app/tasklist/locales/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Set<String> EMPTY_IN_STOCK = Set.of("NO_TASK_FORM");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar"})
    void everyLabelOfTasklistIsTranslated(String language) throws IOException {
        assertThat(names(labels(language))).hasSize(412).isEqualTo(names(labels("en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar"})
    void noTranslationIsEmptyOrLosesWhatIsFilledIn(String language) throws IOException {
        JsonNode stock = labels("en");
        JsonNode ours = labels(language);
        for (String name : names(stock)) {
            String label = ours.path(name).asText();
            assertThat(label.isBlank()).as(name).isEqualTo(EMPTY_IN_STOCK.contains(name));
            assertThat(placeholders(label))
                    .as(name)
                    .isEqualTo(placeholders(stock.path(name).asText()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar"})
    void datesHaveAllMonthsAndDaysAndTheWeekStartsOnMonday(String language) throws IOException {
        JsonNode dates = file(language).path("dateLocales");
        assertThat(names(dates)).isEqualTo(names(file("en").path("dateLocales")));
        assertThat(dates.path("months")).hasSize(12);
        assertThat(dates.path("monthsShort")).hasSize(12);
        assertThat(dates.path("weekdays")).hasSize(7);
        assertThat(dates.path("week").path("dow").asInt()).isEqualTo(1);
        assertThat(dates.path("longDateFormat").path("L").asText()).isEqualTo("DD/MM/YYYY");
    }

    private static JsonNode labels(String language) throws IOException {
        return file(language).path("labels");
    }

    private static JsonNode file(String language) throws IOException {
        List<URL> files =
                Collections.list(TasklistLabelTests.class.getClassLoader().getResources(LOCALES + language + ".json"));
        String text = new String(files.get(0).openStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ObjectMapper().readTree(text.replace("\uFEFF", ""));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        for (Iterator<String> fields = object.fieldNames(); fields.hasNext(); ) {
            names.add(fields.next());
        }
        return names;
    }

    private static Set<String> placeholders(String label) {
        return PLACEHOLDER
                .matcher(label)
                .results()
                .map((MatchResult m) -> m.group(1))
                .collect(Collectors.toSet());
    }
}
