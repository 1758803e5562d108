package ma.tansiq.notification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.tansiq.committee.opinion.OpinionEvents;
import ma.tansiq.committee.opinion.OpinionEvents.OpinionNotice;
import ma.tansiq.engine.OpenTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks ministries and partners for their opinion, and tells who asked what came of it (rule B6). */
@Component
class OpinionMail {

    private static final String GIVING = "Task_GiveOpinion";

    private final Outbox outbox;
    private final Recipients recipients;
    private final Stationery stationery;
    private final OwnTasks tasks;

    OpinionMail(Outbox outbox, Recipients recipients, Stationery stationery, OwnTasks tasks) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.stationery = stationery;
        this.tasks = tasks;
    }

    @EventListener
    void on(OpinionEvents.Requested event) {
        OpinionNotice notice = event.notice();
        tasks.onceOpen(() -> {
            Map<String, List<OpenTask>> own = tasks.offered(notice.reference(), GIVING, notice.recipients());
            tell(notice, Template.OPINION_REQUEST, (sheet, account) -> {
                sheet.say("what").instant("answersUntil", event.dueAt()).say("why");
                own.getOrDefault(account, List.of()).forEach(sheet::task);
            });
            tasks.told(own, notice.recipients());
        });
    }

    @EventListener
    void on(OpinionEvents.Answered event) {
        tell(
                event.notice(),
                Template.OPINION_ANSWERED,
                (sheet, account) -> sheet.say(event.given() ? "given" : "none").say("why"));
    }

    @EventListener
    void on(OpinionEvents.Withdrawn event) {
        tell(
                event.notice(),
                Template.OPINION_WITHDRAWN,
                (sheet, account) ->
                        sheet.say("what").fact("reason", event.motive()).say("why"));
    }

    @FunctionalInterface
    private interface Content {

        void write(Stationery.Sheet sheet, String account);
    }

    private void tell(OpinionNotice notice, Template template, Content content) {
        Map<String, Recipient> people = recipients.of(notice.recipients());
        outbox.write(notice.recipients().stream()
                .map(each -> Objects.requireNonNull(people.get(each)))
                .map(each -> Mail.Draft.plain(
                        notice.reference(),
                        template,
                        each,
                        notice.reference(),
                        letter(notice, template, each, content)))
                .toList());
    }

    private Letter letter(OpinionNotice notice, Template template, Recipient recipient, Content content) {
        String title =
                notice.title() == null ? stationery.phrases(recipient).text("confidential-matter") : notice.title();
        Stationery.Sheet sheet = stationery
                .sheet(
                        template,
                        recipient,
                        stationery.matterLink(notice.matter()),
                        notice.reference(),
                        title,
                        notice.body(),
                        notice.matter())
                .fact("matter", notice.matter() + " — " + title);
        content.write(sheet, recipient.account());
        return sheet.letter();
    }
}
