package ma.tansiq.deadline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * Who is late with what.
     *
     * @param late accounts that hold the task, or may take it
     * @param told accounts that an earlier escalation reached
     */
    record Lateness(String businessKey, String level, List<String> late, Set<String> told) {}

    /** The rung that was reached and the accounts to tell there. */
    record Reached(Rung rung, List<String> accounts) {}

    Optional<Reached> climb(Rung from, Lateness lateness) {
        return Arrays.stream(Rung.values())
                .filter(rung -> rung.compareTo(from) >= 0)
                .map(rung -> new Reached(rung, accounts(rung, lateness)))
                .filter(reached -> !reached.accounts().isEmpty())
                .findFirst();
    }

    private List<String> accounts(Rung rung, Lateness lateness) {
        if (rung == Rung.ASSIGNEE) {
            return holdersOrCoordinators(lateness);
        }
        Rung through = throughCoordinator(rung, lateness) ? Rung.COORDINATOR : rung;
        return subjects.accountsOn(through, lateness.businessKey()).stream()
                .filter(account -> !lateness.late().contains(account))
                .filter(account -> !lateness.told().contains(account))
                .toList();
    }

    private List<String> holdersOrCoordinators(Lateness lateness) {
        boolean ministersOffice = throughCoordinator(Rung.CHAIR, lateness)
                && subjects.accountsOn(Rung.CHAIR, lateness.businessKey()).stream()
                        .anyMatch(lateness.late()::contains);
        return ministersOffice ? subjects.accountsOn(Rung.COORDINATOR, lateness.businessKey()) : lateness.late();
    }

    private boolean throughCoordinator(Rung rung, Lateness lateness) {
        return rules.throughCoordinator(lateness.level(), rung);
    }
}
