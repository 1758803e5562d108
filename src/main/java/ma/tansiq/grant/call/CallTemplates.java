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
                        DecisionTables.output(each, "code", String.class),
                        DecisionTables.output(each, "labelFr", String.class),
                        DecisionTables.output(each, "labelAr", String.class),
                        DecisionTables.output(each, "required", Boolean.class)))
                .toList();
    }

    List<Criterion> grid(CallKind kind) {
        return tables.evaluate("ScoringGrid", Map.of("kind", kind.name())).stream()
                .map(each -> new Criterion(
                        DecisionTables.output(each, "code", String.class),
                        DecisionTables.output(each, "labelFr", String.class),
                        DecisionTables.output(each, "labelAr", String.class),
                        DecisionTables.output(each, "weight", Integer.class)))
                .toList();
    }
}
