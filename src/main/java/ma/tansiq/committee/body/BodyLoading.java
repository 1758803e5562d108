package ma.tansiq.committee.body;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import ma.tansiq.strategy.StrategyFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Adds the bodies and seats of a strategy's file that the database has not, in the transaction that loads the file, and
 * brings levels and tree to what the file says (rule A1). A seat that was ever there, held or vacant, is left alone.
 */
@Component
class BodyLoading {

    private final JdbcTemplate database;
    private final MeetingRulesTable rules;

    BodyLoading(JdbcTemplate database, MeetingRulesTable rules) {
        this.database = database;
        this.rules = rules;
    }

    @Order(1)
    @EventListener
    void add(StrategyFile.Loaded loaded) {
        loaded.file().levels().forEach(level -> refuseWithoutRules(loaded, level));
        insert("""
                insert into body_level (code, position, name_fr, name_ar, name_en, process, rules)
                values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (code) do update
                   set position = excluded.position, name_fr = excluded.name_fr, name_ar = excluded.name_ar,
                       name_en = excluded.name_en, process = excluded.process, rules = excluded.rules""", loaded.file().levels(), BodyLoading::row);
        List<StrategyFile.Body> bodies = loaded.file().bodies();
        Map<String, Integer> depths = depths(bodies);
        insert(
                """
                insert into body (code, position, name_fr, name_ar, name_en, level, parent, programme, cadence,
                                  cadence_confidence, partners_vote, provenance)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (code) do update set level = excluded.level, parent = excluded.parent""",
                bodies.stream()
                        .sorted(Comparator.comparing(b -> depths.getOrDefault(b.code(), 0)))
                        .toList(),
                BodyLoading::row);
        bodies.forEach(this::addSeats);
    }

    private void refuseWithoutRules(StrategyFile.Loaded loaded, StrategyFile.Level level) {
        if (rules.find(level.rules()).isEmpty()) {
            throw loaded.refusal(
                    level.line(),
                    "MeetingRules.dmn has no row for \"%s\", whose rules the level %s is to follow"
                            .formatted(level.rules(), level.code()));
        }
    }

    private void addSeats(StrategyFile.Body body) {
        insert("""
                insert into membership (id, seat, body, role, organisation, category, valid_from, alternate_of,
                                        assumption, version)
                select ?, seat, ?, ?, ?, ?, ?, ?, ?, 1 from (values (?)) as wanted (seat)
                 where not exists (select from membership m where m.seat = wanted.seat)""", body.seats(), seat -> row(body, seat));
    }

    private static @Nullable Object[] row(StrategyFile.Level level) {
        return new @Nullable Object[] {
            level.code(),
            level.position(),
            level.nameFr(),
            level.nameAr(),
            level.nameEn(),
            level.process(),
            level.rules()
        };
    }

    private static @Nullable Object[] row(StrategyFile.Body body) {
        return new @Nullable Object[] {
            body.code(),
            body.position(),
            body.name().fr(),
            body.name().ar(),
            body.name().en(),
            body.level(),
            body.parent(),
            body.programme(),
            body.cadence() == null ? null : body.cadence().toString(),
            body.cadenceConfidence().name(),
            body.partnersVote(),
            body.name().provenance()
        };
    }

    private static @Nullable Object[] row(StrategyFile.Body body, StrategyFile.Seat seat) {
        return new @Nullable Object[] {
            UUID.randomUUID(),
            body.code(),
            seat.role(),
            seat.organisation(),
            seat.category(),
            seat.from(),
            seat.alternateOf(),
            seat.assumption(),
            seat.seat()
        };
    }

    /** How far each body is from the top of the tree: parents are stored before their children. */
    private static Map<String, Integer> depths(List<StrategyFile.Body> bodies) {
        Map<String, @Nullable String> parents = new HashMap<>();
        bodies.forEach(body -> parents.put(body.code(), body.parent()));
        Map<String, Integer> depths = new HashMap<>();
        parents.keySet().forEach(code -> depths.put(code, depth(code, parents)));
        return depths;
    }

    private static int depth(String code, Map<String, @Nullable String> parents) {
        String parent = parents.get(code);
        return parent == null ? 0 : 1 + depth(parent, parents);
    }

    private <T> void insert(String sql, Collection<T> entries, Function<T, @Nullable Object[]> row) {
        database.batchUpdate(sql, entries.stream().map(row).toList());
    }
}
