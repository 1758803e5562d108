package ma.tansiq.committee.web;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.tansiq.committee.paper.MatterPaper;
import ma.tansiq.committee.paper.MatterPapers;
import ma.tansiq.document.Documents;
import ma.tansiq.document.StoredDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the papers of a meeting's matters, on its agenda or waiting for it. */
@Component
class ItemPapers {

    private final JdbcClient database;
    private final MatterPapers papers;
    private final Documents documents;

    ItemPapers(JdbcClient database, MatterPapers papers, Documents documents) {
        this.database = database;
        this.papers = papers;
        this.documents = documents;
    }

    /**
     * A file of a matter.
     *
     * @param packed whether it left with a pack, so that it stays
     */
    record Paper(UUID document, String name, long size, String addedBy, Instant addedAt, boolean packed) {}

    /** A matter that papers can be filed with. */
    record Item(
            String matter,
            String title,
            @Nullable String proposedBy,
            boolean secret,
            @Nullable Integer position) {}

    /** By matter, in the order they came; a matter without papers is left out. */
    Map<String, List<Paper>> of(Collection<String> matters) {
        List<MatterPaper> filed = papers.of(matters);
        Map<UUID, StoredDocument> stored =
                documents.find(filed.stream().map(MatterPaper::document).toList());
        return filed.stream()
                .collect(Collectors.groupingBy(
                        MatterPaper::matter,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                each -> paper(each, Objects.requireNonNull(stored.get(each.document()))),
                                Collectors.toList())));
    }

    /** What is on the agenda, then what waits in the backlog of the meeting's body. */
    List<Item> items(String meeting) {
        return database.sql("""
                        select s.reference as matter, coalesce(i.title, s.title) as title, s.proposed_by,
                               s.confidentiality = 'SECRET' as secret, i.position
                          from meeting m
                          join matter s on true
                          left join agenda_item i on i.meeting = m.reference and i.matter = s.reference
                         where m.reference = :meeting
                           and (i.position is not null or s.body = m.body and s.status = 'BACKLOG')
                         order by i.position nulls last, s.created_at, s.reference""").param("meeting", meeting).query(Item.class).list();
    }

    /** What is on the agenda and still to be dealt with. */
    List<Item> open(String meeting) {
        return database.sql("""
                        select s.reference as matter, i.title, s.proposed_by, s.confidentiality = 'SECRET' as secret, i.position
                          from agenda_item i join matter s on s.reference = i.matter
                         where i.meeting = :meeting and i.outcome is null order by i.position""").param("meeting", meeting).query(Item.class).list();
    }

    private static Paper paper(MatterPaper paper, StoredDocument stored) {
        return new Paper(
                stored.id(), stored.name(), stored.size(), paper.addedBy(), paper.addedAt(), paper.packedAt() != null);
    }
}
