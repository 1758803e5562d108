package ma.tansiq.committee.body;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.tansiq.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** Reads {@link MeetingRules} from their decision table. */
@Component
public class MeetingRulesTable {

    private final DecisionTables tables;

    MeetingRulesTable(DecisionTables tables) {
        this.tables = tables;
    }

    /** The rules of {@code CP}, {@code COPIL} or {@code CI}; any other level has those of a programme committee. */
    public MeetingRules forLevel(String level) {
        List<Map<String, Object>> rows = tables.evaluate("MeetingRules", Map.of("level", level));
        if (rows.isEmpty()) {
            throw new IllegalStateException("no rule of MeetingRules matches the level " + level);
        }
        return rules(rows.get(0));
    }

    private static MeetingRules rules(Map<String, Object> row) {
        return new MeetingRules(
                number(row, "notice"),
                number(row, "intakeClosing"),
                number(row, "papers"),
                number(row, "quorumPercent"),
                number(row, "secondQuorumPercent"),
                Boolean.TRUE.equals(row.get("proxiesCount")),
                number(row, "minutesDue"),
                number(row, "silence"),
                number(row, "acknowledgement"),
                number(row, "opening"),
                number(row, "reportsCutOff"));
    }

    private static int number(Map<String, Object> row, String output) {
        return ((Number) Objects.requireNonNull(row.get(output), output)).intValue();
    }
}
