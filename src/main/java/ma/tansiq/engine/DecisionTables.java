package ma.tansiq.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Evaluates the decision tables of {@code processes/}, without the engine's types. The newest version of a table counts
 * from the transaction after its deployment on. What a version answers to a question never changes: each is asked once
 * and remembered, and its history records that one evaluation.
 */
@Component
public class DecisionTables {

    private static final int MOST_REMEMBERED = 1_000;
    private static final String ALL = "all";

    private final DecisionService decisions;
    private final RepositoryService models;
    private final JdbcClient database;
    private final Map<Question, List<Map<String, Object>>> answers = new ConcurrentHashMap<>();
    private final OncePerTransaction<String, Map<String, String>> newest = new OncePerTransaction<>();

    private record Question(String version, Map<String, Object> inputs) {}

    DecisionTables(DecisionService decisions, RepositoryService models, JdbcClient database) {
        this.decisions = decisions;
        this.models = models;
        this.database = database;
    }

    /** The outputs of every matching rule of the newest version of that table, in the order of the table. */
    public List<Map<String, Object>> evaluate(String table, Map<String, Object> inputs) {
        String version =
                Objects.requireNonNull(newest.get(ALL, all -> versions()).get(table), table);
        Question question = new Question(version, Map.copyOf(inputs));
        List<Map<String, Object>> known = answers.get(question);
        if (known != null) {
            return known;
        }
        List<Map<String, Object>> rows = decisions.evaluateDecisionTableById(version, inputs).getResultList().stream()
                .map(Collections::unmodifiableMap)
                .toList();
        remember(question, rows);
        return rows;
    }

    /**
     * An output that every rule of the table gives.
     *
     * @throws IllegalStateException when this rule leaves it empty or gives another kind of value
     */
    public static <T> T output(Map<String, Object> row, String name, Class<T> kind) {
        Object value = row.get(name);
        if (!kind.isInstance(value)) {
            throw new IllegalStateException("the output %s is no %s in %s".formatted(name, kind.getSimpleName(), row));
        }
        return kind.cast(value);
    }

    /** Puts another version of that table in force, from the next transaction on; the earlier ones stay on record. */
    public void replace(String table, String diagram) {
        models.createDeployment().name(table).addString(table + ".dmn", diagram).deploy();
    }

    /** Id of the newest version of each table. */
    private Map<String, String> versions() {
        return database
                .sql("select distinct on (key_) key_, id_ from act_re_decision_def order by key_, version_ desc")
                .query((row, number) -> Map.entry(row.getString("key_"), row.getString("id_")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void remember(Question question, List<Map<String, Object>> rows) {
        if (answers.size() >= MOST_REMEMBERED) {
            answers.clear();
        }
        answers.put(question, rows);
    }
}
