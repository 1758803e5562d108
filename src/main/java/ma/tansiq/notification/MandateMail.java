package ma.tansiq.notification;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Absence;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Membership;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the people concerned who exercises a chair, or does a member's tasks, in whose place (rule A1b). */
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

    @EventListener
    void on(Absence.Announced event) {
        tell(event.body(), event.absence(), event.absence().to(), Template.ABSENCE_ANNOUNCED, event.recipients());
    }

    @EventListener
    void on(Absence.EndedEarly event) {
        LocalDate until = Objects.requireNonNullElseGet(
                event.lastDay(), () -> event.absence().from());
        tell(event.body(), event.absence(), until, Template.ABSENCE_ENDED, event.recipients());
    }

    private void tell(Body body, Absence absence, LocalDate until, Template template, List<String> accounts) {
        Map<String, Recipient> people = recipients.of(accounts);
        String absent = Objects.requireNonNull(people.get(absence.account())).name();
        String standIn =
                Objects.requireNonNull(people.get(absence.substitute())).name();
        outbox.write(accounts.stream()
                .flatMap(each -> Stream.ofNullable(people.get(each)))
                .map(each -> Mail.Draft.plain(
                        absence.id() + "/" + absence.version(),
                        template,
                        each,
                        body.code(),
                        letter(body, absence, until, template, each, absent, standIn)))
                .toList());
    }

    private Letter letter(
            Body body,
            Absence absence,
            LocalDate until,
            Template template,
            Recipient recipient,
            String absent,
            String standIn) {
        Phrases phrases = stationery.phrases(recipient);
        return stationery
                .sheet(
                        template,
                        recipient,
                        stationery.tasksLink(),
                        body.code(),
                        body.name(recipient.locale()),
                        absent,
                        standIn,
                        phrases.shortDate(absence.from()),
                        phrases.shortDate(until))
                .fact("body", body.code() + " — " + body.name(recipient.locale()))
                .fact("absentMember", absent)
                .fact("substitute", standIn)
                .fact("from", phrases.date(absence.from()))
                .fact("last", phrases.date(until))
                .say("what")
                .say("why")
                .letter();
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
