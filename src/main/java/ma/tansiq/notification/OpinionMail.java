package ma.tansiq.notification;

import java.util.List;
import java.util.Map;
import ma.tansiq.committee.meeting.WrittenQuestion;
import ma.tansiq.committee.opinion.OpinionEvents;
import ma.tansiq.engine.OpenTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks ministries and partners for their opinion, and tells who asked what came of it (rule B6). */
@Component
class OpinionMail {

    private static final String GIVING = "Task_GiveOpinion";

    private final WrittenQuestionMail mail;
    private final OwnTasks tasks;

    OpinionMail(WrittenQuestionMail mail, OwnTasks tasks) {
        this.mail = mail;
        this.tasks = tasks;
    }

    @EventListener
    void on(OpinionEvents.Requested event) {
        WrittenQuestion question = event.question();
        tasks.onceOpen(() -> {
            Map<String, List<OpenTask>> own = tasks.offered(question.reference(), GIVING, question.recipients());
            mail.tell(question, question.reference(), Template.OPINION_REQUEST, (sheet, account) -> {
                sheet.say("what").instant("answersUntil", event.dueAt()).say("why");
                own.getOrDefault(account, List.of()).forEach(sheet::task);
            });
            tasks.told(own, question.recipients());
        });
    }

    @EventListener
    void on(OpinionEvents.Answered event) {
        WrittenQuestion question = event.question();
        mail.tell(
                question,
                question.reference(),
                Template.OPINION_ANSWERED,
                (sheet, account) -> sheet.say(event.given() ? "given" : "none").say("why"));
    }

    @EventListener
    void on(OpinionEvents.Withdrawn event) {
        WrittenQuestion question = event.question();
        mail.tell(
                question,
                question.reference(),
                Template.OPINION_WITHDRAWN,
                (sheet, account) ->
                        sheet.say("what").fact("reason", event.motive()).say("why"));
    }
}
