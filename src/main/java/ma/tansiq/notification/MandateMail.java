package ma.tansiq.notification;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Membership;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the people concerned who exercises a chair in whose place (rule A1b). */
@Component
class MandateMail {

    private final Outbox outbox;
    private final Recipients recipients;
    private final Stationery stationery;

    MandateMail(Outbox outbox, Recipients recipients, Stationery stationery) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.stationery = stationery;
    }

    @EventListener
    void on(Membership.InterimNamed event) {
        Membership interim = event.interim();
        tell(event.body(), interim, lastDay(interim), Template.INTERIM_NAMED, event.recipients());
    }

    @EventListener
    void on(Membership.InterimEnded event) {
        Template template = event.lastDay() == null ? Template.INTERIM_WITHDRAWN : Template.INTERIM_ENDED;
        LocalDate until = Objects.requireNonNullElseGet(event.lastDay(), () -> lastDay(event.interim()));
        tell(event.body(), event.interim(), until, template, event.recipients());
    }

    /** An interim's dates are both known. */
    private static LocalDate lastDay(Membership interim) {
        return Objects.requireNonNull(interim.validTo());
    }

    private void tell(Body body, Membership interim, LocalDate until, Template template, List<String> accounts) {
        String cause = interim.id() + "/" + interim.version();
        String holder = Objects.requireNonNull(interim.account());
        Set<String> named = new LinkedHashSet<>(accounts);
        named.add(holder);
        Map<String, Recipient> people = recipients.of(named);
        String name = Objects.requireNonNull(people.get(holder)).name();
        outbox.write(accounts.stream()
                .flatMap(each -> Stream.ofNullable(people.get(each)))
                .map(each -> Mail.Draft.plain(
                        cause, template, each, body.code(), letter(body, interim, until, template, each, name)))
                .toList());
    }

    private Letter letter(
            Body body, Membership interim, LocalDate until, Template template, Recipient recipient, String name) {
        Phrases phrases = stationery.phrases(recipient);
        boolean own = recipient.account().equals(interim.account());
        return stationery
                .sheet(
                        template,
                        recipient,
                        stationery.tasksLink(),
                        body.code(),
                        body.name(recipient.locale()),
                        name,
                        phrases.date(interim.validFrom()),
                        phrases.date(until),
                        phrases.shortDate(interim.validFrom()),
                        phrases.shortDate(until))
                .fact("body", body.code() + " — " + body.name(recipient.locale()))
                .fact("interim", name)
                .fact("from", phrases.date(interim.validFrom()))
                .fact("last", phrases.date(until))
                .fact("act", Objects.requireNonNullElse(interim.act(), ""))
                .say(own ? "what.own" : "what")
                .say("why")
                .letter();
    }
}
