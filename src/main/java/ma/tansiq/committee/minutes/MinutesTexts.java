package ma.tansiq.committee.minutes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.FormTexts;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.session.RecordTexts;
import ma.tansiq.engine.OncePerTransaction;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Minutes as the forms of those who draft, read or sign them show them: in French, the working language. */
@Component
class MinutesTexts {

    private final RecordTexts record;
    private final Reviews reviews;
    private final MeetingFacts facts;
    private final MessageSource messages;
    private final OncePerTransaction<String, String> written = new OncePerTransaction<>();

    MinutesTexts(RecordTexts record, Reviews reviews, MeetingFacts facts, MessageSource messages) {
        this.record = record;
        this.reviews = reviews;
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
