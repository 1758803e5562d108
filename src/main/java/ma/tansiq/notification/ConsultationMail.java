package ma.tansiq.notification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.tansiq.committee.consultation.ConsultationEvents;
import ma.tansiq.committee.consultation.ConsultationEvents.ConsultationNotice;
import ma.tansiq.engine.OpenTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks members in writing, until when and what silence means, and tells them what became of it (rule B7). */
@Component
class ConsultationMail {

    private static final List<String> ANSWERING = List.of("Task_AnswerConsultation");

    private final Outbox outbox;
    private final Recipients recipients;
    private final Stationery stationery;
    private final OwnTasks tasks;

    ConsultationMail(Outbox outbox, Recipients recipients, Stationery stationery, OwnTasks tasks) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.stationery = stationery;
        this.tasks = tasks;
    }

    @EventListener
    void on(ConsultationEvents.Opened event) {
        ConsultationNotice notice = event.notice();
        tasks.onceOpen(() -> {
            Map<String, List<OpenTask>> own = tasks.about(notice.reference(), ANSWERING);
            tell(notice, notice.reference(), Template.CONSULTATION, (sheet, account) -> {
                List<OpenTask> asked = own.getOrDefault(account, List.of());
                sheet.say("what")
                        .say(event.silenceAgrees() ? "silent" : "explicit")
                        .instant("answersUntil", event.endsAt())
                        .fact("urgency", Objects.requireNonNullElse(event.urgencyMotive(), ""))
                        .say(asked.isEmpty() ? "why.others" : "why");
                asked.forEach(sheet::task);
            });
            tasks.told(own, notice.recipients());
        });
    }

    @EventListener
    void on(ConsultationEvents.Closed event) {
        ConsultationNotice notice = event.notice();
        String cause = notice.reference() + "/" + event.outcome();
        tell(
                notice,
                cause,
                Template.CONSULTATION_CLOSED,
                (sheet, account) -> sheet.say(event.outcome().name())
                        .fact("reason", Objects.requireNonNullElse(event.remark(), ""))
                        .say("why"));
    }

    @FunctionalInterface
    private interface Content {

        void write(Stationery.Sheet sheet, String account);
    }

    private void tell(ConsultationNotice notice, String cause, Template template, Content content) {
        Map<String, Recipient> people = recipients.of(notice.recipients());
        outbox.write(notice.recipients().stream()
                .map(each -> Objects.requireNonNull(people.get(each)))
                .map(each -> Mail.Draft.plain(
                        cause, template, each, notice.reference(), letter(notice, template, each, content)))
                .toList());
    }

    private Letter letter(ConsultationNotice notice, Template template, Recipient recipient, Content content) {
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
