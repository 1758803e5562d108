package ma.tansiq.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ma.tansiq.deadline.DeadlineNotice.Escalated;
import ma.tansiq.deadline.DeadlineNotice.ReminderDue;
import ma.tansiq.deadline.Ladder.Lateness;
import ma.tansiq.deadline.Ladder.Reached;
import ma.tansiq.deadline.Ledger.Entry;
import ma.tansiq.deadline.Ledger.What;
import ma.tansiq.engine.OpenTask;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells people about a step of a deadline: once each, on record. */
@Component
class Notices {

    private final Ladder ladder;
    private final Ledger ledger;
    private final Holders holders;
    private final Subjects subjects;
    private final ApplicationEventPublisher events;

    Notices(Ladder ladder, Ledger ledger, Holders holders, Subjects subjects, ApplicationEventPublisher events) {
        this.ladder = ladder;
        this.ledger = ledger;
        this.holders = holders;
        this.subjects = subjects;
        this.events = events;
    }

    /** @param planned when the reminders of the task come, first to last */
    void remind(OpenTask task, Deadline deadline, int step, List<Instant> planned) {
        List<Entry> sent = ledger.remindersOf(task.id());
        int told = sent.stream().mapToInt(Entry::step).max().orElse(0);
        if (told >= Math.min(step, planned.size()) || sentSince(planned.get(told), sent)) {
            return;
        }
        List<String> held = holders.of(task);
        held.stream()
                .collect(Collectors.groupingBy(
                        person -> remindersOf(person, sent) + 1, TreeMap::new, Collectors.toList()))
                .forEach((number, people) -> remind(task, deadline, number, held, people));
    }

    private void remind(OpenTask task, Deadline deadline, int number, List<String> held, List<String> people) {
        tell(task, deadline, What.REMINDER, number, new Reached(Rung.ASSIGNEE, people))
                .map(recipients -> notice(task, deadline, number, held, recipients))
                .ifPresent(notice -> events.publishEvent(new ReminderDue(notice)));
    }

    /** After an outage two reminders fall due together: one is sent. */
    private static boolean sentSince(Instant due, List<Entry> sent) {
        return sent.stream().anyMatch(entry -> !entry.noticedAt().isBefore(due));
    }

    private static int remindersOf(String person, List<Entry> sent) {
        return (int)
                sent.stream().filter(entry -> entry.recipient().equals(person)).count();
    }

    void escalate(OpenTask task, Deadline deadline, int step, Rung rung) {
        List<Entry> escalations = ledger.escalationsOf(task.id());
        if (escalations.stream().anyMatch(entry -> entry.step() == step)) {
            return;
        }
        Set<String> told = escalations.stream().map(Entry::recipient).collect(Collectors.toSet());
        List<String> late = holders.of(task);
        ladder.climb(rung, new Lateness(task.businessKey(), deadline.level(), late, told))
                .flatMap(reached -> tell(task, deadline, What.ESCALATION, step, reached))
                .map(recipients -> notice(task, deadline, step, late, recipients))
                .ifPresent(notice -> events.publishEvent(new Escalated(notice)));
    }

    private Optional<List<String>> tell(OpenTask task, Deadline deadline, What what, int step, Reached reached) {
        return Optional.of(ledger.record(task, deadline.dueAt(), what, step, reached))
                .filter(told -> !told.isEmpty());
    }

    private DeadlineNotice notice(
            OpenTask task, Deadline deadline, int step, List<String> held, List<String> recipients) {
        return new DeadlineNotice(
                task.id(),
                task.kind(),
                task.name(),
                task.businessKey(),
                subjects.of(task.businessKey()).title(),
                step,
                deadline.dueAt(),
                held,
                recipients);
    }
}
