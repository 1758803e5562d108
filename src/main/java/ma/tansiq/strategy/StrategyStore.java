package ma.tansiq.strategy;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Adds what a strategy's file has and the database has not; what is there stays as it is. */
@Component
class StrategyStore {

    private final JdbcTemplate database;

    StrategyStore(JdbcTemplate database) {
        this.database = database;
    }

    /** Makes a second node that starts at the same moment wait until this transaction ends. */
    void takeTurn() {
        database.query("select pg_advisory_xact_lock(hashtext('tansiq.strategy'))", row -> {});
    }

    /** Code of the strategy that this database holds, if any. */
    @Nullable
    String code() {
        return database.queryForList("select code from strategy", String.class).stream()
                .findFirst()
                .orElse(null);
    }

    void add(StrategyFile file) {
        addHead(file.head());
        addObjectives(file.strategicObjectives());
        addRegions(file.regions());
        addOrganisations(file.organisations());
        addProgrammes(file.programmes());
        addSpecificObjectives(file.specificObjectives());
    }

    private void addHead(StrategyFile.Head head) {
        insert(
                """
                insert into strategy (code, name_fr, name_ar, name_en, adopted_on, adopted_by, confidence, provenance)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                List.of(head),
                h -> row(
                        h.code(),
                        h.name().fr(),
                        h.name().ar(),
                        h.name().en(),
                        h.adopted(),
                        h.adoptedBy(),
                        h.name().confidence().name(),
                        h.name().provenance()));
    }

    private void addObjectives(List<StrategyFile.Objective> objectives) {
        insert(
                """
                insert into strategic_objective (number, name_fr, name_ar, confidence, provenance)
                values (?, ?, ?, ?, ?) on conflict do nothing""",
                objectives,
                o -> row(
                        o.number(),
                        o.name().fr(),
                        o.name().ar(),
                        o.name().confidence().name(),
                        o.name().provenance()));
    }

    private void addRegions(List<StrategyFile.Region> regions) {
        insert(
                """
                insert into region (iso, name_fr, name_ar, confidence, provenance)
                values (?, ?, ?, ?, ?) on conflict do nothing""",
                regions,
                r -> row(
                        r.iso(),
                        r.name().fr(),
                        r.name().ar(),
                        r.name().confidence().name(),
                        r.name().provenance()));
    }

    private void addOrganisations(List<StrategyFile.Organisation> organisations) {
        insert(
                """
                insert into organisation
                    (code, name_fr, name_ar, kind, valid_from, valid_to, successor, confidence, provenance)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                organisations,
                o -> row(
                        o.code(),
                        o.name().fr(),
                        o.name().ar(),
                        o.kind().name(),
                        o.from(),
                        o.to(),
                        o.successor(),
                        o.name().confidence().name(),
                        o.name().provenance()));
    }

    private void addProgrammes(List<StrategyFile.Programme> programmes) {
        insert(
                """
                insert into programme
                    (number, kind, name_fr, name_ar, name_en, description_fr, lead, lead_confidence, confidence, provenance)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                programmes,
                p -> row(
                        p.number(),
                        p.kind().name(),
                        p.name().fr(),
                        p.name().ar(),
                        p.name().en(),
                        p.description(),
                        p.lead(),
                        p.leadConfidence().name(),
                        p.name().confidence().name(),
                        p.name().provenance()));
    }

    private void addSpecificObjectives(List<StrategyFile.SpecificObjective> objectives) {
        insert(
                """
                insert into specific_objective
                    (code, position, programme, text_fr, text_ar, text_en, confidence, provenance)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                objectives,
                o -> row(
                        o.code(),
                        o.position(),
                        o.programme(),
                        o.text().fr(),
                        o.text().ar(),
                        o.text().en(),
                        o.text().confidence().name(),
                        o.text().provenance()));
    }

    private <T> void insert(String sql, Collection<T> entries, Function<T, @Nullable Object[]> row) {
        database.batchUpdate(sql, entries.stream().map(row).toList());
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}
