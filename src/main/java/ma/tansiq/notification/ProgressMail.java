package ma.tansiq.notification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ma.tansiq.committee.progress.SummaryFiled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends members what the programmes reported of a quarter and what the secretariat says of it (rule C7). */
@Component
class ProgressMail {

    private static final int LONGEST = 600;

    private final Outbox outbox;
    private final Recipients recipients;
    private final Stationery stationery;

    ProgressMail(Outbox outbox, Recipients recipients, Stationery stationery) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.stationery = stationery;
    }

    @EventListener
    void on(SummaryFiled filed) {
        Map<String, Recipient> people = recipients.of(filed.recipients());
        outbox.write(filed.recipients().stream()
                .map(each -> Objects.requireNonNull(people.get(each)))
                .map(each -> draft(filed, each))
                .toList());
    }

    private Mail.Draft draft(SummaryFiled filed, Recipient recipient) {
        Locale language = recipient.locale();
        String name =
                filed.review() + "-synthese-trimestrielle" + filed.document().ending(language);
        var enclosure = new Mail.Enclosure(filed.document().in(language), name);
        return new Mail.Draft(
                filed.review() + "/" + filed.document().french(),
                Template.PROGRESS_SUMMARY,
                recipient,
                filed.review(),
                letter(filed, recipient),
                null,
                null,
                List.of(enclosure));
    }

    /** The whole text is in the file. */
    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "…";
    }

    private Letter letter(SummaryFiled filed, Recipient recipient) {
        String quarter = filed.quarter().number() + "/" + filed.quarter().year();
        return stationery
                .sheet(
                        Template.PROGRESS_SUMMARY,
                        recipient,
                        stationery.meetingLink(filed.review()),
                        filed.review(),
                        quarter,
                        String.valueOf(filed.fed()),
                        String.valueOf(filed.programmes()))
                .fact("summary", shortened(filed.text()))
                .say("what")
                .say("counted")
                .say("why")
                .letter();
    }
}
