package ma.tansiq.deadline;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whom an escalation reaches (rule D1). A rung whose seats are vacant, held by those who are late, or already told
 * passes it on to the next one; a minister's office is only reached through a coordinator.
 */
@Component
class Ladder {

    private final DeadlineRules rules;
    private final Subjects subjects;

    Ladder(DeadlineRules rules, Subjects subjects) {
        this.rules = rules;
        this.subjects = subjects;
    }

    /** The rung that was reached and the accounts to tell there. */
    record Reached(Rung rung, List<String> accounts) {}

    Optional<Reached> climb(String businessKey, Rung from, List<String> late, Collection<String> told) {
        return Arrays.stream(Rung.values())
                .filter(rung -> rung.compareTo(from) >= 0)
                .map(rung -> new Reached(rung, accounts(rung, businessKey, late, told)))
                .filter(reached -> !reached.accounts().isEmpty())
                .findFirst();
    }

    private List<String> accounts(Rung rung, String businessKey, List<String> late, Collection<String> told) {
        if (rung == Rung.ASSIGNEE && !late.isEmpty()) {
            return reachable(seat(late, businessKey), businessKey) ? late : coordinators(businessKey);
        }
        List<String> seated =
                reachable(rung, businessKey) ? subjects.accountsOn(rung, businessKey) : coordinators(businessKey);
        return seated.stream()
                .filter(account -> !late.contains(account) && !told.contains(account))
                .toList();
    }

    private Rung seat(List<String> late, String businessKey) {
        boolean chairIsLate =
                subjects.accountsOn(Rung.CHAIR, businessKey).stream().anyMatch(late::contains);
        return chairIsLate ? Rung.CHAIR : Rung.ASSIGNEE;
    }

    private boolean reachable(Rung rung, String businessKey) {
        return !rules.throughCoordinator(subjects.of(businessKey).level(), rung);
    }

    private List<String> coordinators(String businessKey) {
        return subjects.accountsOn(Rung.COORDINATOR, businessKey);
    }
}
