package ma.tansiq.committee.web;

import java.util.List;
import java.util.Optional;
import ma.tansiq.committee.body.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a meeting's file. Restricted matters show to members of the body, secret ones to its chair and secretary alone. */
@Component
class MeetingFiles {

    private final JdbcClient database;
    private final ActionOverviews actions;

    MeetingFiles(JdbcClient database, ActionOverviews actions) {
        this.database = database;
        this.actions = actions;
    }

    /**
     * The file, all of one moment.
     *
     * @param secrets whether the reader may know the body's secret matters
     */
    @Transactional(readOnly = true)
    public Optional<MeetingFile> find(String reference, Scope scope, boolean secrets) {
        return head(reference)
                .map(head -> new MeetingFile(
                        head,
                        items(reference, secrets),
                        attendance(reference),
                        actions.of(reference, scope),
                        sealed(reference)));
    }

    Optional<MeetingFile.Head> head(String reference) {
        return database.sql("""
                        select m.reference, m.body, m.status, m.session, m.sitting, m.sequence, m.starts_at, m.ends_at, m.place, m.link,
                               m.urgency_motive, m.change_reason, m.agenda_status, m.agenda_remark, m.presided_by,
                               m.quorum_voting, m.quorum_required, m.quorum_present, m.quorum_reached,
                               p.status as minutes_status,
                               case when p.status = 'IN_REVIEW' then p.silence_ends_at end as silence_ends_at,
                               p.correction_motive, p.decisions_altered, m.agenda_pack,
                               (select detail from meeting_history h
                                 where h.meeting = m.reference and h.fact = 'OPENED_BESIDE') as opening_motive
                          from meeting m left join minutes p on p.meeting = m.reference
                         where m.reference = :reference""")
                .param("reference", reference)
                .query(MeetingFile.Head.class)
                .optional();
    }

    private List<MeetingFile.Item> items(String meeting, boolean secrets) {
        return database.sql("""
                        select i.position, i.matter, hidden,
                               case when not hidden then i.title end as title,
                               case when not hidden then i.text end as text,
                               case when not hidden then i.proposed_by end as proposed_by,
                               case when not hidden then i.outcome end as outcome,
                               case when not hidden then i.discussion end as discussion,
                               case when not hidden then d.reference end as decision,
                               case when not hidden then d.version end as decision_version,
                               case when not hidden then d.text end as decision_text,
                               case when not hidden then nullif(array_to_string(i.touches, ', '), '') end as touches,
                               case when not hidden then t.bodies end as told,
                               case when not hidden then t.version end as told_version,
                               case when not hidden then t.at end as told_at
                          from agenda_item i
                          join matter s on s.reference = i.matter
                          cross join lateral (select s.confidentiality = 'SECRET' and not :secrets as hidden) h
                          left join decision d on d.meeting = i.meeting and d.position = i.position
                          left join lateral (
                               select string_agg(x.body, ', ' order by length(x.body), x.body) as bodies, x.version, max(x.at) as at
                                 from decision_told x where x.decision = d.reference
                                group by x.version order by x.version desc limit 1) t on true
                         where i.meeting = :meeting order by i.position""")
                .param("meeting", meeting)
                .param("secrets", secrets)
                .query(MeetingFile.Item.class)
                .list();
    }

    private List<MeetingFile.Seat> attendance(String meeting) {
        return database.sql("""
                        select account, name, organisation, role, voting, answer, alternate, presence
                          from attendance where meeting = :meeting order by ordinal""")
                .param("meeting", meeting)
                .query(MeetingFile.Seat.class)
                .list();
    }

    private List<MeetingFile.Sealed> sealed(String meeting) {
        return database.sql("""
                        select kind, version, document, sha256, earlier_sha256, motive, signatory, signed_at, sealed_at, paper_scan, paper_signed_on,
                               registry_number
                          from signed_document where meeting = :meeting order by kind, version desc""")
                .param("meeting", meeting)
                .query(MeetingFile.Sealed.class)
                .list();
    }
}
