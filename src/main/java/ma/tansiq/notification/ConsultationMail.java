package ma.tansiq.notification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.tansiq.committee.consultation.ConsultationEvents;
import ma.tansiq.committee.meeting.WrittenQuestion;
import ma.tansiq.engine.OpenTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks members in writing, until when and what silence means, and tells them what became of it (rule B7). */
@Component
class ConsultationMail {

    private static final List<String> ANSWERING = List.of("Task_AnswerConsultation");

    private final WrittenQuestionMail mail;
    private final OwnTasks tasks;

    ConsultationMail(WrittenQuestionMail mail, OwnTasks tasks) {
        this.mail = mail;
        this.tasks = tasks;
    }

    @EventListener
    void on(ConsultationEvents.Opened event) {
        WrittenQuestion question = event.question();
        tasks.onceOpen(() -> {
            Map<String, List<OpenTask>> own = tasks.about(question.reference(), ANSWERING);
            mail.tell(question, question.reference(), Template.CONSULTATION, (sheet, account) -> {
                List<OpenTask> asked = own.getOrDefault(account, List.of());
                sheet.say("what")
                        .say(event.silenceAgrees() ? "silent" : "explicit")
                        .instant("answersUntil", event.endsAt())
                        .fact("urgency", Objects.requireNonNullElse(event.urgencyMotive(), ""))
                        .say(asked.isEmpty() ? "why.others" : "why");
                asked.forEach(sheet::task);
            });
            tasks.told(own, question.recipients());
        });
    }

    @EventListener
    void on(ConsultationEvents.Closed event) {
        WrittenQuestion question = event.question();
        String cause = question.reference() + "/" + event.outcome();
        mail.tell(
                question,
                cause,
                Template.CONSULTATION_CLOSED,
                (sheet, account) -> sheet.say(event.outcome().name())
                        .fact("reason", Objects.requireNonNullElse(event.remark(), ""))
                        .say("why"));
    }
}
