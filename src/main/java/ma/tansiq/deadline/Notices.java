package ma.tansiq.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.tansiq.deadline.DeadlineNotice.Escalated;
import ma.tansiq.deadline.DeadlineNotice.ReminderDue;
import ma.tansiq.deadline.Ladder.Reached;
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

    void remind(OpenTask task, Instant dueAt, int step) {
        List<String> holders = holders(task);
        tell(task, dueAt, What.REMINDER, step, new Reached(Rung.ASSIGNEE, holders))
                .map(recipients -> notice(task, dueAt, step, holders, recipients))
                .ifPresent(notice -> events.publishEvent(new ReminderDue(notice)));
    }

    void escalate(OpenTask task, Instant dueAt, int step, Rung rung) {
        List<String> late = holders(task);
        if (happened(task, step)) {
            return;
        }
        ladder.climb(task.businessKey(), rung, late, ledger.escalatedTo(task.id()))
                .flatMap(reached -> tell(task, dueAt, What.ESCALATION, step, reached))
                .map(recipients -> notice(task, dueAt, step, late, recipients))
                .ifPresent(notice -> events.publishEvent(new Escalated(notice)));
    }

    private boolean happened(OpenTask task, int step) {
        return ledger.ofTask(task.id()).stream()
                .anyMatch(entry -> entry.what() == What.ESCALATION && entry.step() == step);
    }

    private Optional<List<String>> tell(OpenTask task, Instant dueAt, What what, int step, Reached reached) {
        return Optional.of(ledger.record(task, dueAt, what, step, reached)).filter(told -> !told.isEmpty());
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
            OpenTask task, Instant dueAt, int step, List<String> holders, List<String> recipients) {
        return new DeadlineNotice(
                task.id(), task.kind(), task.name(), task.businessKey(), step, dueAt, holders, recipients);
    }
}
