package ma.tansiq.strategy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.strategy.StrategyEntry.Field;
import ma.tansiq.strategy.StrategyEntry.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the entries of the strategy as texts by field. Table and column names come from {@link Kind}. */
@Repository
public class StrategyEntries {

    private static final Map<String, String> TYPES =
            Map.of("valid_from", "date", "valid_to", "date", "adopted_on", "date", "programme", "int");

    private final JdbcClient database;

    StrategyEntries(JdbcClient database) {
        this.database = database;
    }

    /** All entries of that kind in their order: by number, position, code. */
    public List<StrategyEntry> all(Kind kind) {
        String order = kind == Kind.OBJECTIVE ? "position" : kind.keyColumn();
        return database.sql(select(kind) + " order by " + order)
                .query((row, number) -> entry(kind, row))
                .list();
    }

    public Optional<StrategyEntry> find(Kind kind, String key) {
        return read(kind, key, "");
    }

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    Optional<StrategyEntry> lock(Kind kind, String key) {
        return read(kind, key, " for update");
    }

    /** Writes all of it and raises its version. */
    void update(StrategyEntry entry) {
        Kind kind = entry.kind();
        List<@Nullable Object> values = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (Field field : kind.fields()) {
            columns.add(field.column() + " = cast(? as " + TYPES.getOrDefault(field.column(), "text") + ")");
            values.add(entry.value(field.column()).isEmpty() ? null : entry.value(field.column()));
        }
        Stream.ofNullable(entry.leadConfidence()).forEach(sure -> {
            columns.add("lead_confidence = ?");
            values.add(sure.name());
        });
        values.add(entry.confidence().name());
        values.add(entry.key());
        database.sql("update " + kind.table() + " set " + String.join(", ", columns)
                        + ", confidence = ?, version = version + 1 where " + kind.keyColumn() + "::text = ?")
                .params(values)
                .update();
    }

    private Optional<StrategyEntry> read(Kind kind, String key, String lock) {
        return database.sql(select(kind) + " where " + kind.keyColumn() + "::text = ?" + lock)
                .param(key)
                .query((row, number) -> entry(kind, row))
                .optional();
    }

    private static String select(Kind kind) {
        String fields = kind.fields().stream()
                .map(field -> field.column() + "::text as " + field.column())
                .collect(Collectors.joining(", "));
        return "select " + kind.keyColumn() + "::text as entry_key, version, confidence"
                + (kind == Kind.PROGRAMME ? ", lead_confidence" : "") + ", " + fields + " from " + kind.table();
    }

    private static StrategyEntry entry(Kind kind, ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (Field field : kind.fields()) {
            String value = row.getString(field.column());
            if (value != null) {
                values.put(field.column(), value);
            }
        }
        return new StrategyEntry(
                kind,
                row.getString("entry_key"),
                row.getInt("version"),
                Confidence.valueOf(row.getString("confidence")),
                kind == Kind.PROGRAMME ? Confidence.valueOf(row.getString("lead_confidence")) : null,
                values);
    }
}
