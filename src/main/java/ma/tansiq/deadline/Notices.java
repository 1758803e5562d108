package ma.tansiq.deadline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.deadline.DeadlineNotice.Escalated;
import ma.tansiq.deadline.DeadlineNotice.ReminderDue;
import ma.tansiq.deadline.Ladder.Lateness;
import ma.tansiq.deadline.Ladder.Reached;
import ma.tansiq.deadline.Ledger.Entry;
import ma.tansiq.deadline.Ledger.What;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.OpenTask;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells people about a step of a deadline: once each, on record. */
@Component
class Notices {

    private final Ladder ladder;
    private final Ledger ledger;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    Notices(Ladder ladder, Ledger ledger, Accounts accounts, ApplicationEventPublisher events) {
        this.ladder = ladder;
        this.ledger = ledger;
        this.accounts = accounts;
        this.events = events;
    }

    void remind(OpenTask task, Deadline deadline, int step) {
        List<String> holders = holders(task);
        tell(task, deadline, What.REMINDER, step, new Reached(Rung.ASSIGNEE, holders))
                .map(recipients -> notice(task, deadline, step, holders, recipients))
                .ifPresent(notice -> events.publishEvent(new ReminderDue(notice)));
    }

    void escalate(OpenTask task, Deadline deadline, int step, Rung rung) {
        List<Entry> escalations = ledger.escalationsOf(task.id());
        if (escalations.stream().anyMatch(entry -> entry.step() == step)) {
            return;
        }
        Set<String> told = escalations.stream().map(Entry::recipient).collect(Collectors.toSet());
        List<String> late = holders(task);
        ladder.climb(rung, new Lateness(task.businessKey(), deadline.level(), late, told))
                .flatMap(reached -> tell(task, deadline, What.ESCALATION, step, reached))
                .map(recipients -> notice(task, deadline, step, late, recipients))
                .ifPresent(notice -> events.publishEvent(new Escalated(notice)));
    }

    private Optional<List<String>> tell(OpenTask task, Deadline deadline, What what, int step, Reached reached) {
        return Optional.of(ledger.record(task, deadline.dueAt(), what, step, reached))
                .filter(told -> !told.isEmpty());
    }

    /** Who holds the task, or everybody who may take it when nobody has. */
    private List<String> holders(OpenTask task) {
        return task.assignee().map(List::of).orElseGet(() -> candidates(task).toList());
    }

    private Stream<String> candidates(OpenTask task) {
        return task.candidateGroups().stream()
                .flatMap(group -> accounts.membersOf(group).stream())
                .map(Account::id)
                .distinct();
    }

    private static DeadlineNotice notice(
            OpenTask task, Deadline deadline, int step, List<String> holders, List<String> recipients) {
        return new DeadlineNotice(
                task.id(), task.kind(), task.name(), task.businessKey(), step, deadline.dueAt(), holders, recipients);
    }
}
