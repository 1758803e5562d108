package ma.tansiq.replay;

import java.util.ArrayList;
import java.util.List;
import ma.tansiq.engine.DecisionTables;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts the rules in force that a replay tries: a newer version of their table, in the replay's database alone. */
@Component
@Profile("replay")
class ChangedTable {

    private final ReplayPlan plan;
    private final DecisionTables tables;

    ChangedTable(ReplayPlan plan, DecisionTables tables) {
        this.plan = plan;
        this.tables = tables;
    }

    void putInForce() {
        if (plan.rules().values().isEmpty()) {
            return;
        }
        List<String> problems = new ArrayList<>();
        tables.replace("MeetingRules", plan.rules().in(ReplayStart.table(), problems));
    }
}
