package ma.tansiq.notification;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ma.tansiq.committee.matter.ExtractKey;
import ma.tansiq.committee.matter.MatterEvents;
import ma.tansiq.committee.matter.MatterEvents.MatterNotice;
import ma.tansiq.engine.OpenTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells secretaries what comes up to their body, what was corrected on the way, and what comes back (rules B2, B3). */
@Component
class MatterMail {

    private final Outbox outbox;
    private final Recipients recipients;
    private final Stationery stationery;
    private final OwnTasks tasks;

    MatterMail(Outbox outbox, Recipients recipients, Stationery stationery, OwnTasks tasks) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.recipients = recipients;
        this.stationery = stationery;
    }

    @EventListener
    void on(MatterEvents.ReferredUp event) {
        tell(event.notice(), event.sentBy(), Template.REFERRED_UP, event.sentBy(), sheet -> sheet);
    }

    @EventListener
    void on(MatterEvents.Corrected event) {
        String cause = "version " + event.version();
        tell(event.notice(), cause, Template.MATTER_CORRECTED, String.valueOf(event.version()), sheet -> {
            sheet.fact("reason", event.motive());
            return event.packLeft() ? sheet.say("pack") : sheet;
        });
    }

    @EventListener
    void on(MatterEvents.Dropped event) {
        tell(
                event.notice(),
                event.meeting(),
                Template.MATTER_DROPPED,
                event.meeting(),
                sheet -> sheet.fact("reason", event.motive()));
    }

    @EventListener
    void on(MatterEvents.ExtractReturned event) {
        MatterNotice notice = event.notice();
        ExtractKey extract = new ExtractKey(event.decidedBy(), notice.matter(), notice.body(), event.round());
        String cause = event.round() == 1 ? event.decidedBy() : event.decidedBy() + "/" + event.round();
        tasks.onceOpen(() -> {
            Optional<OpenTask> task = tasks.ofExtract(event.decidedBy(), extract.toString());
            tell(notice, cause, Template.EXTRACT, event.decidedBy(), sheet -> {
                task.ifPresent(sheet::task);
                sheet.instant("until", event.dueAt());
                return event.round() == 1 ? sheet : sheet.say("corrected");
            });
            task.ifPresent(each -> tasks.record(Map.of(each, notice.recipients())));
        });
    }

    /** One mail a person, whatever the number of decisions and of the person's committees (rule B4b). */
    @EventListener
    void on(MatterEvents.ProgrammesTouched event) {
        Map<String, Recipient> people = recipients.of(event.recipients().keySet());
        boolean again = event.version() > 1;
        Template template = again ? Template.PROGRAMMES_TOUCHED_AGAIN : Template.PROGRAMMES_TOUCHED;
        String cause = again ? event.meeting() + "/" + event.version() : event.meeting();
        outbox.write(event.recipients().entrySet().stream()
                .map(each -> Mail.Draft.plain(
                        cause,
                        template,
                        Objects.requireNonNull(people.get(each.getKey())),
                        event.meeting(),
                        letter(event, template, Objects.requireNonNull(people.get(each.getKey())), each.getValue())))
                .toList());
    }

    private Letter letter(
            MatterEvents.ProgrammesTouched event, Template template, Recipient recipient, Set<String> bodies) {
        Stationery.Sheet sheet = stationery
                .sheet(
                        template,
                        recipient,
                        stationery.bodiesLink(),
                        event.meeting(),
                        event.bodyName().in(recipient.locale()),
                        String.join(", ", bodies),
                        stationery.phrases(recipient).shortDate(event.heldAt()))
                .fact("meeting", event.meeting() + " — " + event.bodyName().in(recipient.locale()))
                .fact("programmes", String.join(", ", bodies))
                .say("what");
        for (MatterEvents.TouchingDecision each : event.decisions()) {
            if (each.bodies().stream().anyMatch(bodies::contains)) {
                decision(sheet, each);
            }
        }
        return sheet.say("why").letter();
    }

    private static void decision(Stationery.Sheet sheet, MatterEvents.TouchingDecision decision) {
        String title = decision.title();
        String text = decision.text();
        if (title == null || text == null) {
            sheet.note("touching.confidential", decision.reference(), decision.matter());
        } else {
            sheet.note("touching", decision.reference(), title, text);
        }
    }

    private void tell(
            MatterNotice notice, String cause, Template template, String circumstance, Stationery.Addition addition) {
        Map<String, Recipient> people = recipients.of(notice.recipients());
        outbox.write(notice.recipients().stream()
                .map(each -> Objects.requireNonNull(people.get(each)))
                .map(each -> Mail.Draft.plain(
                        notice.matter() + "/" + cause + "/" + notice.body(),
                        template,
                        each,
                        notice.matter(),
                        letter(notice, template, each, circumstance, addition)))
                .toList());
    }

    private Letter letter(
            MatterNotice notice,
            Template template,
            Recipient recipient,
            String circumstance,
            Stationery.Addition addition) {
        String title =
                notice.title() == null ? stationery.phrases(recipient).text("confidential-matter") : notice.title();
        Stationery.Sheet sheet = stationery
                .sheet(
                        template,
                        recipient,
                        stationery.matterLink(notice.matter()),
                        notice.matter(),
                        title,
                        notice.body(),
                        circumstance)
                .fact("matter", notice.matter() + " — " + title)
                .fact("body", notice.body() + " — " + notice.bodyName().in(recipient.locale()));
        return addition.to(sheet.say("what")).say("why").letter();
    }
}
