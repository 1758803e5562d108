package ma.tansiq.committee.matter;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All referrals; none is ever changed. */
@Repository
class Referrals {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;

    Referrals(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    /** In the order in which they happened, matter by matter. */
    List<Referral> of(Collection<String> matters) {
        return database.sql("""
                        select matter, passage, body, way, sent_by, text_version, sent_at from referral
                        where matter in (:matters) order by matter, passage""").param("matters", matters).query(Referral.class).list();
    }

    void add(List<Referral> referrals) {
        batch.batchUpdate("""
                insert into referral (matter, passage, body, way, sent_by, text_version, sent_at)
                values (:matter, :passage, :body, :way, :sentBy, :textVersion, :sentAt)""", referrals.stream().map(Referrals::row).toArray(Map[]::new));
    }

    private static Map<String, Object> row(Referral each) {
        Map<String, Object> row = new HashMap<>();
        row.put("matter", each.matter());
        row.put("passage", each.passage());
        row.put("body", each.body());
        row.put("way", each.way().name());
        row.put("sentBy", each.sentBy());
        row.put("textVersion", each.textVersion());
        row.put("sentAt", Timestamp.from(each.sentAt()));
        return row;
    }
}
