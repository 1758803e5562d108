package ma.tansiq.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import ma.tansiq.deadline.DigestEntries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes one mail a day to whoever chose so, about the tasks of all their bodies (rule D4). */
@Component
class DigestMail {

    private final DigestEntries entries;
    private final Outbox outbox;
    private final Recipients recipients;
    private final Stationery stationery;
    private final Clock clock;

    DigestMail(DigestEntries entries, Outbox outbox, Recipients recipients, Stationery stationery, Clock clock) {
        this.entries = entries;
        this.outbox = outbox;
        this.recipients = recipients;
        this.stationery = stationery;
        this.clock = clock;
    }

    List<String> awaited() {
        return entries.recipients();
    }

    /** Nothing when no task is left of what waited. */
    @Transactional
    public void send(String account) {
        List<DigestEntries.Entry> left = entries.take(account);
        if (!left.isEmpty()) {
            Recipient recipient = recipients.of(account);
            outbox.write(List.of(Mail.Draft.plain(
                    "digest/" + clock.instant(),
                    Template.DIGEST,
                    recipient,
                    LocalDate.now(clock).toString(),
                    letter(recipient, left))));
        }
    }

    private Letter letter(Recipient recipient, List<DigestEntries.Entry> left) {
        Phrases phrases = stationery.phrases(recipient);
        Stationery.Sheet sheet = stationery
                .sheet(
                        Template.DIGEST,
                        recipient,
                        stationery.tasksLink(),
                        phrases.shortDate(clock.instant()),
                        String.valueOf(left.size()))
                .say("what")
                .say("why");
        left.forEach(each -> sheet.entry(line(each, phrases), each.task().id()));
        return sheet.letter();
    }

    private static String line(DigestEntries.Entry entry, Phrases phrases) {
        String subject = entry.title().isEmpty()
                ? entry.task().businessKey()
                : entry.task().businessKey() + " — " + entry.title().in(phrases.locale());
        return phrases.text(
                "digest.line." + entry.what(),
                phrases.isolated(
                        phrases.task(entry.task().kind(), entry.task().name()),
                        subject,
                        phrases.shortDate(entry.dueAt()),
                        phrases.time(entry.dueAt())));
    }
}
