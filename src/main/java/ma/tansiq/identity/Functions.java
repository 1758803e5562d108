package ma.tansiq.identity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.tansiq.engine.Accounts;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Groups that come with a function rather than with a seat in a body; they exist from the first start on. */
@Component
public class Functions implements SmartLifecycle {

    /** French name by group. */
    public static final Map<String, String> NAMES = names();

    static final int PHASE = 200;

    private final Accounts accounts;
    private boolean running;

    Functions(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void start() {
        NAMES.forEach(accounts::provisionGroup);
        running = true;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("coordinator", "Coordination de la stratégie");
        names.put("grant-officer", "Chargés de subventions");
        names.put("grant-evaluator", "Évaluateurs");
        names.put("selection-committee", "Commission de sélection");
        names.put("authorising-officer", "Ordonnateurs");
        names.put("appeal-officer", "Instruction des recours");
        names.put("finance", "Finances");
        names.put("auditor", "Audit");
        names.put("camunda-admin", "Administration");
        return Collections.unmodifiableMap(names);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
