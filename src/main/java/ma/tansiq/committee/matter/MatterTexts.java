package ma.tansiq.committee.matter;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts that matters had before they were corrected; none is ever changed. */
@Repository
class MatterTexts {

    private final JdbcClient database;

    MatterTexts(JdbcClient database) {
        this.database = database;
    }

    /**
     * A text that was replaced.
     *
     * @param version 1 for the first
     * @param motive why it was replaced
     */
    public record Earlier(
            int version, String title, String text, Instant replacedAt, String replacedBy, String motive) {}

    List<Earlier> of(String matter) {
        return database.sql("""
                        select version, title, text, replaced_at, replaced_by, motive from matter_earlier_text
                        where matter = :matter order by version""").param("matter", matter).query(Earlier.class).list();
    }

    void add(String matter, Earlier text) {
        database.sql("""
                        insert into matter_earlier_text (matter, version, title, text, replaced_at, replaced_by, motive)
                        values (:matter, :version, :title, :text, :at, :by, :motive)""")
                .param("matter", matter)
                .param("version", text.version())
                .param("title", text.title())
                .param("text", text.text())
                .param("at", Timestamp.from(text.replacedAt()))
                .param("by", text.replacedBy())
                .param("motive", text.motive())
                .update();
    }
}
