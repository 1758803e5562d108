package ma.tansiq.committee.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.paper.AgendaPackDocument.Enclosed;
import ma.tansiq.document.Documents;
import ma.tansiq.document.PdfBinder;
import ma.tansiq.document.StoredDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Decides which files an agenda pack contains and which it only lists: PDF files are bound in their order as long as
 * together they stay below a size that mail servers carry.
 */
@Component
class Enclosures {

    private final MatterPapers papers;
    private final Documents documents;
    private final PdfBinder binder;
    private final DataSize limit;

    Enclosures(
            MatterPapers papers,
            Documents documents,
            PdfBinder binder,
            @Value("${tansiq.agenda-pack-limit:12MB}") DataSize limit) {
        this.papers = papers;
        this.documents = documents;
        this.binder = binder;
        this.limit = limit;
    }

    /**
     * @param summary of the quarter
     * @param byMatter the papers of each matter that has some
     */
    record Chosen(@Nullable Enclosed summary, @Nullable Enclosed minutes, Map<String, List<Enclosed>> byMatter) {}

    /**
     * @param summary of the quarter that the meeting reviews; null when there is none
     * @param minutes of the previous session, or their draft; null when there are none
     */
    Chosen of(List<AgendaItem> items, @Nullable UUID summary, @Nullable UUID minutes) {
        Choice choice = new Choice();
        Enclosed first = summary == null ? null : choice.own("S", summary);
        Enclosed second = minutes == null ? null : choice.own("0", minutes);
        List<MatterPaper> filed =
                papers.of(items.stream().map(AgendaItem::matter).toList());
        Map<UUID, StoredDocument> stored =
                documents.find(filed.stream().map(MatterPaper::document).toList());
        Map<String, List<Enclosed>> byMatter = new LinkedHashMap<>();
        for (AgendaItem item : items) {
            List<Enclosed> enclosed = new ArrayList<>();
            filed.stream().filter(each -> each.matter().equals(item.matter())).forEach(each -> {
                String number = item.position() + "." + (enclosed.size() + 1);
                StoredDocument file = Objects.requireNonNull(stored.get(each.document()));
                enclosed.add(choice.enclosed(number, file, each.pages()));
            });
            byMatter.put(item.matter(), enclosed);
        }
        return new Chosen(first, second, byMatter);
    }

    private final class Choice {

        private long size;
        private int offset;

        /** A paper that the body made itself. */
        Enclosed own(String number, UUID document) {
            StoredDocument stored = documents.find(document).orElseThrow();
            try (InputStream content = documents.open(document)) {
                return enclosed(number, stored, binder.pagesOf(stored.name(), content));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        Enclosed enclosed(String number, StoredDocument file, @Nullable Integer pages) {
            if (pages == null || size + file.size() > limit.toBytes()) {
                return new Enclosed(number, file.id(), file.name(), file.size(), file.sha256(), pages, null);
            }
            int before = offset;
            size += file.size();
            offset += pages;
            return new Enclosed(number, file.id(), file.name(), file.size(), file.sha256(), pages, before);
        }
    }
}
