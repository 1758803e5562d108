package ma.tansiq.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the outbox for those who look after it. */
@Component
class SentMail {

    static final int PAGE_SIZE = 50;

    private final JdbcClient database;

    SentMail(JdbcClient database) {
        this.database = database;
    }

    Optional<Mail> find(UUID id) {
        return database.sql("select * from mail where id = ?")
                .param(id)
                .query(Mail.class)
                .optional();
    }

    /** One page of the list, newest first. */
    List<Mail> page(MailFilter filter) {
        return database.sql("select * from mail where " + filter.condition()
                        + " order by position desc limit :size offset :skip")
                .params(filter.parameters())
                .param("size", PAGE_SIZE)
                .param("skip", (filter.page() - 1L) * PAGE_SIZE)
                .query(Mail.class)
                .list();
    }

    long count(MailFilter filter) {
        return database.sql("select count(*) from mail where " + filter.condition())
                .params(filter.parameters())
                .query(Long.class)
                .single();
    }

    /** How many mails stand where. */
    Map<MailState, Long> counts() {
        return database
                .sql("select state, count(*) from mail group by state")
                .query((row, number) -> Map.entry(MailState.valueOf(row.getString(1)), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
