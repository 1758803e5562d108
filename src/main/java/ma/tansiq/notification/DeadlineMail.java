package ma.tansiq.notification;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.deadline.DeadlineNotice;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reminds of tasks that are due and tells up the ladder of those that are late (rule D1). */
@Component
class DeadlineMail {

    private final Outbox outbox;
    private final Recipients recipients;
    private final Stationery stationery;

    DeadlineMail(Outbox outbox, Recipients recipients, Stationery stationery) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.stationery = stationery;
    }

    @EventListener
    void on(DeadlineNotice.ReminderDue event) {
        tell(event.notice(), Template.REMINDER);
    }

    @EventListener
    void on(DeadlineNotice.Escalated event) {
        tell(event.notice(), Template.ESCALATION);
    }

    private void tell(DeadlineNotice notice, Template template) {
        String cause = notice.taskId() + "/" + template.key() + "/" + notice.step();
        Set<String> accounts = new LinkedHashSet<>(notice.recipients());
        accounts.addAll(notice.assignees());
        Map<String, Recipient> people = recipients.of(accounts);
        String holders = notice.assignees().stream()
                .map(each -> Objects.requireNonNull(people.get(each)).name())
                .collect(Collectors.joining(", "));
        outbox.write(notice.recipients().stream()
                .map(each -> Objects.requireNonNull(people.get(each)))
                .map(each -> Mail.Draft.plain(
                        cause, template, each, notice.subject(), letter(notice, template, each, holders)))
                .toList());
    }

    private Letter letter(DeadlineNotice notice, Template template, Recipient recipient, String holders) {
        Phrases phrases = stationery.phrases(recipient);
        return stationery
                .sheet(
                        template,
                        recipient,
                        stationery.taskLink(notice.taskId()),
                        notice.subject(),
                        notice.taskName(),
                        phrases.date(notice.dueAt()),
                        phrases.time(notice.dueAt()),
                        phrases.shortDate(notice.dueAt()),
                        String.valueOf(notice.step()))
                .fact("task", notice.taskName())
                .fact("subject", notice.subject())
                .instant("due", notice.dueAt())
                .fact("holders", holders)
                .say("what")
                .say(notice.assignees().contains(recipient.account()) ? "why" : "why.others")
                .letter();
    }
}
