package ma.tansiq.committee.minutes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.session.Decisions;
import ma.tansiq.committee.session.RecordTexts;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OncePerTransaction;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Minutes as the forms of those who draft, read or sign them show them: in French, the working language. */
@Component
class MinutesTexts {

    private final RecordTexts record;
    private final Reviews reviews;
    private final Decisions decisions;
    private final MeetingFacts facts;
    private final MessageSource messages;
    private final OncePerTransaction<String, String> written = new OncePerTransaction<>();

    MinutesTexts(RecordTexts record, Reviews reviews, Decisions decisions, MeetingFacts facts, MessageSource messages) {
        this.record = record;
        this.reviews = reviews;
        this.decisions = decisions;
        this.facts = facts;
        this.messages = messages;
    }

    /** The whole of the minutes as they stand, with the reservations made on this draft and their answers. */
    String whole(Minutes minutes) {
        return written.get(minutes.meeting(), meeting -> write(minutes));
    }

    private String write(Minutes minutes) {
        String meeting = minutes.meeting();
        return FormTexts.lines(List.of(
                minutes.correctionMotive()
                        .map(motive -> say("minutes.text.correction", FormTexts.verbatim(motive)))
                        .orElse(""),
                say("minutes.text.presided", record.presided(meeting)),
                record.attendance(meeting),
                "## " + say("minutes.text.opening"),
                FormTexts.verbatim(minutes.introduction()),
                "## " + say("document.committee.proceedings"),
                record.proceedings(meeting),
                approvals(meeting, minutes.edition()),
                reservations(meeting, minutes.edition()),
                "## " + say("minutes.text.closing"),
                FormTexts.verbatim(minutes.closing())));
    }

    /** What was recorded of the session: who presided and took part, outcomes, decisions and actions. */
    String session(String meeting) {
        return FormTexts.lines(List.of(
                say("minutes.text.presided", record.presided(meeting)),
                record.attendance(meeting),
                record.outcomes(meeting)));
    }

    /** Who approved that edition of the draft, by word and by silence; empty while it is being read. */
    private String approvals(String meeting, int edition) {
        List<Review> approved = reviews.of(meeting, edition).stream()
                .filter(each -> !each.isReservation())
                .toList();
        facts.namesOf(approved.stream().map(Review::account));
        return approved.isEmpty()
                ? ""
                : FormTexts.lines(List.of(
                        "## " + say("document.committee.approvals"),
                        approvals(approved, false),
                        approvals(approved, true)));
    }

    private String approvals(List<Review> approved, boolean bySilence) {
        List<Review> those =
                approved.stream().filter(each -> each.bySilence() == bySilence).toList();
        if (those.isEmpty()) {
            return "";
        }
        String names = those.stream().map(each -> facts.nameOf(each.account())).collect(Collectors.joining(" ; "));
        return bySilence
                ? say("minutes.text.silent", FormTexts.dateTime(those.get(0).reviewedAt()), names)
                : say("minutes.text.approved", names);
    }

    /** Each decision that a reservation altered: the text that was signed, and the one put up for signature. */
    String alteredDecisions(String meeting) {
        return FormTexts.lines(decisions.altered(meeting).stream()
                .flatMap(each -> Stream.of(
                        "### " + say("minutes.text.altered", each.reference(), each.version()),
                        "**%s**".formatted(say("minutes.text.altered.signed")),
                        FormTexts.quote(FormTexts.verbatim(each.signedText())),
                        "**%s**".formatted(say("minutes.text.altered.now")),
                        FormTexts.quote(FormTexts.verbatim(each.text()))))
                .toList());
    }

    /** Each decision in its present text, under the item that it was taken on. */
    String decisions(String meeting) {
        Map<Integer, String> items =
                facts.agenda(meeting).stream().collect(Collectors.toMap(AgendaItem::position, AgendaItem::label));
        return FormTexts.lines(decisions.of(meeting).stream()
                .flatMap(each -> Stream.of(
                        "**%s**".formatted(FormTexts.verbatim(items.getOrDefault(each.position(), each.reference()))),
                        FormTexts.quote(FormTexts.verbatim(each.text()))))
                .toList());
    }

    /** The reservations made on that edition of the draft, each with its answer; empty when there are none. */
    String reservations(String meeting, int edition) {
        if (edition < 1) {
            return "";
        }
        List<Review> made = reviews.of(meeting, edition).stream()
                .filter(Review::isReservation)
                .toList();
        return made.isEmpty()
                ? ""
                : FormTexts.lines(Stream.concat(
                                Stream.of("## " + say("document.committee.reservations")),
                                made.stream().map(each -> reservation(meeting, each)))
                        .toList());
    }

    private String reservation(String meeting, Review made) {
        String about = facts.agenda(meeting).stream()
                .filter(item -> made.position() != null && item.position() == made.position())
                .map(AgendaItem::label)
                .map(label -> " — " + FormTexts.verbatim(label))
                .collect(Collectors.joining());
        return "**%s**%s\n\n%s\n\n%s"
                .formatted(
                        facts.nameOf(made.account()),
                        about,
                        FormTexts.quote(FormTexts.verbatim(made.reservation())),
                        answer(made));
    }

    private String answer(Review made) {
        if (made.accepted() == null) {
            return say("minutes.text.unanswered");
        }
        String outcome = say("document.committee.reservation." + (made.accepted() ? "accepted" : "declined"));
        return "*%s* %s".formatted(outcome, FormTexts.verbatim(made.reply()));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }
}
