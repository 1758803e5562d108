package ma.tansiq.committee.matter;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may know each secret matter beside chair, secretary and whoever proposed it (rule B8). */
@Repository
public class NamedPeople {

    private final JdbcClient database;

    NamedPeople(JdbcClient database) {
        this.database = database;
    }

    /** Accounts. */
    public List<String> of(String matter) {
        return database.sql("select account from matter_named where matter = :matter order by account")
                .param("matter", matter)
                .query(String.class)
                .list();
    }

    public boolean includes(String matter, String account) {
        return of(matter).contains(account);
    }

    /** Keeps who is named from now on, and what was decided by whom. */
    void classify(String matter, String level, Set<String> named, String by, Instant at) {
        database.sql("delete from matter_named where matter = :matter")
                .param("matter", matter)
                .update();
        for (String each : named) {
            database.sql(
                            "insert into matter_named (matter, account, named_by, named_at) values (:matter, :account, :by, :at)")
                    .param("matter", matter)
                    .param("account", each)
                    .param("by", by)
                    .param("at", Timestamp.from(at))
                    .update();
        }
        database.sql("""
                        insert into matter_classification (matter, level, named, by, at)
                        values (:matter, :level, :named, :by, :at)""")
                .param("matter", matter)
                .param("level", level)
                .param("named", String.join(" ", named.stream().sorted().toList()))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }
}
