package ma.tansiq.administration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.tansiq.engine.Accounts;
import ma.tansiq.identity.AdminChange;
import ma.tansiq.identity.AdminChanges;
import org.springframework.stereotype.Component;

/** The record of what administrators changed, with names. */
@Component
class ChangeLines {

    private static final int SHOWN = 50;

    private final AdminChanges changes;
    private final Accounts accounts;

    ChangeLines(AdminChanges changes, Accounts accounts) {
        this.changes = changes;
        this.accounts = accounts;
    }

    /** The latest about those subjects. */
    List<ChangeLine> about(Collection<String> subjects) {
        return named(changes.about(subjects, SHOWN));
    }

    /** As many as that from that place on, of everything. */
    List<ChangeLine> latest(int offset, int most) {
        return named(changes.latest(offset, most));
    }

    private List<ChangeLine> named(List<AdminChange> found) {
        Map<String, String> names =
                accounts.namesOf(found.stream().map(AdminChange::account).collect(Collectors.toSet()));
        return found.stream()
                .map(change -> new ChangeLine(change, names.getOrDefault(change.account(), change.account())))
                .toList();
    }
}
