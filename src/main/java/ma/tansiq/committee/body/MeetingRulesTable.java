package ma.tansiq.committee.body;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.tansiq.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** Reads {@link MeetingRules} from their decision table. */
@Component
public class MeetingRulesTable {

    private final DecisionTables tables;

    MeetingRulesTable(DecisionTables tables) {
        this.tables = tables;
    }

    /** The rules of {@code CP}, {@code COPIL}, {@code CI} or of any other row that the table has. */
    public MeetingRules of(String rules) {
        return find(rules).orElseThrow(() -> new IllegalStateException("MeetingRules has no row for " + rules));
    }

    Optional<MeetingRules> find(String rules) {
        return tables.evaluate("MeetingRules", Map.of("level", rules)).stream()
                .findFirst()
                .map(MeetingRulesTable::rules);
    }

    private static MeetingRules rules(Map<String, Object> row) {
        return new MeetingRules(
                number(row, "notice"),
                number(row, "intakeClosing"),
                number(row, "papers"),
                number(row, "quorumPercent"),
                number(row, "secondQuorumPercent"),
                Boolean.TRUE.equals(row.get("proxiesCount")),
                number(row, "proxies"),
                MeetingRules.Tie.valueOf(String.valueOf(row.get("tie"))),
                number(row, "minutesDue"),
                number(row, "silence"),
                number(row, "acknowledgement"),
                number(row, "referralClosing"),
                number(row, "opening"),
                number(row, "reportsCutOff"));
    }

    private static int number(Map<String, Object> row, String output) {
        return ((Number) Objects.requireNonNull(row.get(output), output)).intValue();
    }
}
