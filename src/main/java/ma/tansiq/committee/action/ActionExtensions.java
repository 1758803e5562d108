package ma.tansiq.committee.action;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which actions were given more time, when, by whom and why. */
@Repository
public class ActionExtensions {

    private final JdbcClient database;

    ActionExtensions(JdbcClient database) {
        this.database = database;
    }

    /** @param dueBefore the day that it was due until then */
    public record Extension(
            LocalDate dueBefore, LocalDate dueOn, String reason, String extendedBy, Instant extendedAt) {}

    /** Oldest first. */
    public List<Extension> of(String action) {
        return database.sql("""
                        select due_before, due_on, reason, extended_by, extended_at
                        from action_extension where action = :action order by ordinal""").param("action", action).query(Extension.class).list();
    }

    void add(String action, Extension extension) {
        database.sql("""
                        insert into action_extension (action, ordinal, due_before, due_on, reason, extended_by, extended_at)
                        select :action, count(*) + 1, :before, :dueOn, :reason, :by, :at
                        from action_extension where action = :action""")
                .param("action", action)
                .param("before", extension.dueBefore())
                .param("dueOn", extension.dueOn())
                .param("reason", extension.reason())
                .param("by", extension.extendedBy())
                .param("at", Timestamp.from(extension.extendedAt()))
                .update();
    }
}
