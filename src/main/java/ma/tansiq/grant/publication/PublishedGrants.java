package ma.tansiq.grant.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.tansiq.LegalTime;
import ma.tansiq.grant.envelope.Dirhams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The grants that both sides have signed, those that ended since included; nothing that is still under embargo. */
@Repository
class PublishedGrants {

    private final JdbcClient database;

    PublishedGrants(JdbcClient database) {
        this.database = database;
    }

    /** Newest signature first. */
    @Transactional(readOnly = true)
    public List<PublishedGrant> all() {
        Map<String, List<PublishedGrant.Payment>> payments = payments();
        return database.sql("""
                        select a.reference, a.call, a.title, a.organisation,
                               coalesce(o.name_fr, a.organisation) as name_fr,
                               coalesce(o.name_ar, o.name_fr, a.organisation) as name_ar,
                               a.amount, a.signed_at, a.starts_on, a.ends_on, a.status
                          from grant_agreement a join organisation o on o.code = a.organisation
                         where a.signed_at is not null
                         order by a.signed_at desc, a.reference desc""").query((row, at) -> grant(row, payments)).list();
    }

    private Map<String, List<PublishedGrant.Payment>> payments() {
        return database
                .sql("""
                        select s.agreement, s.instalment, s.done_on, i.amount
                          from grant_payment_step s
                          join grant_instalment i on i.agreement = s.agreement and i.number = s.instalment
                         where s.step = 'PAYMENT' order by s.agreement, s.instalment""")
                .query((row, at) -> Map.entry(
                        row.getString("agreement"),
                        new PublishedGrant.Payment(
                                row.getInt("instalment"),
                                row.getObject("done_on", LocalDate.class),
                                new Dirhams(row.getBigDecimal("amount")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static PublishedGrant grant(ResultSet row, Map<String, List<PublishedGrant.Payment>> payments)
            throws SQLException {
        return new PublishedGrant(
                row.getString("reference"),
                row.getString("call"),
                row.getString("title"),
                row.getString("organisation"),
                row.getString("name_fr"),
                row.getString("name_ar"),
                new Dirhams(row.getBigDecimal("amount")),
                LocalDate.ofInstant(row.getTimestamp("signed_at").toInstant(), LegalTime.ZONE),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("status"),
                payments.getOrDefault(row.getString("reference"), List.of()));
    }
}
