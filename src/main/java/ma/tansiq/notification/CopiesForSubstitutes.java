package ma.tansiq.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Absence;
import ma.tansiq.committee.body.Absences;
import org.springframework.stereotype.Component;

/**
 * What a body writes to an absent member reaches whoever stands in as well (rule A1b): the same letter, with a sentence
 * before it that says so, and without the invitation, which is the member's own.
 */
@Component
class CopiesForSubstitutes {

    private final Absences absences;
    private final Recipients recipients;
    private final Stationery stationery;
    private final Clock clock;

    CopiesForSubstitutes(Absences absences, Recipients recipients, Stationery stationery, Clock clock) {
        this.absences = absences;
        this.recipients = recipients;
        this.stationery = stationery;
        this.clock = clock;
    }

    /** Those drafts and behind them the copies. */
    List<Mail.Draft> with(List<Mail.Draft> drafts) {
        List<Absence> today = absences.activeOn(LocalDate.now(clock));
        if (today.isEmpty()) {
            return drafts;
        }
        List<Mail.Draft> all = new ArrayList<>(drafts);
        Map<String, Recipient> people =
                recipients.of(today.stream().map(Absence::substitute).collect(Collectors.toSet()));
        drafts.stream().flatMap(draft -> copy(draft, today, people).stream()).forEach(all::add);
        return all;
    }

    private Optional<Mail.Draft> copy(Mail.Draft draft, List<Absence> today, Map<String, Recipient> people) {
        return today.stream()
                .filter(each -> each.account().equals(draft.recipient().account()))
                .filter(each -> draft.reference().startsWith(each.body() + "-"))
                .flatMap(each -> Stream.ofNullable(people.get(each.substitute())))
                .map(substitute -> copy(draft, substitute))
                .findFirst();
    }

    private Mail.Draft copy(Mail.Draft draft, Recipient substitute) {
        Letter letter = draft.letter();
        Phrases phrases = stationery.phrases(substitute);
        List<String> paragraphs = new ArrayList<>(letter.paragraphs());
        paragraphs.add(
                0, phrases.text("copy", phrases.isolated(draft.recipient().name())));
        return new Mail.Draft(
                draft.cause(),
                draft.template(),
                substitute,
                draft.reference(),
                new Letter(
                        letter.locale(),
                        letter.subject(),
                        letter.greeting(),
                        letter.title(),
                        List.copyOf(paragraphs),
                        letter.facts(),
                        letter.itemsTitle(),
                        letter.items(),
                        letter.entries(),
                        letter.action(),
                        List.of(),
                        letter.links(),
                        letter.footer()),
                draft.replyTo(),
                null,
                draft.enclosures());
    }
}
