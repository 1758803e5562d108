package ma.tansiq.grant.call;

import java.util.List;
import java.util.Map;
import ma.tansiq.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** What a new call begins with, by its kind: {@code CallChecklist.dmn} and {@code ScoringGrid.dmn}. */
@Component
class CallTemplates {

    private final DecisionTables tables;

    CallTemplates(DecisionTables tables) {
        this.tables = tables;
    }

    List<RequiredDocument> documents(CallKind kind) {
        return tables.evaluate("CallChecklist", Map.of("kind", kind.name())).stream()
                .map(each -> new RequiredDocument(
                        (String) each.get("code"), (String) each.get("labelFr"), (String) each.get("labelAr"), (Boolean)
                                each.get("required")))
                .toList();
    }

    List<Criterion> grid(CallKind kind) {
        return tables.evaluate("ScoringGrid", Map.of("kind", kind.name())).stream()
                .map(each -> new Criterion(
                        (String) each.get("code"), (String) each.get("labelFr"), (String) each.get("labelAr"), (Integer)
                                each.get("weight")))
                .toList();
    }
}
