package ma.tansiq.committee.meeting;

import java.util.List;
import java.util.Map;
import ma.tansiq.engine.OncePerTransaction;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agenda of each meeting. */
@Repository
public class Agendas {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;
    private final OncePerTransaction<String, List<AgendaItem>> read = new OncePerTransaction<>();

    Agendas(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    /** Somebody classified a matter anew. */
    public void classified() {
        read.forgetIf(meeting -> true);
    }

    /** In the order of the agenda. */
    public List<AgendaItem> of(String meeting) {
        return read.get(meeting, this::read);
    }

    private List<AgendaItem> read(String meeting) {
        return database.sql("""
                        select i.position, i.matter, i.passage, i.title, i.text, i.text_version, i.proposed_by,
                               s.confidentiality, i.outcome, i.discussion, array_to_string(i.touches, ' ') as touches
                          from agenda_item i join matter s on s.reference = i.matter
                         where i.meeting = :meeting order by i.position""")
                .param("meeting", meeting)
                .query(AgendaItem.class)
                .list();
    }

    public void replace(String meeting, List<AgendaItem> items) {
        read.forget(meeting);
        database.sql("delete from agenda_item where meeting = :meeting")
                .param("meeting", meeting)
                .update();
        add(meeting, items);
    }

    void add(String meeting, List<AgendaItem> items) {
        read.forget(meeting);
        batch.batchUpdate("""
                insert into agenda_item
                    (meeting, position, matter, passage, title, text, text_version, proposed_by)
                values (:meeting, :position, :matter, :passage, :title, :text, :textVersion, :proposedBy)""", items.stream().map(item -> row(meeting, item)).toArray(Map[]::new));
    }

    public void recordOutcomes(String meeting, List<SessionRecord.ItemRecord> outcomes) {
        read.forget(meeting);
        batch.batchUpdate(
                """
                update agenda_item set outcome = :outcome, discussion = :discussion,
                                       touches = string_to_array(:touches, ' ')
                where meeting = :meeting and position = :position""", outcomes.stream().map(each -> outcome(meeting, each)).toArray(Map[]::new));
    }

    /** What the session did not come to is deferred (rule B5). */
    void deferTheRest(String meeting) {
        read.forget(meeting);
        database.sql("update agenda_item set outcome = 'DEFERRED' where meeting = :meeting and outcome is null")
                .param("meeting", meeting)
                .update();
    }

    /**
     * The matter's new text takes the place of the earlier one wherever it is still to be dealt with.
     *
     * @return whether a pack with the earlier text has left
     */
    public boolean correct(Matter matter) {
        read.forgetIf(meeting -> true);
        return database.sql("""
                        update agenda_item i set title = :title, text = :text, text_version = :version from meeting m
                        where m.reference = i.meeting and i.matter = :matter and i.outcome is null
                          and m.status in ('OPENED', 'PLANNED', 'CONVENED')
                        returning m.agenda_pack is not null""")
                .param("title", matter.title())
                .param("text", matter.text())
                .param("version", matter.textVersion())
                .param("matter", matter.reference())
                .query(Boolean.class)
                .list()
                .contains(true);
    }

    /** @param discussions what was said, by position */
    public void recordDiscussions(String meeting, Map<Integer, String> discussions) {
        read.forget(meeting);
        batch.batchUpdate(
                "update agenda_item set discussion = :discussion where meeting = :meeting and position = :position",
                discussions.entrySet().stream()
                        .map(each ->
                                Map.of("meeting", meeting, "position", each.getKey(), "discussion", each.getValue()))
                        .toArray(Map[]::new));
    }

    private static Map<String, Object> row(String meeting, AgendaItem item) {
        Map<String, Object> row = new java.util.HashMap<>();
        row.put("meeting", meeting);
        row.put("position", item.position());
        row.put("matter", item.matter());
        row.put("passage", item.passage());
        row.put("title", item.title());
        row.put("text", item.text());
        row.put("textVersion", item.textVersion());
        row.put("proposedBy", item.proposedBy());
        return row;
    }

    private static Map<String, Object> outcome(String meeting, SessionRecord.ItemRecord each) {
        Map<String, Object> row = new java.util.HashMap<>();
        row.put("meeting", meeting);
        row.put("position", each.position());
        row.put("outcome", each.outcome() == null ? null : each.outcome().name());
        row.put("discussion", each.discussion());
        row.put("touches", String.join(" ", each.touches()));
        return row;
    }
}
