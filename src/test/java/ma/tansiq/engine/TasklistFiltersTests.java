package ma.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.tansiq.LegalTime;
import ma.tansiq.TansiqTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@TansiqTest
class TasklistFiltersTests {

    @Autowired
    Errands errands;

    @Autowired
    Tasks tasks;

    @Autowired
    OpenDeadlines deadlines;

    @Autowired
    FilterService filters;

    @Autowired
    TasklistFilters shipped;

    @Autowired
    Acting acting;

    @Autowired
    Clock clock;

    String task = "";

    @BeforeEach
    void start() {
        errands.account("filter.one", "errand-runners");
        errands.account("filter.two", "errand-runners");
        errands.account("filter.out", "errand-givers");
        task = errands.task(errands.start()).id();
    }

    @Test
    void everyoneOpensOnTheSameFiltersInOrderAndMayNotChangeThem() {
        List<Filter> seen =
                acting.as("filter.out", () -> filters.createTaskFilterQuery().listPage(0, 100));

        assertThat(seen)
                .filteredOn(filter -> filter.getProperties().containsKey("tansiq"))
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder(
                        "À traiter",
                        "Mes tâches",
                        "À prendre en charge",
                        "À faire cette semaine",
                        "En retard",
                        "En attente des autres");
        assertThatThrownBy(() -> acting.as(
                        "filter.out", () -> filters.deleteFilter(seen.get(0).getId())))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void secondStartAddsNothing() {
        long before = filters.createTaskFilterQuery().count();
        shipped.run(new DefaultApplicationArguments());

        assertThat(filters.createTaskFilterQuery().count()).isEqualTo(before);
    }

    /** Those of a start before texts were remembered had straight apostrophes. */
    @Test
    void nextStartRenewsTextsThatNobodyChanged() {
        String ours = description("late");
        describe("late", "Un ancien texte", "Un ancien texte");
        describe("week", "Ce que nous devons cette semaine", "Un ancien texte");
        describe("bodies", description("bodies").replace('’', '\''), null);
        describe("others", "Vu avec l'équipe", null);
        describe("mine", description("mine"), null);
        try {
            shipped.run(new DefaultApplicationArguments());

            assertThat(description("late")).isEqualTo(ours);
            assertThat(description("week")).isEqualTo("Ce que nous devons cette semaine");
            assertThat(description("bodies"))
                    .isEqualTo("Les tâches de mes instances que personne n’a encore prises en charge");
            assertThat(description("others")).isEqualTo("Vu avec l'équipe");
            assertThat(filter("mine").getProperties())
                    .as("remembered from now on")
                    .containsEntry("tansiqDescription", description("mine"));
        } finally {
            describe("week", "Mes tâches et celles de mes instances, échues d’ici dimanche", null);
            describe("others", "Les tâches de mes instances qu’une autre personne a prises en charge", null);
        }
    }

    private String description(String key) {
        return String.valueOf(filter(key).getProperties().get("description"));
    }

    private void describe(String key, String text, @Nullable String asShipped) {
        Filter filter = filter(key);
        Map<String, Object> properties = new HashMap<>(filter.getProperties());
        properties.put("description", text);
        properties.put("tansiqDescription", asShipped);
        properties.values().removeIf(Objects::isNull);
        filter.setProperties(properties);
        filters.saveFilter(filter);
    }

    @Test
    void freeTaskIsShownToItsGroupOnly() {
        assertThat(seen("bodies", "filter.one")).contains(task);
        assertThat(seen("bodies", "filter.out")).doesNotContain(task);
        assertThat(seen("mine", "filter.one")).doesNotContain(task);
        assertThat(seen("inbox", "filter.one")).contains(task);
        assertThat(seen("inbox", "filter.out")).doesNotContain(task);
        assertThat(seen("others", "filter.one")).doesNotContain(task);
    }

    @Test
    void whoIsInNoGroupSeesTheTasksThatAreTheirs() {
        errands.account("filter.alone");

        for (String filter : List.of("inbox", "bodies", "week", "late", "others")) {
            assertThat(seen(filter, "filter.alone")).as(filter).isEmpty();
        }
    }

    @Test
    void claimedTaskIsMineForOneAndWaitedForByTheOther() {
        tasks.claim(task, "filter.one");

        assertThat(seen("mine", "filter.one")).contains(task);
        assertThat(seen("inbox", "filter.one")).contains(task);
        assertThat(seen("inbox", "filter.two")).doesNotContain(task);
        assertThat(seen("others", "filter.one")).doesNotContain(task);
        assertThat(seen("mine", "filter.two")).doesNotContain(task);
        assertThat(seen("bodies", "filter.two")).doesNotContain(task);
        assertThat(seen("others", "filter.two")).contains(task);
        assertThat(seen("others", "filter.out")).doesNotContain(task);
    }

    @Test
    void overdueTaskIsLateAndNotOfThisWeek() {
        deadlines.moveDueDate(task, clock.instant().minus(Duration.ofHours(1)));

        assertThat(seen("late", "filter.one")).contains(task);
        assertThat(seen("week", "filter.one")).doesNotContain(task);
        assertThat(seen("late", "filter.out")).doesNotContain(task);
    }

    @Test
    void weekEndsOnSundayAtMidnight() {
        deadlines.moveDueDate(task, nextMonday().minusSeconds(1));
        assertThat(seen("week", "filter.one")).contains(task);
        assertThat(seen("late", "filter.one")).doesNotContain(task);

        deadlines.moveDueDate(task, nextMonday().plusSeconds(1));
        assertThat(seen("week", "filter.one")).doesNotContain(task);
    }

    @Test
    void overdueTaskTakenByAnotherIsNotMineToDo() {
        tasks.claim(task, "filter.two");
        deadlines.moveDueDate(task, clock.instant().minus(Duration.ofHours(1)));

        assertThat(seen("late", "filter.one")).doesNotContain(task);
        assertThat(seen("late", "filter.two")).contains(task);
    }

    private List<String> seen(String key, String account) {
        Filter filter = filter(key);
        return acting.as(account, () -> filters.<Task>listPage(filter.getId(), 0, 1000)).stream()
                .map(Task::getId)
                .toList();
    }

    private Filter filter(String key) {
        return filters.createTaskFilterQuery().unlimitedList().stream()
                .filter(f -> key.equals(f.getProperties().get("tansiq")))
                .findFirst()
                .orElseThrow();
    }

    private Instant nextMonday() {
        ZoneId morocco = LegalTime.ZONE;
        LocalDate day = LocalDate.now(clock.withZone(morocco));
        return day.plusDays(8L - day.getDayOfWeek().getValue())
                .atStartOfDay(morocco)
                .toInstant();
    }
}
