package ma.tansiq.notification;

import java.util.Map;
import java.util.Objects;
import ma.tansiq.committee.meeting.WrittenQuestion;
import org.springframework.stereotype.Component;

/** Writes to all whom a question about a matter concerns, each in their language, with what is told to that person. */
@Component
class WrittenQuestionMail {

    private final Outbox outbox;
    private final Recipients recipients;
    private final Stationery stationery;

    WrittenQuestionMail(Outbox outbox, Recipients recipients, Stationery stationery) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.stationery = stationery;
    }

    /** What one person is told. */
    @FunctionalInterface
    interface Content {

        void write(Stationery.Sheet sheet, String account);
    }

    /** @param cause what nobody is told of twice by that template */
    void tell(WrittenQuestion question, String cause, Template template, Content content) {
        Map<String, Recipient> people = recipients.of(question.recipients());
        outbox.write(question.recipients().stream()
                .map(each -> Objects.requireNonNull(people.get(each)))
                .map(each -> Mail.Draft.plain(
                        cause, template, each, question.reference(), letter(question, template, each, content)))
                .toList());
    }

    private Letter letter(WrittenQuestion question, Template template, Recipient recipient, Content content) {
        String title = Objects.requireNonNullElseGet(
                question.title(), () -> stationery.phrases(recipient).text("confidential-matter"));
        Stationery.Sheet sheet = stationery
                .sheet(
                        template,
                        recipient,
                        stationery.matterLink(question.matter()),
                        question.reference(),
                        title,
                        question.body(),
                        question.matter())
                .fact("matter", question.matter() + " — " + title);
        content.write(sheet, recipient.account());
        return sheet.letter();
    }
}
