package ma.tansiq.committee.web;

import java.util.List;
import java.util.Optional;
import ma.tansiq.committee.matter.Extract;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a matter's file. */
@Component
class MatterFiles {

    private final JdbcClient database;

    MatterFiles(JdbcClient database) {
        this.database = database;
    }

    /** The file, all of one moment. */
    @Transactional(readOnly = true)
    public Optional<MatterFile> find(String reference) {
        return read(reference, MatterFile.Head.class, """
                        select reference, first_body, body, title, text, text_version, status, confidentiality,
                               proposed_by, created_at, parent
                          from matter where reference = :matter""")
                .optional()
                .map(head -> new MatterFile(
                        head,
                        passages(reference).list(),
                        earlier(reference).list(),
                        extracts(reference).list(),
                        actions(reference).list(),
                        head.parent() == null ? parts(reference).list() : List.of(),
                        dropped(reference).optional()));
    }

    /**
     * A meeting that was cancelled dealt with nothing: the passage goes on to the next agenda. A part has the passages of
     * the whole until the session that split it, and there an outcome of its own.
     */
    private JdbcClient.MappedQuerySpec<MatterFile.Passage> passages(String reference) {
        return read(reference, MatterFile.Passage.class, """
                        select p.number, p.body, p.way, p.sent_by, p.since, i.meeting, i.starts_at, i.outcome,
                               i.text_version, d.reference as decision, d.text as decision_text
                          from (select 1 as number, first_body as body, 'PROPOSED' as way, null as sent_by,
                                       created_at as since from matter where reference = :matter
                                union all
                                select passage, body, way, sent_by, sent_at from referral where matter = :matter) p
                          join matter s on s.reference = :matter
                          left join lateral (
                               select a.meeting, a.position, m.starts_at, a.text_version,
                                      case when m.status in ('MINUTES_DRAFT', 'MINUTES_APPROVED')
                                           then case when p.number = s.split_at then s.part_outcome else a.outcome end
                                           end as outcome
                                 from agenda_item a join meeting m on m.reference = a.meeting
                                where a.matter = case when p.number <= s.split_at then s.parent else s.reference end
                                  and a.passage = p.number and m.status <> 'CANCELLED'
                                order by m.opened_at desc limit 1) i on true
                          left join decision d on i.outcome is not null
                               and d.meeting = i.meeting and d.position = i.position
                               and (s.part <= 1 or p.number > s.split_at)
                         order by p.number""");
    }

    private JdbcClient.MappedQuerySpec<MatterFile.Earlier> earlier(String reference) {
        return read(reference, MatterFile.Earlier.class, """
                        select version, title, text, replaced_at, replaced_by, motive
                          from matter_earlier_text where matter = :matter order by version desc""");
    }

    private JdbcClient.MappedQuerySpec<Extract> extracts(String reference) {
        return read(reference, Extract.class, """
                        select meeting, matter, body, round, sent_at, due_at, acknowledged_at, acknowledged_by, way, motive
                          from extract where matter = :matter order by round, sent_at, body""");
    }

    private JdbcClient.MappedQuerySpec<MatterFile.FollowUp> actions(String reference) {
        return read(reference, MatterFile.FollowUp.class, """
                        select a.reference, a.meeting, a.title, a.owner, a.due_on, a.status, a.progress
                          from action a
                          join decision d on d.reference = a.decision
                          join agenda_item i on i.meeting = d.meeting and i.position = d.position
                          join meeting m on m.reference = a.meeting
                          join matter s on s.reference = :matter
                         where (i.matter = s.reference or s.part = 1 and i.matter = s.parent and i.passage = s.split_at)
                           and m.status in ('MINUTES_DRAFT', 'MINUTES_APPROVED')
                         order by a.due_on, a.reference""");
    }

    private JdbcClient.MappedQuerySpec<MatterFile.Dropped> dropped(String reference) {
        return read(reference, MatterFile.Dropped.class, """
                        select meeting, act, motive, dropped_at from matter_dropped where matter = :matter""");
    }

    private JdbcClient.MappedQuerySpec<MatterFile.Part> parts(String reference) {
        return read(reference, MatterFile.Part.class, """
                        select reference, title, part_outcome as outcome, status
                          from matter where parent = :matter order by part""");
    }

    private <T> JdbcClient.MappedQuerySpec<T> read(String matter, Class<T> type, String sql) {
        return database.sql(sql).param("matter", matter).query(type);
    }
}
