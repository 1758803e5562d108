package ma.tansiq.committee.meeting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the items of each meeting go on, those that do. */
@Repository
public class Onwards {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;

    Onwards(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    private record Row(
            int position,
            @Nullable String referredTo,
            @Nullable String adopted,
            @Nullable String rest,
            @Nullable ItemOutcome restOutcome) {}

    /** By position. */
    public Map<Integer, Onward> of(String meeting) {
        Map<Integer, Onward> byPosition = new HashMap<>();
        database.sql("""
                        select position, referred_to, adopted, rest, rest_outcome from item_onward
                        where meeting = :meeting""")
                .param("meeting", meeting)
                .query(Row.class)
                .list()
                .forEach(row -> byPosition.put(
                        row.position(), new Onward(row.referredTo(), row.adopted(), row.rest(), row.restOutcome())));
        return byPosition;
    }

    /** Replaces what an earlier record of the session said. */
    public void replace(String meeting, List<SessionRecord.ItemRecord> items) {
        database.sql("delete from item_onward where meeting = :meeting")
                .param("meeting", meeting)
                .update();
        add(meeting, items);
    }

    /** What a further sitting of a suspended session says of the items that were still open. */
    public void add(String meeting, List<SessionRecord.ItemRecord> items) {
        List<SessionRecord.ItemRecord> moving =
                items.stream().filter(each -> each.onward() != null).toList();
        if (!moving.isEmpty()) {
            batch.batchUpdate(
                    """
                    insert into item_onward (meeting, position, referred_to, adopted, rest, rest_outcome)
                    values (:meeting, :position, :referredTo, :adopted, :rest, :restOutcome)""",
                    moving.stream()
                            .map(each -> row(meeting, each, java.util.Objects.requireNonNull(each.onward())))
                            .toArray(Map[]::new));
        }
    }

    private static Map<String, Object> row(String meeting, SessionRecord.ItemRecord item, Onward onward) {
        Map<String, Object> row = new HashMap<>();
        row.put("meeting", meeting);
        row.put("position", item.position());
        row.put("referredTo", onward.referredTo());
        row.put("adopted", onward.rest() == null ? null : item.decision());
        row.put("rest", onward.rest());
        row.put(
                "restOutcome",
                onward.restOutcome() == null ? null : onward.restOutcome().name());
        return row;
    }
}
