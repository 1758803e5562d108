package ma.tansiq.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * Evaluates the decision tables of {@code processes/}, without the engine's types. Answers are remembered for a minute,
 * so that a changed table counts on every node within a minute and a step of a process does not evaluate and record the
 * same question over and over.
 */
@Component
public class DecisionTables {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 1_000;

    private final DecisionService decisions;
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

    private record Question(String table, Map<String, Object> inputs) {}

    private record Answer(List<Map<String, Object>> rows, long evaluatedAt) {

        boolean isFresh() {
            return System.nanoTime() - evaluatedAt < REMEMBERED.toNanos();
        }
    }

    DecisionTables(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** The outputs of every matching rule of the newest version of that table, in the order of the table. */
    public List<Map<String, Object>> evaluate(String table, Map<String, Object> inputs) {
        Question question = new Question(table, Map.copyOf(inputs));
        Answer known = answers.get(question);
        if (known != null && known.isFresh()) {
            return known.rows();
        }
        List<Map<String, Object>> rows = decisions.evaluateDecisionTableByKey(table, inputs).getResultList().stream()
                .map(Collections::unmodifiableMap)
                .toList();
        remember(question, rows);
        return rows;
    }

    private void remember(Question question, List<Map<String, Object>> rows) {
        if (answers.size() >= MOST_REMEMBERED) {
            answers.clear();
        }
        answers.put(question, new Answer(rows, System.nanoTime()));
    }
}
