package ma.tansiq.notification;

import java.util.Map;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.closing.ProgrammeEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the people concerned that an act ended a programme, and who takes over (rule A1b). */
@Component
class ProgrammeMail {

    private final Outbox outbox;
    private final Recipients recipients;
    private final Stationery stationery;

    ProgrammeMail(Outbox outbox, Recipients recipients, Stationery stationery) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.stationery = stationery;
    }

    @EventListener
    void on(ProgrammeEnded event) {
        Map<String, Recipient> people = recipients.of(event.recipients());
        outbox.write(event.recipients().stream()
                .flatMap(each -> Stream.ofNullable(people.get(each)))
                .map(each -> Mail.Draft.plain(
                        "programme/" + event.act().programme(),
                        Template.PROGRAMME_ENDED,
                        each,
                        event.body().code(),
                        letter(event, each)))
                .toList());
    }

    private Letter letter(ProgrammeEnded event, Recipient recipient) {
        ProgrammeEnded.Counted counted = event.counted();
        return stationery
                .sheet(
                        Template.PROGRAMME_ENDED,
                        recipient,
                        stationery.tasksLink(),
                        event.body().code(),
                        event.into().code(),
                        event.body().name(recipient.locale()),
                        event.into().name(recipient.locale()),
                        counted.mattersMoved(),
                        counted.mattersClosed(),
                        counted.actionsMoved(),
                        counted.actionsClosed(),
                        stationery.phrases(recipient).shortDate(event.act().effectiveOn()))
                .fact("body", named(event.body(), recipient))
                .fact("takingOver", named(event.into(), recipient))
                .fact("act", event.act().act())
                .fact("from", stationery.phrases(recipient).date(event.act().effectiveOn()))
                .fact("reason", event.act().reason())
                .say(event.act().successor() == null ? "what" : "what.merged")
                .say("open")
                .say("why")
                .letter();
    }

    private static String named(Body body, Recipient recipient) {
        return body.code() + " — " + body.name(recipient.locale());
    }
}
