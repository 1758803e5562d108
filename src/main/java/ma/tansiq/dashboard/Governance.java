package ma.tansiq.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the public may know of the strategy and its bodies. Counts what is on record, nothing else. */
@Component
class Governance {

    private final JdbcClient database;
    private final Bodies bodies;

    Governance(JdbcClient database, Bodies bodies) {
        this.database = database;
        this.bodies = bodies;
    }

    Optional<Strategy> strategy(Locale locale) {
        return database.sql("select code, name_fr, name_ar, name_en, adopted_on, adopted_by from strategy")
                .query((row, number) -> new Strategy(
                        row.getString("code"),
                        Wording.in(
                                locale, row.getString("name_fr"), row.getString("name_ar"), row.getString("name_en")),
                        row.getObject("adopted_on", LocalDate.class),
                        row.getString("adopted_by")))
                .optional();
    }

    Figures figures() {
        return database.sql("""
                        select (select count(*) from programme) as programmes,
                               (select count(*) from specific_objective) as objectives,
                               (select count(*) from body) as bodies,
                               (select count(*) from organisation) as organisations""").query(Figures.class).single();
    }

    /** The bodies by level, the highest first. */
    List<Level> levels(Locale locale) {
        List<Body> all = bodies.all();
        return database
                .sql("select code, name_fr, name_ar, name_en from body_level order by position, code")
                .query((row, number) -> new Level(
                        Wording.in(
                                locale, row.getString("name_fr"), row.getString("name_ar"), row.getString("name_en")),
                        named(all, row.getString("code"), locale)))
                .list()
                .stream()
                .filter(level -> !level.bodies().isEmpty())
                .toList();
    }

    private static List<NamedBody> named(List<Body> all, String level, Locale locale) {
        return all.stream()
                .filter(body -> body.level().equals(level))
                .map(body -> new NamedBody(
                        body.code(), Wording.in(locale, body.nameFr(), body.nameAr(), body.nameEn()), months(body)))
                .toList();
    }

    private static int months(Body body) {
        return body.cadencePeriod().map(period -> (int) period.toTotalMonths()).orElse(0);
    }

    record Strategy(
            String code,
            Wording name,
            @Nullable LocalDate adoptedOn,
            @Nullable String adoptedBy) {}

    record Figures(int programmes, int objectives, int bodies, int organisations) {}

    record Level(Wording name, List<NamedBody> bodies) {}

    /** @param months between two meetings; 0 when the body meets by decision only */
    record NamedBody(String code, Wording name, int months) {}
}
