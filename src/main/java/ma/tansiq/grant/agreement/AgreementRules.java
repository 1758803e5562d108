package ma.tansiq.grant.agreement;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Object form = tables.evaluate("AgreementForm", Map.of("amount", amount.amount()))
                .get(0)
                .get("form");
        return AgreementForm.valueOf(String.valueOf(form));
    }

    /** Rule E7: shares of the instalments in percent. */
    List<Integer> shares(Dirhams amount) {
        return tables.evaluate("InstalmentPlan", Map.of("amount", amount.amount())).stream()
                .map(each -> (Integer) Objects.requireNonNull(each.get("share")))
                .toList();
    }
}
