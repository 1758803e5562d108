package ma.tansiq.committee.paper;

import java.util.List;
import ma.tansiq.document.StoredDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the circles of people that a document of a meeting, action or matter is for. */
@Repository
class DocumentReaders {

    private final JdbcClient database;

    DocumentReaders(JdbcClient database) {
        this.database = database;
    }

    /**
     * One way to be entitled.
     *
     * @param meeting whose convoked people may read it; null for a matter that no agenda has yet
     * @param secret whether of the body only chair and secretary may
     * @param holder account that may read it in any case: an action's owner, or whoever proposed the matter
     */
    record Circle(
            String body,
            @Nullable String meeting,
            boolean secret,
            @Nullable String holder) {}

    /** None for documents of other modules and for papers that were withdrawn. */
    List<Circle> of(StoredDocument document) {
        return database.sql("""
                        select m.body, m.reference as meeting, false as secret, null as holder
                          from meeting m where m.reference = :owner
                        union all
                        select a.body, a.meeting, s.confidentiality = 'SECRET', a.owner
                          from action a
                          join decision d on d.reference = a.decision
                          join agenda_item i on i.meeting = d.meeting and i.position = d.position
                          join matter s on s.reference = i.matter
                         where a.reference = :owner
                        union all
                        select coalesce(m.body, s.body), m.reference, s.confidentiality = 'SECRET', s.proposed_by
                          from matter s
                          join matter_paper p on p.matter = s.reference and p.document = :id and p.withdrawn_at is null
                          left join agenda_item i on i.matter = s.reference
                          left join meeting m on m.reference = i.meeting
                         where s.reference = :owner""")
                .param("owner", document.owner())
                .param("id", document.id())
                .query(Circle.class)
                .list();
    }
}
