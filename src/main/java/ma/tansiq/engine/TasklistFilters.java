package ma.tansiq.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The filters on which everyone's Tasklist opens. Each is made once, by whichever node starts first, and known by its
 * key; what an administrator changes about it afterwards stays. A text that is still as it was shipped follows the
 * product's own. Everyone may read filters, see {@link Rights}.
 */
@Component
class TasklistFilters implements ApplicationRunner {

    private static final String KEY = "tansiq";
    /** The description as it was shipped, to be told from one that somebody wrote. */
    private static final String AS_SHIPPED = "tansiqDescription";

    private static final String DESCRIPTION = "description";
    private static final long LOCK = 0x7461_736b_6c69_7374L;
    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";

    private static final List<Shipped> SHIPPED = List.of(
            new Shipped(
                    "inbox",
                    "À traiter",
                    "Mes tâches et celles de mes instances que je peux prendre en charge",
                    "#0f5257",
                    TasklistFilters::mineOrFree),
            new Shipped(
                    "mine",
                    "Mes tâches",
                    "Les tâches dont je suis chargé(e)",
                    "#0f5257",
                    query -> query.taskAssigneeExpression(ME)),
            new Shipped(
                    "bodies",
                    "À prendre en charge",
                    "Les tâches de mes instances que personne n’a encore prises en charge",
                    "#2f6f9f",
                    query -> query.taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned()),
            new Shipped(
                    "week",
                    "À faire cette semaine",
                    "Mes tâches et celles de mes instances, échues d’ici dimanche",
                    "#7a4b00",
                    query -> mineOrFree(query).dueAfterExpression("${now()}").dueBeforeExpression("${endOfWeek()}")),
            new Shipped(
                    "late",
                    "En retard",
                    "Mes tâches et celles de mes instances dont l’échéance est passée",
                    "#9d2a12",
                    query -> mineOrFree(query).dueBeforeExpression("${now()}")),
            new Shipped(
                    "others",
                    "En attente des autres",
                    "Les tâches de mes instances qu’une autre personne a prises en charge",
                    "#4a5a58",
                    TasklistFilters::takenByOthers));

    private final FilterService filters;
    private final TaskService tasks;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    TasklistFilters(FilterService filters, TaskService tasks, JdbcClient database, TransactionTemplate transaction) {
        this.filters = filters;
        this.tasks = tasks;
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            database.sql("select 1 from pg_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query(Integer.class)
                    .single();
            Map<Object, Filter> present = byKey();
            for (int place = 0; place < SHIPPED.size(); place++) {
                Filter found = present.get(SHIPPED.get(place).key());
                if (found == null) {
                    create(SHIPPED.get(place), place);
                } else {
                    refresh(found, SHIPPED.get(place).description());
                }
            }
        });
    }

    private Map<Object, Filter> byKey() {
        return filters.createTaskFilterQuery().unlimitedList().stream()
                .filter(filter -> filter.getProperties().containsKey(KEY))
                .collect(Collectors.toMap(
                        filter -> filter.getProperties().get(KEY), Function.identity(), (first, copy) -> first));
    }

    /** Before texts were remembered as shipped, they differed from today's in nothing but straight apostrophes. */
    private void refresh(Filter filter, String description) {
        Map<String, Object> properties = new HashMap<>(filter.getProperties());
        String shown = String.valueOf(properties.get(DESCRIPTION));
        Object shipped = properties.get(AS_SHIPPED);
        boolean untouched = shipped == null ? plain(shown).equals(plain(description)) : shipped.equals(shown);
        if (untouched && !description.equals(shipped)) {
            properties.put(DESCRIPTION, description);
            properties.put(AS_SHIPPED, description);
            filter.setProperties(properties);
            filters.saveFilter(filter);
        }
    }

    private static String plain(String text) {
        return text.replace('’', '\'');
    }

    private void create(Shipped shipped, int place) {
        Filter filter = filters.newTaskFilter(shipped.name());
        filter.setQuery(
                shipped.query().apply(tasks.createTaskQuery()).orderByDueDate().asc());
        filter.setProperties(shipped.properties(place));
        filters.saveFilter(filter);
    }

    private static TaskQuery mineOrFree(TaskQuery query) {
        return query.or()
                .taskAssigneeExpression(ME)
                .taskCandidateGroupInExpression(MY_GROUPS)
                .endOr();
    }

    private static TaskQuery takenByOthers(TaskQuery query) {
        TaskQuery taken = query.taskCandidateGroupInExpression(MY_GROUPS)
                .includeAssignedTasks()
                .taskAssigned();
        ((TaskQueryImpl) taken).addExpression("taskAssigneeNotIn", "${myself()}");
        return taken;
    }

    private record Shipped(String key, String name, String description, String color, UnaryOperator<TaskQuery> query) {

        Map<String, Object> properties(int place) {
            Map<String, Object> properties = new HashMap<>();
            properties.put(KEY, key);
            properties.put(DESCRIPTION, description);
            properties.put(AS_SHIPPED, description);
            properties.put("color", color);
            properties.put("priority", (place + 1) * 10);
            properties.put("refresh", true);
            return properties;
        }
    }
}
