package ma.tansiq.committee.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import ma.tansiq.committee.body.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of actions, within what their reader may see; titles of secret matters stay hidden from all but the owner. */
@Component
public class ActionOverviews {

    private static final String SELECT = """
            select a.reference, a.meeting, a.body, a.owner, a.organisation, a.due_on, a.status, a.progress,
                   (s.confidentiality = 'SECRET' and a.owner <> :account) as hidden,
                   case when s.confidentiality = 'SECRET' and a.owner <> :account then '' else a.title end as title
              from action a
              join decision d on d.reference = a.decision
              join agenda_item i on i.meeting = d.meeting and i.position = d.position
              join matter s on s.reference = i.matter
             where (:everything or a.body = any(:bodies) or a.owner = :account)
            """;

    private final JdbcClient database;
    private final Clock clock;

    ActionOverviews(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One page, the most urgent first; one more than a page when there is another page. */
    public List<ActionOverview> find(ActionFilter filter, Scope scope) {
        return within(scope, SELECT + """
                               and (:body = '' or a.body = :body)
                               and (:owner = '' or a.owner = :owner)
                               and (:status = '' or a.status = :status
                                    or :status in ('OPEN', 'LATE') and a.status not in ('DONE', 'CANCELLED')
                                       and (:status = 'OPEN' or a.due_on < :today))
                             order by a.status in ('DONE', 'CANCELLED'), a.due_on, a.reference
                             offset :offset limit :limit""")
                .param("body", filter.body())
                .param("owner", filter.owner())
                .param("status", filter.status())
                .param("today", LocalDate.now(clock))
                .param("offset", filter.offset())
                .param("limit", ActionFilter.PAGE + 1)
                .query(ActionOverview.class)
                .list();
    }

    /** What the reader has to carry out, the most urgent first. */
    public List<ActionOverview> ownedOpen(Scope scope) {
        return find(new ActionFilter("", "OPEN", scope.account(), 0), scope);
    }

    List<ActionOverview> of(String meeting, Scope scope) {
        return within(scope, SELECT + " and a.meeting = :meeting order by a.reference")
                .param("meeting", meeting)
                .query(ActionOverview.class)
                .list();
    }

    private JdbcClient.StatementSpec within(Scope scope, String sql) {
        return database.sql(sql)
                .param("account", scope.account())
                .param("everything", scope.everything())
                .param("bodies", scope.bodies().toArray(String[]::new));
    }
}
