package ma.tansiq.committee.meeting;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.tansiq.engine.OncePerTransaction;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The attendance sheet of each meeting: who was convoked, what each answered, who came. */
@Repository
public class AttendanceSheets {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;
    private final OncePerTransaction<String, List<Attendance>> read = new OncePerTransaction<>();

    AttendanceSheets(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    /** In the order of protocol: chair, vice-chair, members, observers, guests. */
    public List<Attendance> of(String meeting) {
        return read.get(meeting, this::read);
    }

    private List<Attendance> read(String meeting) {
        return database.sql("""
                        select account, name, organisation, category, role, voting, answer, answered_at, alternate,
                               remark, presence
                        from attendance where meeting = :meeting order by ordinal""")
                .param("meeting", meeting)
                .query(Attendance.class)
                .list();
    }

    public Optional<Attendance> of(String meeting, String account) {
        return of(meeting).stream()
                .filter(each -> each.account().equals(account))
                .findFirst();
    }

    /** Replaces the whole sheet: earlier answers and presences are gone. */
    public void replace(String meeting, List<Attendance> sheet) {
        read.forget(meeting);
        database.sql("delete from attendance where meeting = :meeting")
                .param("meeting", meeting)
                .update();
        Map<?, ?>[] rows = new Map<?, ?>[sheet.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(meeting, i, sheet.get(i));
        }
        batch.batchUpdate(
                """
                insert into attendance (meeting, ordinal, account, name, organisation, category, role, voting,
                                        answer, answered_at, alternate, remark, presence)
                values (:meeting, :ordinal, :account, :name, :organisation, :category, :role, :voting,
                        :answer, :answeredAt, :alternate, :remark, :presence)""", org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils.createBatch((Object[]) rows));
    }

    void answer(String meeting, Attendance answered) {
        read.forget(meeting);
        database.sql("""
                        update attendance
                        set answer = :answer, answered_at = :answeredAt, alternate = :alternate, remark = :remark
                        where meeting = :meeting and account = :account""").params(row(meeting, 0, answered)).update();
    }

    private static Map<String, Object> row(String meeting, int ordinal, Attendance each) {
        Map<String, Object> row = new HashMap<>();
        row.put("meeting", meeting);
        row.put("ordinal", ordinal);
        row.put("account", each.account());
        row.put("name", each.name());
        row.put("organisation", each.organisation());
        row.put("category", each.category());
        row.put("role", each.role().name());
        row.put("voting", each.voting());
        row.put("answer", each.answer() == null ? null : each.answer().name());
        row.put("answeredAt", each.answeredAt() == null ? null : Timestamp.from(each.answeredAt()));
        row.put("alternate", each.alternate());
        row.put("remark", each.remark());
        row.put("presence", each.presence() == null ? null : each.presence().name());
        return row;
    }
}
