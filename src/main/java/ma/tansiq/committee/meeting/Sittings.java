package ma.tansiq.committee.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.engine.OncePerTransaction;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sittings of sessions that were suspended; a session of one sitting has none here. */
@Repository
public class Sittings {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;
    private final OncePerTransaction<String, List<Sitting>> read = new OncePerTransaction<>();

    Sittings(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    private record Person(int number, Attendance attendance) {}

    /** The first one first. */
    public List<Sitting> of(String meeting) {
        return read.get(meeting, this::read);
    }

    /** The latest that is on record. */
    Optional<Sitting> last(String meeting) {
        List<Sitting> all = of(meeting);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private List<Sitting> read(String meeting) {
        Map<Integer, List<Attendance>> sheets = database
                .sql("""
                        select * from sitting_attendance where meeting = :meeting order by number, ordinal""")
                .param("meeting", meeting)
                .query((row, each) -> new Person(row.getInt("number"), attendance(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Person::number, Collectors.mapping(Person::attendance, Collectors.toList())));
        return sheets.isEmpty()
                ? List.of()
                : database.sql("select * from sitting where meeting = :meeting order by number")
                        .param("meeting", meeting)
                        .query((row, each) -> sitting(row, sheets.getOrDefault(row.getInt("number"), List.of())))
                        .list();
    }

    private static Sitting sitting(ResultSet row, List<Attendance> sheet) throws SQLException {
        return new Sitting(
                row.getInt("number"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getString("place"),
                row.getString("presided_by"),
                new Quorum(row.getInt("quorum_voting"), row.getInt("quorum_required"), row.getInt("quorum_present")),
                row.getString("suspended_because"),
                sheet);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(column)).toInstant();
    }

    private static Attendance attendance(ResultSet row) throws SQLException {
        return new Attendance(
                row.getString("account"),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("category"),
                MemberRole.valueOf(row.getString("role")),
                row.getBoolean("voting"),
                null,
                null,
                row.getString("alternate"),
                null,
                Presence.valueOf(row.getString("presence")));
    }

    /** Keeps that sitting; what an earlier record, which nobody has signed, said of it is replaced. */
    public void keep(String meeting, Sitting sitting) {
        read.forget(meeting);
        database.sql("delete from sitting where meeting = :meeting and number = :number")
                .param("meeting", meeting)
                .param("number", sitting.number())
                .update();
        database.sql("""
                        insert into sitting (meeting, number, starts_at, ends_at, place, presided_by, quorum_voting,
                                             quorum_required, quorum_present, suspended_because)
                        values (:meeting, :number, :startsAt, :endsAt, :place, :presidedBy, :voting, :required,
                                :present, :because)""")
                .param("meeting", meeting)
                .param("number", sitting.number())
                .param("startsAt", Timestamp.from(sitting.startsAt()))
                .param("endsAt", Timestamp.from(sitting.endsAt()))
                .param("place", sitting.place())
                .param("presidedBy", sitting.presidedBy())
                .param("voting", sitting.quorum().voting())
                .param("required", sitting.quorum().required())
                .param("present", sitting.quorum().present())
                .param("because", sitting.suspendedBecause())
                .update();
        batch.batchUpdate(
                """
                insert into sitting_attendance (meeting, number, ordinal, account, name, organisation, category, role,
                                                voting, alternate, presence)
                values (:meeting, :number, :ordinal, :account, :name, :organisation, :category, :role, :voting,
                        :alternate, :presence)""",
                IntStream.range(0, sitting.sheet().size())
                        .mapToObj(each -> row(meeting, sitting, each))
                        .toArray(Map[]::new));
    }

    private static Map<String, Object> row(String meeting, Sitting sitting, int ordinal) {
        Attendance each = sitting.sheet().get(ordinal);
        Map<String, Object> row = new HashMap<>();
        row.put("meeting", meeting);
        row.put("number", sitting.number());
        row.put("ordinal", ordinal);
        row.put("account", each.account());
        row.put("name", each.name());
        row.put("organisation", each.organisation());
        row.put("category", each.category());
        row.put("role", each.role().name());
        row.put("voting", each.voting());
        row.put("alternate", each.alternate());
        row.put("presence", String.valueOf(each.presence()));
        return row;
    }
}
