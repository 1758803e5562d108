package ma.tansiq.committee.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.paper.AgendaPackDocument.Enclosed;
import ma.tansiq.committee.paper.PaperName.Language;
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
     * @param translated the summary in other languages
     * @param translatedMinutes the minutes in other languages
     * @param byMatter the papers of each matter that has some
     */
    record Chosen(
            @Nullable Enclosed summary,
            Map<Language, Enclosed> translated,
            @Nullable Enclosed minutes,
            Map<Language, Enclosed> translatedMinutes,
            Map<String, List<Enclosed>> byMatter) {}

    /**
     * @param summaries of the quarter that the meeting reviews, by language; empty when there is none
     * @param minutes of the previous session, or their draft, by language; empty when there are none
     */
    Chosen of(List<AgendaItem> items, Map<Language, UUID> summaries, Map<Language, UUID> minutes) {
        Choice choice = new Choice();
        Enclosed summary = own(choice, "S", summaries);
        Enclosed previous = own(choice, "0", minutes);
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
        return new Chosen(summary, translated(summary, summaries), previous, translated(previous, minutes), byMatter);
    }

    private static @Nullable Enclosed own(Choice choice, String number, Map<Language, UUID> editions) {
        UUID french = editions.get(Language.FRENCH);
        return french == null ? null : choice.own(number, french);
    }

    private Map<Language, Enclosed> translated(@Nullable Enclosed french, Map<Language, UUID> editions) {
        Map<Language, Enclosed> translated = new EnumMap<>(Language.class);
        if (french != null) {
            editions.forEach((language, document) -> {
                if (language != Language.FRENCH) {
                    translated.put(language, instead(french, document));
                }
            });
        }
        return translated;
    }

    /** The same paper in another language, bound where the French one is. */
    private Enclosed instead(Enclosed french, UUID document) {
        StoredDocument stored = documents.find(document).orElseThrow();
        return new Enclosed(
                french.number(),
                stored.id(),
                stored.name(),
                stored.size(),
                stored.sha256(),
                pagesOf(stored),
                french.isBound());
    }

    private @Nullable Integer pagesOf(StoredDocument stored) {
        try (InputStream content = documents.open(stored.id())) {
            return binder.pagesOf(stored.name(), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private final class Choice {

        private long size;

        /** A paper that the body made itself. */
        Enclosed own(String number, UUID document) {
            StoredDocument stored = documents.find(document).orElseThrow();
            return enclosed(number, stored, pagesOf(stored));
        }

        Enclosed enclosed(String number, StoredDocument file, @Nullable Integer pages) {
            boolean fits = pages != null && size + file.size() <= limit.toBytes();
            size += fits ? file.size() : 0;
            return new Enclosed(number, file.id(), file.name(), file.size(), file.sha256(), pages, fits);
        }
    }
}
