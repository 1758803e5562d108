package ma.tansiq.notification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.deadline.DeadlineNotice;
import ma.tansiq.deadline.Ledger.What;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of tasks that opened, reminds of those that are due, tells up the ladder of those that are late (rule D1). */
@Component
class DeadlineMail {

    /** Whoever lets this task's time pass has answered (rule C5). */
    private static final String APPROVED_BY_SILENCE = "Task_ReviewMinutes";

    private final Outbox outbox;
    private final Recipients recipients;
    private final Stationery stationery;
    private final DigestBasket digests;

    DeadlineMail(Outbox outbox, Recipients recipients, Stationery stationery, DigestBasket digests) {
        this.digests = digests;
        this.outbox = outbox;
        this.recipients = recipients;
        this.stationery = stationery;
    }

    @EventListener
    void on(DeadlineNotice.TaskOpened event) {
        tell(event.notice(), Template.TASK_OPENED, What.ANNOUNCEMENT);
    }

    @EventListener
    void on(DeadlineNotice.ReminderDue event) {
        tell(event.notice(), Template.REMINDER, What.REMINDER);
    }

    @EventListener
    void on(DeadlineNotice.Escalated event) {
        tell(event.notice(), Template.ESCALATION, What.ESCALATION);
    }

    private void tell(DeadlineNotice notice, Template template, What what) {
        String cause = notice.taskId() + "/" + template.key() + "/" + notice.step();
        Set<String> accounts = new LinkedHashSet<>(notice.recipients());
        accounts.addAll(notice.assignees());
        Map<String, Recipient> people = recipients.of(accounts);
        String holders = notice.assignees().stream()
                .map(each -> Objects.requireNonNull(people.get(each)).name())
                .collect(Collectors.joining(", "));
        List<Recipient> told = notice.recipients().stream()
                .map(each -> Objects.requireNonNull(people.get(each)))
                .toList();
        List<Recipient> later = digests.collect(notice, what, told);
        outbox.write(told.stream()
                .filter(each -> !later.contains(each))
                .map(each -> Mail.Draft.plain(
                        cause, template, each, notice.subject(), letter(notice, template, each, holders)))
                .toList());
    }

    private static String subject(DeadlineNotice notice, Locale locale) {
        return notice.title().isEmpty()
                ? notice.subject()
                : notice.subject() + " — " + notice.title().in(locale);
    }

    private Letter letter(DeadlineNotice notice, Template template, Recipient recipient, String holders) {
        Phrases phrases = stationery.phrases(recipient);
        String task = phrases.task(notice.taskKind(), notice.taskName());
        Stationery.Sheet sheet = stationery
                .sheet(
                        template,
                        recipient,
                        stationery.taskLink(notice.taskId()),
                        notice.subject(),
                        task,
                        phrases.date(notice.dueAt()),
                        phrases.time(notice.dueAt()),
                        phrases.shortDate(notice.dueAt()),
                        String.valueOf(notice.step()))
                .fact("task", task)
                .fact("subject", subject(notice, recipient.locale()))
                .instant("due", notice.dueAt())
                .fact("holders", holders)
                .say("what")
                .say(notice.assignees().contains(recipient.account()) ? "why" : "why.others");
        boolean silent = template == Template.REMINDER && APPROVED_BY_SILENCE.equals(notice.taskKind());
        return (silent ? sheet.say("note." + APPROVED_BY_SILENCE) : sheet).letter();
    }
}
