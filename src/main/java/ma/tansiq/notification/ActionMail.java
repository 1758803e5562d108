package ma.tansiq.notification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingEvents.ActionNotice;
import ma.tansiq.engine.OpenTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the owner and the secretary about actions (rule C6). */
@Component
class ActionMail {

    private static final List<String> REPORTING = List.of("Task_ReportActionProgress");

    private final Outbox outbox;
    private final Recipients recipients;
    private final Stationery stationery;
    private final OwnTasks tasks;

    ActionMail(Outbox outbox, Recipients recipients, Stationery stationery, OwnTasks tasks) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.recipients = recipients;
        this.stationery = stationery;
    }

    @EventListener
    void on(MeetingEvents.ActionAssigned event) {
        ActionNotice action = event.action();
        String cause = action.reference() + "/" + action.owner() + "/" + action.dueOn();
        tasks.onceOpen(() -> {
            var own = tasks.about(action.reference(), REPORTING);
            tell(action, cause, Template.ACTION_ASSIGNED, own, sheet -> sheet);
            tasks.told(own, action.recipients());
        });
    }

    /** Once for each new day, with the link to the task of whoever reports. */
    @EventListener
    void on(MeetingEvents.ActionExtended event) {
        ActionNotice action = event.action();
        tell(
                action,
                action.reference() + "/" + action.dueOn(),
                Template.ACTION_EXTENDED,
                tasks.about(action.reference(), REPORTING),
                sheet -> sheet.fact("dueBefore", sheet.phrases().date(event.dueBefore()))
                        .fact("reason", event.reason()));
    }

    @EventListener
    void on(MeetingEvents.ActionCancelled event) {
        tell(
                event.action(),
                event.action().reference(),
                Template.ACTION_CANCELLED,
                Map.of(),
                sheet -> sheet.fact("reason", event.reason()));
    }

    @EventListener
    void on(MeetingEvents.ActionCompleted event) {
        tell(event.action(), event.action().reference(), Template.ACTION_COMPLETED, Map.of(), sheet -> sheet);
    }

    private void tell(
            ActionNotice action,
            String cause,
            Template template,
            Map<String, List<OpenTask>> own,
            Stationery.Addition addition) {
        Set<String> accounts = new LinkedHashSet<>(action.recipients());
        accounts.add(action.owner());
        Map<String, Recipient> people = recipients.of(accounts);
        String owner = Objects.requireNonNull(people.get(action.owner())).name();
        outbox.write(action.recipients().stream()
                .map(each -> Objects.requireNonNull(people.get(each)))
                .map(each -> Mail.Draft.plain(
                        cause,
                        template,
                        each,
                        action.reference(),
                        letter(action, template, each, owner, own, addition)))
                .toList());
    }

    private Letter letter(
            ActionNotice action,
            Template template,
            Recipient recipient,
            String owner,
            Map<String, List<OpenTask>> own,
            Stationery.Addition addition) {
        Phrases phrases = stationery.phrases(recipient);
        Stationery.Sheet sheet = stationery
                .sheet(
                        template,
                        recipient,
                        stationery.actionLink(action.reference()),
                        action.reference(),
                        action.meeting(),
                        action.title(),
                        owner,
                        phrases.shortDate(action.dueOn()))
                .fact("action", action.reference() + " — " + action.title())
                .fact("decidedBy", action.meeting())
                .fact("owner", owner)
                .fact("due", phrases.date(action.dueOn()));
        addition.to(sheet).say("what").say(recipient.account().equals(action.owner()) ? "why" : "why.others");
        own.getOrDefault(recipient.account(), List.of()).forEach(sheet::task);
        return sheet.letter();
    }
}
