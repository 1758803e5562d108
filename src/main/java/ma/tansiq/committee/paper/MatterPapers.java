package ma.tansiq.committee.paper;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of matters. Those that were withdrawn stay in the table and are never read again. */
@Repository
public class MatterPapers {

    private final JdbcClient database;

    MatterPapers(JdbcClient database) {
        this.database = database;
    }

    /** By matter, in the order they came. */
    public List<MatterPaper> of(Collection<String> matters) {
        return database.sql("""
                        select document, matter, pages, added_by, added_at, packed_at from matter_paper
                        where matter = any(:matters) and withdrawn_at is null order by matter, number""")
                .param("matters", matters.toArray(String[]::new))
                .query(MatterPaper.class)
                .list();
    }

    void add(MatterPaper paper) {
        database.sql("""
                        insert into matter_paper (document, matter, pages, added_by, added_at)
                        values (:document, :matter, :pages, :by, :at)""")
                .param("document", paper.document())
                .param("matter", paper.matter())
                .param("pages", paper.pages())
                .param("by", paper.addedBy())
                .param("at", Timestamp.from(paper.addedAt()))
                .update();
    }

    /** Whether it was there to be withdrawn: not before, and not in a pack that left. */
    boolean withdraw(String matter, UUID document, String by, Instant at) {
        return database.sql("""
                        update matter_paper set withdrawn_by = :by, withdrawn_at = :at
                        where document = :document and matter = :matter and withdrawn_at is null and packed_at is null""")
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("document", document)
                        .param("matter", matter)
                        .update()
                == 1;
    }

    /** Those papers leave with a pack, and stay from now on. */
    void pack(Collection<UUID> documents, Instant at) {
        database.sql("update matter_paper set packed_at = :at where document = any(:documents) and packed_at is null")
                .param("at", Timestamp.from(at))
                .param("documents", documents.toArray(UUID[]::new))
                .update();
    }
}
