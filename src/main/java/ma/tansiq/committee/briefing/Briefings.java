package ma.tansiq.committee.briefing;

import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All briefings. */
@Repository
public class Briefings {

    private final JdbcClient database;

    Briefings(JdbcClient database) {
        this.database = database;
    }

    /**
     * How a body dealt with the matter before.
     *
     * @param meeting reference of its meeting
     * @param decision null where none was taken
     */
    record Earlier(
            String meeting,
            String outcome,
            @Nullable String discussion,
            @Nullable String decision) {}

    public List<Briefing> of(String meeting) {
        return database.sql("""
                        select meeting, matter, text, prepared_by, prepared_at from briefing
                        where meeting = :meeting order by matter""").param("meeting", meeting).query(Briefing.class).list();
    }

    /** Those on a matter, the latest first. */
    public List<Briefing> on(String matter) {
        return database.sql("""
                        select meeting, matter, text, prepared_by, prepared_at from briefing
                        where matter = :matter order by prepared_at desc""").param("matter", matter).query(Briefing.class).list();
    }

    /** A second one on the same item takes the place of the first. */
    void put(Briefing briefing) {
        database.sql("""
                        insert into briefing (meeting, matter, text, prepared_by, prepared_at)
                        values (:meeting, :matter, :text, :by, :at)
                        on conflict (meeting, matter) do update
                           set text = excluded.text, prepared_by = excluded.prepared_by,
                               prepared_at = excluded.prepared_at""")
                .param("meeting", briefing.meeting())
                .param("matter", briefing.matter())
                .param("text", briefing.text())
                .param("by", briefing.preparedBy())
                .param("at", Timestamp.from(briefing.preparedAt()))
                .update();
    }

    /** What signed records say of the matter, oldest first. */
    List<Earlier> earlier(String matter) {
        return database.sql("""
                        select i.meeting, i.outcome, i.discussion, d.text as decision
                          from agenda_item i
                          join meeting m on m.reference = i.meeting
                          left join decision d on d.meeting = i.meeting and d.position = i.position
                         where i.matter = :matter and i.outcome is not null
                           and m.status in ('MINUTES_DRAFT', 'MINUTES_APPROVED')
                         order by i.passage, d.reference""").param("matter", matter).query(Earlier.class).list();
    }
}
