package ma.tansiq.grant.agreement;

import java.util.List;
import java.util.Map;
import ma.tansiq.engine.DecisionTables;
import ma.tansiq.grant.envelope.Dirhams;
import org.springframework.stereotype.Component;

/** What {@code AgreementForm.dmn} and {@code InstalmentPlan.dmn} say of a grant. */
@Component
class AgreementRules {

    private final DecisionTables tables;

    AgreementRules(DecisionTables tables) {
        this.tables = tables;
    }

    /** Rule E6: above 50,000 dirhams a partnership agreement, at or below a decision. */
    AgreementForm form(Dirhams amount) {
        return AgreementForm.valueOf(DecisionTables.output(
                tables.evaluate("AgreementForm", Map.of("amount", amount.amount()))
                        .get(0),
                "form",
                String.class));
    }

    /** Rule E7: shares of the instalments in percent. */
    List<Integer> shares(Dirhams amount) {
        return tables.evaluate("InstalmentPlan", Map.of("amount", amount.amount())).stream()
                .map(each -> DecisionTables.output(each, "share", Integer.class))
                .toList();
    }
}
