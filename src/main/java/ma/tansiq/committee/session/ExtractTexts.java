package ma.tansiq.committee.session;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ma.tansiq.committee.action.Action;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.consultation.Consultation;
import ma.tansiq.committee.consultation.Consultations;
import ma.tansiq.committee.matter.ExtractKey;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.engine.FormTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what an extract says: what came of the matter, the decision word for word, and the actions that follow. */
@Component
class ExtractTexts {

    private final MeetingFacts facts;
    private final Decisions decisions;
    private final Actions actions;
    private final Matters matters;
    private final Consultations consultations;
    private final MessageSource messages;

    ExtractTexts(
            MeetingFacts facts,
            Decisions decisions,
            Actions actions,
            Matters matters,
            Consultations consultations,
            MessageSource messages) {
        this.matters = matters;
        this.consultations = consultations;
        this.facts = facts;
        this.decisions = decisions;
        this.actions = actions;
        this.messages = messages;
    }

    /** As a form of Tasklist shows it. */
    String of(ExtractKey key) {
        return facts.agenda(key.meeting()).stream()
                .filter(each -> each.matter().equals(key.matter()))
                .findFirst()
                .map(item -> dealtWith(key, item))
                .orElseGet(() -> ratified(key));
    }

    /** What was adopted in writing, and the meeting ratified (rule B7). */
    private String ratified(ExtractKey key) {
        Consultation consultation = consultations.findByMatterOrderByOpenedAt(key.matter()).stream()
                .filter(each -> each.session().filter(key.meeting()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> CommitteeRefusal.because("unknownExtract", key.toString()));
        String title = matters.findById(key.matter()).orElseThrow().title();
        return FormTexts.lines(List.of(
                "**%s** — %s".formatted(key.matter(), FormTexts.verbatim(title)),
                "**%s** : %s".formatted(consultation.reference(), FormTexts.verbatim(consultation.proposal()))));
    }

    private String dealtWith(ExtractKey key, AgendaItem item) {
        List<Decision> taken = decisions.of(key.meeting()).stream()
                .filter(each -> each.position() == item.position())
                .toList();
        Stream<String> corrected = key.round() == 1
                ? Stream.empty()
                : Stream.of(messages.getMessage("extract.corrected", null, Locale.FRENCH));
        Stream<String> head = Stream.of("**%s** — %s".formatted(item.matter(), FormTexts.verbatim(item.title())));
        Stream<String> decided =
                taken.stream().map(each -> "**%s** : %s".formatted(each.reference(), FormTexts.verbatim(each.text())));
        Stream<String> follow = actions.findByMeetingOrderByReference(key.meeting()).stream()
                .filter(each ->
                        taken.stream().anyMatch(decision -> decision.reference().equals(each.decision())))
                .map(this::line);
        return FormTexts.lines(Stream.of(corrected, head, decided, follow)
                .flatMap(each -> each)
                .toList());
    }

    private String line(Action action) {
        return "%s — %s, %s, %s"
                .formatted(
                        action.reference(),
                        FormTexts.verbatim(action.title()),
                        facts.nameOf(action.owner()),
                        FormTexts.date(action.dueOn()));
    }
}
