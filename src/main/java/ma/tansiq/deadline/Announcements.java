package ma.tansiq.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.tansiq.deadline.DeadlineNotice.TaskOpened;
import ma.tansiq.deadline.DeadlineRules.Announcement;
import ma.tansiq.deadline.Ledger.Line;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.TasksOpened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells people that a task opened for them, as {@code processes/deadline/TaskAnnouncements.dmn} says: once each, on
 * record, in the transaction that opens it. Whoever did what opened the task has it on the screen and is not told; of a
 * task that several may take, the others are.
 */
@Component
public class Announcements {

    private final DeadlineRules rules;
    private final Holders holders;
    private final Subjects subjects;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Announcements(
            DeadlineRules rules, Holders holders, Subjects subjects, Ledger ledger, ApplicationEventPublisher events) {
        this.rules = rules;
        this.holders = holders;
        this.subjects = subjects;
        this.ledger = ledger;
        this.events = events;
    }

    /** Puts on record that a mail about something else carries the links of these tasks to these accounts. */
    public void carried(Map<OpenTask, ? extends Collection<String>> told) {
        ledger.record(told.entrySet().stream()
                .flatMap(each -> each.getKey().dueAt().stream()
                        .flatMap(dueAt -> each.getValue().stream()
                                .map(account -> Line.announcement(each.getKey(), dueAt, account))))
                .toList());
    }

    /** Mails that carry links are written before. */
    @EventListener
    void on(TasksOpened opened) {
        opened.tasks().stream()
                .filter(each -> rules.announcement(each.task().kind())
                        .filter(Announcement.OWN_MAIL::equals)
                        .isPresent())
                .forEach(each -> each.task().dueAt().ifPresent(dueAt -> announce(each, dueAt)));
    }

    private void announce(TasksOpened.Opened opened, Instant dueAt) {
        OpenTask task = opened.task();
        List<String> held = holders.of(task);
        Stream<String> others =
                held.stream().filter(each -> opened.by().filter(each::equals).isEmpty());
        List<String> recipients =
                ledger
                        .record(others.map(each -> Line.announcement(task, dueAt, each))
                                .toList())
                        .stream()
                        .map(Line::recipient)
                        .toList();
        if (!recipients.isEmpty()) {
            events.publishEvent(new TaskOpened(notice(task, dueAt, held, recipients)));
        }
    }

    private DeadlineNotice notice(OpenTask task, Instant dueAt, List<String> held, List<String> recipients) {
        SubjectTitle title = subjects.of(task.businessKey()).title();
        return new DeadlineNotice(
                task.id(), task.kind(), task.name(), task.businessKey(), title, 1, dueAt, held, recipients);
    }
}
