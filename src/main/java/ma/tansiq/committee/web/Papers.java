package ma.tansiq.committee.web;

import java.util.List;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.paper.Paper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers of the reader's bodies. */
@Component
public class Papers {

    private final JdbcClient database;

    Papers(JdbcClient database) {
        this.database = database;
    }

    /** The latest twelve agenda packs, records of decisions and minutes; of sealed ones the newest version only. */
    public List<Paper> latest(Scope scope) {
        return database.sql("""
                        select meeting, body, kind, document, at from (
                            select m.reference as meeting, m.body, 'AGENDA_PACK' as kind, m.agenda_pack as document,
                                   (select max(h.at) from meeting_history h
                                     where h.meeting = m.reference and h.fact in ('AGENDA_DISTRIBUTED', 'AGENDA_DISTRIBUTED_LATE')) as at
                              from meeting m where m.agenda_pack is not null and m.body = any(:bodies)
                            union all
                            select s.meeting, m.body, s.kind, s.document, s.sealed_at
                              from signed_document s join meeting m on m.reference = s.meeting
                             where m.body = any(:bodies)
                               and s.version = (select max(v.version) from signed_document v
                                                 where v.meeting = s.meeting and v.kind = s.kind)) papers
                         where at is not null order by at desc, meeting, kind limit 12""")
                .param("bodies", scope.bodies().toArray(String[]::new))
                .query(Paper.class)
                .list();
    }
}
