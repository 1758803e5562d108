package ma.tansiq.committee.web;

import java.util.List;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.engine.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists of matters, within what their reader may see (rule B8): of bodies where the reader sits, or by name. A secret
 * one shows its title to whoever proposed it, those named, and the chair and secretary of its bodies; nobody else finds it
 * by its title either. Whoever is asked for an opinion on a matter finds it too (rule B6).
 */
@Component
class MatterOverviews {

    private final JdbcClient database;
    private final Accounts accounts;

    MatterOverviews(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** One page; one more than a page when there is another page. */
    List<MatterOverview> find(MatterFilter filter, Scope scope) {
        return database.sql("""
                        select reference, case when hidden then '' else title end as title, hidden, status, body, since,
                               sent_by, meeting, starts_at, waiting, unacknowledged, asked
                          from (select s.reference, s.title, s.status, s.body, s.year, s.number, s.part,
                                       coalesce(r.sent_at, s.created_at) as since, i.meeting, i.starts_at,
                                       case when r.way <> 'DEFERRED' then r.sent_by end as sent_by,
                                       s.confidentiality = 'SECRET' and s.proposed_by is distinct from :account
                                           and not named.it and not b.codes && cast(:offices as text[]) as hidden,
                                       array_to_string(array_remove(b.codes, s.body), ' ') as waiting,
                                       (select string_agg(distinct e.body, ' ') from extract e
                                         where e.matter = s.reference and e.acknowledged_at is null) as unacknowledged,
                                       (:everything or b.codes && cast(:bodies as text[])
                                           or s.confidentiality = 'SECRET' and named.it
                                           or s.confidentiality <> 'SECRET' and opinion.it) as seen,
                                       opinion.open as asked,
                                       (:body = '' or :body = any(b.codes)) as before_it
                                  from matter s
                                  left join referral r on r.matter = s.reference and r.passage = s.passage
                                  cross join lateral (
                                       select array_agg(distinct c.body) as codes
                                         from (select s.first_body as body union select s.body
                                               union select x.body from referral x where x.matter = s.reference) c) b
                                  cross join lateral (
                                       select exists (select 1 from matter_named n
                                                       where n.matter = s.reference and n.account = :account) as it) named
                                  cross join lateral (
                                       select count(*) > 0 as it, coalesce(bool_or(o.status = 'OPEN'), false) as open
                                         from opinion_request o
                                        where o.matter = s.reference and o.status <> 'WITHDRAWN'
                                          and coalesce(o.person, o.office) = any(cast(:advisers as text[]))) opinion
                                  left join lateral (
                                       select a.meeting, m.starts_at
                                         from agenda_item a join meeting m on m.reference = a.meeting
                                        where a.matter = s.reference and a.passage = s.passage and s.status = 'ON_AGENDA'
                                          and m.status <> 'CANCELLED'
                                        order by m.opened_at desc limit 1) i on true
                                 where case :status when '' then true
                                            when 'OPEN' then s.status <> 'CLOSED'
                                            when 'WAITING' then s.status = 'BACKLOG'
                                            when 'REFERRED' then s.status <> 'CLOSED' and r.way <> 'DEFERRED'
                                            when 'ASKED' then opinion.open
                                            else s.status = :status end) found
                         where seen and before_it
                           and (:text = '' or position(lower(:text) in lower(reference)) > 0
                                or not hidden and position(lower(:text) in lower(title)) > 0)
                         order by case :sort when 'waiting' then since when 'session' then starts_at end nulls last,
                                  year, number, part
                         offset :offset limit :limit""")
                .param("account", scope.account())
                .param("advisers", advisers(scope))
                .param("everything", scope.everything())
                .param("bodies", scope.bodies().toArray(String[]::new))
                .param("offices", scope.offices().toArray(String[]::new))
                .param("body", filter.body())
                .param("status", filter.status())
                .param("text", filter.text())
                .param("sort", filter.sort())
                .param("offset", filter.offset())
                .param("limit", MatterFilter.PAGE + 1)
                .query(MatterOverview.class)
                .list();
    }

    /** Whether the person was ever asked for an opinion that was not given up since. */
    boolean advises(Scope scope) {
        return database.sql("""
                        select exists (select 1 from opinion_request
                                        where status <> 'WITHDRAWN'
                                          and coalesce(person, office) = any(cast(:advisers as text[])))""")
                .param("advisers", advisers(scope))
                .query(Boolean.class)
                .single();
    }

    /** As whom the person can be asked: by account, or by office. */
    private String[] advisers(Scope scope) {
        return Stream.concat(Stream.of(scope.account()), accounts.groupsOf(scope.account()).stream())
                .toArray(String[]::new);
    }
}
