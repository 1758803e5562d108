package ma.tansiq.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Evaluates the decision tables of {@code processes/}, without the engine's types. */
@Component
public class DecisionTables {

    private final DecisionService decisions;

    DecisionTables(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** The outputs of every matching rule of the newest version of that table, in the order of the table. */
    public List<Map<String, Object>> evaluate(String table, Map<String, Object> inputs) {
        return decisions.evaluateDecisionTableByKey(table, inputs).getResultList();
    }
}
