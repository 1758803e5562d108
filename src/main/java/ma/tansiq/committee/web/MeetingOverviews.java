package ma.tansiq.committee.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.committee.body.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of meetings, within what their reader may see. */
@Component
public class MeetingOverviews {

    private static final String SELECT = """
            select m.reference, m.body, m.status, m.session, m.starts_at, m.ends_at, m.place,
                   (select count(*) from agenda_item i where i.meeting = m.reference) as items,
                   m.agenda_pack is not null as agenda_sent,
                   m.sitting > 1 and m.status in ('OPENED', 'PLANNED', 'CONVENED') as suspended,
                   (select a.answer from attendance a
                     where a.meeting = m.reference and a.account = :account) as answer
              from meeting m
             where (:everything or m.body = any(:bodies))
            """;

    private final JdbcClient database;

    MeetingOverviews(JdbcClient database) {
        this.database = database;
    }

    /** One page, the latest first, those without a date before all; one more than a page when there is another page. */
    public List<MeetingOverview> find(MeetingFilter filter, Scope scope) {
        return within(scope, SELECT + """
                               and (:body = '' or m.body = :body)
                               and (:year = 0 or m.year = :year)
                               and (:status = '' or m.status = :status
                                    or :status = 'OPEN' and m.status not in ('CANCELLED', 'MINUTES_APPROVED'))
                             order by m.starts_at desc nulls first, m.reference
                             offset :offset limit :limit""")
                .param("body", filter.body())
                .param("year", filter.year())
                .param("status", filter.status())
                .param("offset", filter.offset())
                .param("limit", MeetingFilter.PAGE + 1)
                .query(MeetingOverview.class)
                .list();
    }

    /** Meetings of the reader's own bodies that are still to be held, the nearest first, those without a date last. */
    public List<MeetingOverview> ahead(Scope scope) {
        return within(ownBodies(scope), SELECT + """
                               and m.status in ('OPENED', 'PLANNED', 'CONVENED')
                             order by m.starts_at nulls last, m.reference limit 50""")
                .query(MeetingOverview.class)
                .list();
    }

    /** How many meetings stand in each state, in the order of a meeting's life; states without a meeting are left out. */
    public Map<String, Long> byStatus(String body, Scope scope) {
        Map<String, Long> counts = new LinkedHashMap<>();
        within(scope, """
                        select m.status, count(*) as meetings from meeting m
                         where (:everything or m.body = any(:bodies)) and (:body = '' or m.body = :body)
                         group by m.status
                         order by array_position(array['OPENED', 'PLANNED', 'CONVENED', 'HELD', 'MINUTES_DRAFT',
                                                       'MINUTES_APPROVED', 'CANCELLED'], m.status)""").param("body", body).query(row -> {
            counts.put(row.getString("status"), row.getLong("meetings"));
        });
        return counts;
    }

    private JdbcClient.StatementSpec within(Scope scope, String sql) {
        return database.sql(sql)
                .param("account", scope.account())
                .param("everything", scope.everything())
                .param("bodies", scope.bodies().toArray(String[]::new));
    }

    private static Scope ownBodies(Scope scope) {
        return new Scope(scope.account(), false, scope.bodies(), scope.offices());
    }
}
