package ma.tansiq.committee.consultation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.tansiq.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** How long members may answer and whether silence agrees, from {@code processes/committee/ConsultationRules.dmn}. */
@Component
class ConsultationRules {

    private final DecisionTables tables;

    ConsultationRules(DecisionTables tables) {
        this.tables = tables;
    }

    int workingDays(boolean urgent, boolean money) {
        return ((Number) Objects.requireNonNull(row(urgent, money).get("workingDays"))).intValue();
    }

    boolean silenceAgrees(Consultation consultation) {
        boolean urgent = consultation.urgencyMotive().isPresent();
        return Boolean.TRUE.equals(row(urgent, consultation.money()).get("silenceAgrees"));
    }

    private Map<String, Object> row(boolean urgent, boolean money) {
        List<Map<String, Object>> rows = tables.evaluate("ConsultationRules", Map.of("urgent", urgent, "money", money));
        return rows.get(0);
    }
}
