package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.tansiq.document.Documents;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OncePerTransaction;
import ma.tansiq.engine.Problems;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Papers that were filed with items of an agenda after it was put to whoever approves it: nobody approves them unseen,
 * not even one that comes while the form is open.
 */
@Component
class LatePapers {

    private final JdbcClient database;
    private final Documents documents;
    private final MessageSource messages;
    private final OncePerTransaction<String, List<Late>> read = new OncePerTransaction<>();

    LatePapers(JdbcClient database, Documents documents, MessageSource messages) {
        this.database = database;
        this.documents = documents;
        this.messages = messages;
    }

    /** @param position of the item that it belongs to */
    record Late(UUID document, String name, int position, Instant filedAt) {}

    private record Filed(UUID document, int position, Instant addedAt) {}

    /** In the order of the agenda. */
    List<Late> of(String meeting) {
        return read.get(meeting, this::read);
    }

    private List<Late> read(String meeting) {
        List<Filed> filed =
                database.sql("""
                        select p.document, i.position, p.added_at from agenda_item i
                          join matter_paper p on p.matter = i.matter and p.withdrawn_at is null
                         where i.meeting = :meeting
                           and p.added_at > (select max(at) from meeting_history
                                              where meeting = :meeting and fact = 'AGENDA_SUBMITTED')
                         order by i.position, p.number""").param("meeting", meeting).query(Filed.class).list();
        Map<UUID, StoredDocument> stored =
                documents.find(filed.stream().map(Filed::document).toList());
        return filed.stream()
                .map(each -> new Late(
                        each.document(),
                        Objects.requireNonNull(stored.get(each.document())).name(),
                        each.position(),
                        each.addedAt()))
                .toList();
    }

    /** To be ticked one by one in the form of whoever approves. */
    Object options(String meeting) {
        return FormTexts.json(of(meeting).stream()
                .map(each -> Map.of("value", each.document().toString(), "label", named(each)))
                .toList());
    }

    /** Adds what was filed late and is not among the documents that were ticked. */
    void requireSeen(List<Late> late, Set<String> seen, Problems problems) {
        String unseen = late.stream()
                .filter(each -> !seen.contains(each.document().toString()))
                .map(this::named)
                .collect(Collectors.joining(" ; "));
        if (!unseen.isEmpty()) {
            problems.add(CommitteeRefusal.because("latePapersUnseen", unseen));
        }
    }

    private String named(Late each) {
        return messages.getMessage(
                "agenda.late",
                new Object[] {each.name(), Integer.toString(each.position()), FormTexts.dateTime(each.filedAt())},
                Locale.FRENCH);
    }
}
