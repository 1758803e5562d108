package ma.tansiq.committee.session;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Secret ballots: who may vote, envelopes until the count, papers without names after it. */
@Repository
class Ballots {

    private static final String SELECT = """
            select b.id, b.meeting, b.position, b.session, b.sitting, b.added, b.question, b.status, b.opened_at, b.closed_at,
                   case when s.confidentiality <> 'SECRET' then i.title end as title,
                   (select count(*) from ballot_voter v where v.ballot = b.id) as seats,
                   (select count(*) from ballot_voter v where v.ballot = b.id and v.voted)
                       + (select count(*) from ballot_envelope e where e.ballot = b.id) as cast,
                   (select count(*) from ballot_paper p where p.ballot = b.id and p.choice = 'FOR') as in_favour,
                   (select count(*) from ballot_paper p where p.ballot = b.id and p.choice = 'AGAINST') as against,
                   (select count(*) from ballot_paper p where p.ballot = b.id and p.choice = 'ABSTAINED') as abstained
              from ballot b
              join agenda_item i on i.meeting = b.meeting and i.position = b.position
              join matter s on s.reference = i.matter
            """;

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;

    Ballots(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    record Envelope(String account, byte[] sealed) {}

    /** The latest first. */
    List<Ballot> of(String meeting) {
        return database.sql(SELECT + "where b.meeting = :meeting order by b.opened_at desc, b.id")
                .param("meeting", meeting)
                .query(Ballot.class)
                .list();
    }

    /** Those that wait for a vote of that person. */
    List<Ballot> waitingFor(String caster) {
        return database.sql(SELECT + """
                        where b.status = 'OPEN'
                          and exists (select 1 from ballot_voter v
                                       where v.ballot = b.id and v.caster = :caster
                                         and not exists (select 1 from ballot_envelope e
                                                          where e.ballot = v.ballot and e.account = v.account))
                        order by b.opened_at, b.id""")
                .param("caster", caster)
                .query(Ballot.class)
                .list();
    }

    Optional<Ballot> find(UUID id) {
        return database.sql(SELECT + "where b.id = :id")
                .param("id", id)
                .query(Ballot.class)
                .optional();
    }

    /** Its seats in the order of the sheet. */
    List<Ballot.Voice> voices(UUID ballot) {
        return database.sql("""
                        select v.account, coalesce(a.name, v.account) as name, v.caster,
                               v.voted or exists (select 1 from ballot_envelope e
                                                   where e.ballot = v.ballot and e.account = v.account) as voted
                          from ballot_voter v
                          join ballot b on b.id = v.ballot
                          left join attendance a on a.meeting = b.meeting and a.account = v.account
                         where v.ballot = :ballot order by a.ordinal, v.account""")
                .param("ballot", ballot)
                .query(Ballot.Voice.class)
                .list();
    }

    /** @return whether no other ballot on this item is open */
    boolean open(Ballot ballot, Map<String, String> casters, String by) {
        int opened = database.sql("""
                        insert into ballot (id, meeting, position, session, sitting, added, question, status, opened_by, opened_at)
                        values (:id, :meeting, :position, :session, :sitting, :added, :question, 'OPEN', :by, :at)
                        on conflict (meeting, position) where status = 'OPEN' do nothing""")
                .param("id", ballot.id())
                .param("meeting", ballot.meeting())
                .param("position", ballot.position())
                .param("session", ballot.session())
                .param("sitting", ballot.sitting())
                .param("added", ballot.added())
                .param("question", ballot.question())
                .param("by", by)
                .param("at", Timestamp.from(ballot.openedAt()))
                .update();
        if (opened == 1) {
            batch.batchUpdate(
                    "insert into ballot_voter (ballot, account, caster) values (:ballot, :account, :caster)",
                    casters.entrySet().stream()
                            .map(each ->
                                    Map.of("ballot", ballot.id(), "account", each.getKey(), "caster", each.getValue()))
                            .toArray(Map[]::new));
        }
        return opened == 1;
    }

    /** Whether it is open; until the end of the transaction nobody closes it. */
    boolean holdOpen(UUID id) {
        return database.sql("select status = 'OPEN' from ballot where id = :id for share")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether it is open; until the end of the transaction nobody votes or closes it. */
    boolean lockOpen(UUID id) {
        return database.sql("select status = 'OPEN' from ballot where id = :id for update")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** @return whether that seat had not voted */
    boolean cast(UUID ballot, String account, byte[] sealed) {
        return database.sql("""
                        insert into ballot_envelope (ballot, account, sealed) values (:ballot, :account, :sealed)
                        on conflict (ballot, account) do nothing""")
                        .param("ballot", ballot)
                        .param("account", account)
                        .param("sealed", sealed)
                        .update()
                == 1;
    }

    List<Envelope> envelopes(UUID ballot) {
        return database.sql("select account, sealed from ballot_envelope where ballot = :ballot")
                .param("ballot", ballot)
                .query(Envelope.class)
                .list();
    }

    /** Writes the papers in that order and destroys the envelopes; no paper: nothing is counted. */
    void close(UUID ballot, Ballot.Status status, List<Paper> papers, String by, Instant at) {
        database.sql("""
                        update ballot_voter v set voted = true
                         where v.ballot = :ballot
                           and exists (select 1 from ballot_envelope e
                                        where e.ballot = v.ballot and e.account = v.account)""").param("ballot", ballot).update();
        database.sql("delete from ballot_envelope where ballot = :ballot")
                .param("ballot", ballot)
                .update();
        if (!papers.isEmpty()) {
            batch.batchUpdate(
                    "insert into ballot_paper (id, ballot, choice) values (:id, :ballot, :choice)",
                    papers.stream()
                            .map(each -> Map.of(
                                    "id",
                                    each.id(),
                                    "ballot",
                                    ballot,
                                    "choice",
                                    each.choice().name()))
                            .toArray(Map[]::new));
        }
        database.sql("update ballot set status = :status, closed_by = :by, closed_at = :at where id = :ballot")
                .param("status", status.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("ballot", ballot)
                .update();
    }

    record Paper(UUID id, Choice choice) {}
}
